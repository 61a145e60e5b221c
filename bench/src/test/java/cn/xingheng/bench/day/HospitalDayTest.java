package cn.xingheng.bench.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.bench.Disagreement;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.demo.DemoDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("医院的一天")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HospitalDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 16);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final String PASSWORD = "count every single fen";
  private ConfigurableApplicationContext server;

  @BeforeAll
  void open(@TempDir Path data) {
    Clock noon = Clock.fixed(DAY.atTime(12, 0).atZone(BEIJING).toInstant(), BEIJING);
    server = XinghengServer.start(Map.of("server.port", 0, "xingheng.data", data.toString()), noon);
    server.getBean(DemoDesk.class).fill(7, 300, PASSWORD, done -> {});
  }

  @AfterAll
  void close() {
    server.close();
  }

  private String play(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of(XinghengServer.address(server), PASSWORD, "--day", DAY.toString()));
    words.addAll(List.of("--beds", "60", "--outage", "1", "--stations", "4"));
    words.addAll(List.of(more));
    return HospitalDay.run(Options.of(words));
  }

  @Test
  @DisplayName("六十张床：重发、同时发、断线、撤销在先、迟到，夜里逐行、逐类、逐医师到分相符")
  void agrees() throws Exception {
    String said = play("--seed", "1");
    assertThat(said).contains("Equal on both sides, to the fen: every line").contains("| cancelled | payable")
        .contains("| standing | refused | points").contains("| standing | unresolved | no-code")
        .contains("| standing | excepted |").containsPattern("cut twice for 1 s, [1-9]\\d* connections torn");
  }

  @Test
  @DisplayName("反证：账上忘了一次撤销，说出是哪一行")
  void forgottenCancellation() {
    assertThatThrownBy(() -> play("--seed", "2", "--break")).isInstanceOf(Disagreement.class)
        .hasMessageContaining("1 of ").hasMessageContaining("state=standing").hasMessageContaining("state=cancelled");
  }

  @Test
  @DisplayName("一整天的报文里每种意外都有，撤销有先于上传的，迟到有九十天上下的，同一种子同一天")
  void everyMishap() {
    Staff staff = new Staff(List.of("Aa3100000000000001"), List.of(), List.of(), Map.of());
    Scenario large = Scenario.large(1, DAY);
    List<Hospital.Planned> all =
        Hospital.plan(large, staff, "x").stream().flatMap(List::stream).toList();
    Set<Mishap> seen = EnumSet.noneOf(Mishap.class);
    all.forEach(one -> seen.add(one.mishap()));
    assertThat(seen).containsExactlyInAnyOrder(Mishap.values());
    long lines = all.stream().mapToLong(one -> one.message().lines().size()).sum();
    assertThat(lines).isBetween(95_000L, 115_000L);
    LocalDateTime earliest = DAY.minusDays(Scenario.MOST_DAYS_LATE - 5L).atStartOfDay();
    assertThat(all).anyMatch(one -> one.message().time().isBefore(earliest));
    assertThat(all).filteredOn(one -> one.message().uploads())
        .allMatch(one -> one.message().lines().size() <= 100).anyMatch(one -> one.message().lines().size() == 100);
    assertThat(Hospital.plan(large, staff, "x").stream().flatMap(List::stream).toList()).isEqualTo(all);
    assertThat(Hospital.plan(Scenario.large(2, DAY), staff, "x").stream().flatMap(List::stream).toList())
        .isNotEqualTo(all);
  }

  @Test
  @DisplayName("账的规则：医院时刻在后的算数，与到达次序无关；撤销先到也算，撤销以后再传的不受影响")
  void theRule() {
    Message.FeeLine line =
        new Message.FeeLine("v", "s", "b", "", "Aa3100000000000001", DAY.atTime(9, 0), false, 100);
    Message first = Message.upload("2204", "m1", DAY.atTime(9, 0), List.of(line));
    Message cancel = Message.cancel("2205", "m2", DAY.atTime(9, 5), new Message.Target("v", "", "b"));
    Message.FeeLine dearer = new Message.FeeLine("v", "s", "b", "", line.said(), line.time(), false, 101);
    Message second = Message.upload("2204", "m3", DAY.atTime(9, 10), List.of(dearer));
    assertThat(ends(cancel, first)).isEqualTo(ends(first, cancel)).isEqualTo("100 cancelled");
    assertThat(ends(second, cancel, first)).isEqualTo(ends(first, cancel, second)).isEqualTo("101 standing");
    assertThat(ends(first)).isEqualTo("100 standing");
  }

  private static String ends(Message... arriving) {
    Book book = new Book(new Staff(List.of("Aa3100000000000001"), List.of(), List.of(), Map.of()));
    for (Message one : arriving) {
      book.enter(
          one,
          Answer.of("{\"infcode\":0,\"result\":[{\"feedetl_sn\":\"s\",\"mdtrt_id\":\"v\",\"verdict\":\"payable\","
              + "\"because\":null}]}"));
    }
    Book.End end = book.close(false).get("v/s");
    assertThat(end).isNotNull();
    return end.fen() + " " + end.state();
  }
}
