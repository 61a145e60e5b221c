package cn.xingheng.server.house.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.rulebook.LawDesk;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("首次设置")
class SetUpTest {
  private static final String PASSWORD = "river-boat-lantern-7";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

  @Test
  @DisplayName("凭终端上的令牌建立一次，令牌不对不行，建好以后这扇门只通向登录")
  void once(@TempDir Path data) throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-06-16T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    try (ConfigurableApplicationContext house =
        XinghengServer.start(Map.of("server.port", 0, "xingheng.data", data.toString()), clock)) {
      String url = "http://127.0.0.1:" + house.getEnvironment().getRequiredProperty("local.server.port");
      String token = house.getBean(SetUp.class).token().orElseThrow();
      String edition = house.getBean(LawDesk.class).editions().iterator().next().id();
      assertThat(get(url + "/sign-in").body()).contains("href=\"/set-up\"");
      assertThat(post(url, first("guessed", edition)).statusCode()).isEqualTo(422);
      assertThat(house.getBean(AccountStore.class).any()).isFalse();
      HttpResponse<String> made = post(url, first(token, edition));
      assertThat(made.uri().getPath()).isEqualTo("/sign-in");
      assertThat(made.body()).contains("已建立第一个账号");
      assertThat(get(url + "/set-up").uri().getPath()).isEqualTo("/sign-in");
      HttpResponse<String> inside =
          send(url, "/sign-in", "/sign-in", Map.of("login", "first.admin", "password", PASSWORD));
      assertThat(inside.uri().getPath()).isEqualTo("/accounts");
      assertThat(inside.body()).contains("第一位管理员").contains("某省医保中心");
    }
  }

  private static Map<String, String> first(String token, String edition) {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of(
                "token", token, "province", "p1", "provinceName", "某省医保中心", "edition", edition, "login",
                "first.admin", "name", "第一位管理员", "password", PASSWORD));
    fields.put("again", PASSWORD);
    return fields;
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String url, Map<String, String> fields) throws IOException, InterruptedException {
    return send(url, "/set-up", "/set-up", fields);
  }

  private HttpResponse<String> send(String url, String from, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(url + from).body());
    assertThat(token.find()).isTrue();
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token.group(1));
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return browser.send(
        HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }
}
