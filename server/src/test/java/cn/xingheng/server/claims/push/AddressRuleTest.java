package cn.xingheng.server.claims.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.server.house.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("推送只去该去的地址")
final class AddressRuleTest {
  private static final AddressRule PUBLIC = rule(new Settings.Push(List.of(443), List.of(), false));

  static AddressRule rule(Settings.Push push) {
    return new AddressRule(
        new Settings(Path.of("data"), new Settings.Database(null, "", ""), false, null, push));
  }

  private static boolean allows(AddressRule rule, String address) {
    return rule.allows(InetAddress.ofLiteral(address));
  }

  private static AddressRule open(String... ranges) {
    return rule(new Settings.Push(List.of(443, 8443), List.of(ranges), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.255.255.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1",
        "100.64.0.1", "100.127.255.255", "100.100.100.200", "169.254.169.254", "169.254.0.1", "0.0.0.0", "0.1.2.3",
        "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "::127.0.0.1", "fe80::1", "fc00::1", "fd00:ec2::254", "fdff::1", "fec0::1", "ff02::1", "2001:db8::1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "100::1"
      })
  @DisplayName("不公开的地址一概不去")
  void refused(String address) {
    assertThat(allows(PUBLIC, address)).as(address).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
        "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "::ffff:1.1.1.1",
        "2606:4700::1111", "2400:3200::1", "240e::1"
      })
  @DisplayName("对照：公开的地址、各网段之外的第一个与最后一个，都去得")
  void allowed(String address) {
    assertThat(allows(PUBLIC, address)).as(address).isTrue();
  }

  @Test
  @DisplayName("设置里放行的内网去得，它外面的照旧去不得；元数据、链路本地、组播放行了也去不得")
  void ranges() {
    AddressRule rule = open("10.20.0.0/16", "fd12::/16", "0.0.0.0/0", "::/0");
    assertThat(allows(open("10.20.0.0/16"), "10.20.255.255")).isTrue();
    assertThat(allows(open("10.20.0.0/16"), "::ffff:10.20.0.1")).isTrue();
    assertThat(allows(open("10.20.0.0/16"), "10.21.0.0")).isFalse();
    assertThat(allows(rule, "fd12::1")).isTrue();
    assertThat(allows(rule, "10.9.9.9")).isTrue();
    for (String never : List.of("169.254.169.254", "100.100.100.200", "fd00:ec2::254", "fe80::1", "224.0.0.1",
        "0.0.0.0", "255.255.255.255", "::", "192.0.0.192", "::ffff:169.254.169.254")) {
      assertThat(allows(rule, never)).as(never).isFalse();
    }
    assertThatThrownBy(() -> open("10.20.0.0/33")).hasMessageContaining("xingheng.push.ranges");
    assertThatThrownBy(() -> open("intranet")).hasMessageContaining("Maybe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://his.example.cn/x", "https://user@his.example.cn/", "https://his.example.cn:8443/",
        "ftp://his.example.cn/", "https:///x", "https://his.example.cn/#x", "file:///etc/passwd", "his.example.cn", "",
        "https://his.example.cn/ x", "https://医院.cn/", "https://a\r\nHost: b/"
      })
  @DisplayName("写得不对的地址不收")
  void urls(String text) {
    assertThat(PUBLIC.read(text)).isNull();
  }

  @Test
  @DisplayName("对照：写得对的收；每个解析结果都要合格，有一个不合格就都不去")
  void everyAddress() throws UnknownHostException {
    assertThat(PUBLIC.read(" https://his.example.cn/xingheng?a=1 ")).isNotNull();
    assertThat(PUBLIC.read("https://his.example.cn:443/")).isNotNull();
    assertThat(open().read("http://his.example.cn:8443/")).isNotNull();
    InetAddress good = InetAddress.ofLiteral("1.1.1.1");
    InetAddress bad = InetAddress.ofLiteral("127.0.0.1");
    assertThat(PUBLIC.addresses(host -> List.of(good), "x")).containsExactly(good);
    assertThat(PUBLIC.addresses(host -> List.of(good, bad), "x")).isEmpty();
    assertThat(PUBLIC.addresses(AddressRule.Resolver::system, "2130706433")).isEmpty();
    assertThat(PUBLIC.addresses(AddressRule.Resolver::system, "[::1]")).isEmpty();
    assertThatThrownBy(() -> PUBLIC.addresses(host -> List.of(), "x")).isInstanceOf(UnknownHostException.class);
  }
}
