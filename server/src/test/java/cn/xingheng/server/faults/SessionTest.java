package cn.xingheng.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Role;
import cn.xingheng.server.scope.ScopeHouse;
import cn.xingheng.server.scope.Visitor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("会话、安全头、去向、重复提交")
class SessionTest {
  private static final String SESSION = "xingheng";
  private static final String LOGIN = "scope.officer.p-anhui";
  private static ScopeHouse house;

  @BeforeAll
  static void open() {
    house = new ScopeHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  @DisplayName("每一个回答都带安全头，不说是什么程序；登录页、页面、拒绝、静态文件、接口、健康")
  void headers() {
    Visitor officer = house.visitor(Role.OFFICER, "p-anhui");
    for (String path : List.of("/sign-in", "/physicians", "/nothing", "/static/xingheng.css", "/static/nothing.css",
        "/physicians/export.csv", "/api/v1/nothing", "/health", "/metrics", "/v3/api-docs", "/error",
        "/physicians/x")) {
      Visitor.Reply reply = officer.get(path);
      assertThat(reply.header("Content-Security-Policy")).as(path).contains("default-src 'none'");
      assertThat(reply.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
      assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(reply.header("Referrer-Policy")).as(path).isIn("same-origin", "no-referrer");
      assertThat(reply.header("Server") + reply.header("X-Powered-By")).as(path).isEmpty();
    }
    assertThat(officer.get("/physicians").header("Cache-Control")).contains("no-store");
  }

  @Test
  @DisplayName("登录换一个会话；会话的小甜饼脚本读不到、别的站点带不来；退出后旧的会话进不来")
  void session() {
    Visitor visitor = new Visitor(house.url());
    visitor.get("/physicians");
    String before = visitor.cookie(SESSION);
    Visitor.Reply reply = visitor.signIn(LOGIN, ScopeHouse.PASSWORD);
    String cookies = String.join("\n", reply.raw().headers().allValues("Set-Cookie"));
    String after = visitor.cookie(SESSION);

    assertThat(before).isNotEmpty();
    assertThat(after).isNotEmpty().isNotEqualTo(before);
    assertThat(cookies).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(with(after).status()).isEqualTo(200);
    assertThat(with(before).status()).isEqualTo(302);

    visitor.token(visitor.tokenOf("/account"));
    assertThat(visitor.post("/sign-out", Map.of()).header("Location")).endsWith("/sign-in?out");
    assertThat(with(after).status()).isEqualTo(302);
  }

  private static Visitor.Reply with(String session) {
    return new Visitor(house.url()).get("/physicians", "Cookie", SESSION + "=" + session);
  }

  @Test
  @DisplayName("登录之后只去自己的页面：别处的地址写在哪里都没有用")
  void noOpenRedirect() {
    for (String first : List.of("/physicians?continue=https://evil.example", "//evil.example/physicians",
        "/sign-in?continue=https://evil.example&redirect=//evil.example", "/physicians?lang=en&next=//evil.example")) {
      Visitor visitor = new Visitor(house.url());
      visitor.get(first, "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
      String where = visitor.signIn(LOGIN, ScopeHouse.PASSWORD).header("Location");
      assertThat(where).as(first).matches("(" + Pattern.quote(house.url()) + ")?/(?!/).*");
    }
    Visitor officer = house.visitor(Role.OFFICER, "p-anhui");
    assertThat(officer.get("/physicians?q=%0d%0aLocation:%20https://evil.example").header("Location")).isEmpty();
    assertThat(officer.get("/physicians/" + "%2F%2Fevil.example" + "/identity").header("Location"))
        .doesNotStartWith("//").doesNotStartWith("http://evil");
  }

  @Test
  @DisplayName("按两次按钮、回答丢了再发：同一个写入键只有一条事实")
  void twice() {
    Visitor officer = house.visitor(Role.OFFICER, "p-anhui");
    String form = "/physicians/" + ScopeHouse.plantedAt("H34990000005") + "/deduct";
    Map<String, String> fields = new TreeMap<>(Map.of("key", UUID.randomUUID().toString(), "item", "3.3", "on",
        "2026-11-20", "actFrom", "2026-11-10", "at", "H34990000005", "document", "第 1 号", "times", "1", "text",
        "按病历核对"));
    String shown = officer.post(form + "/preview", fields).text();
    Matcher hidden = Pattern.compile("name=\"(newest|seen)\" value=\"([^\"]*)\"").matcher(shown);
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    String before = house.rows().get("fact");
    Visitor.Reply first = officer.post(form, fields);
    String once = house.rows().get("fact");
    Visitor.Reply second = officer.post(form, fields);

    assertThat(first.status()).as(first.text()).isEqualTo(303);
    assertThat(once).isNotEqualTo(before);
    assertThat(second.status()).isEqualTo(303);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(house.rows().get("fact")).isEqualTo(once);
  }

  @Test
  @DisplayName("健康只说好不好；度量不带任何人")
  void healthAndMetrics() {
    house.visitor(Role.OFFICER, "p-anhui").get("/physicians/" + ScopeHouse.plantedAt("H34990000001"));
    Visitor nobody = new Visitor(house.url());

    assertThat(nobody.get("/health").text()).contains("\"status\":\"UP\"")
        .doesNotContain("details", "PostgreSQL", "diskSpace", "path");
    String metrics = nobody.get("/metrics").text();
    assertThat(metrics).contains("http_server_requests").contains("/physicians/{id}")
        .doesNotContain("planted-", LOGIN, "H3499", "evil.example", "龘");
  }
}
