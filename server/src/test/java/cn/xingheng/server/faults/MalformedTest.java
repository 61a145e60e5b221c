package cn.xingheng.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Role;
import cn.xingheng.server.scope.ScopeHouse;
import cn.xingheng.server.scope.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("坏请求：总是一句话，从不露出程序内部，什么也不写")
class MalformedTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PERSON = "/physicians/" + ScopeHouse.plantedAt("H34990000001");
  private static ScopeHouse house;
  private static Visitor officer;
  private static Visitor admin;
  private static String key;

  @BeforeAll
  static void open() {
    house = new ScopeHouse();
    officer = house.visitor(Role.OFFICER, "p-anhui");
    admin = house.visitor(Role.ADMINISTRATOR, "p-anhui");
    key = house.key("H34990000001");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static void page(Visitor.Reply reply) {
    assertThat(reply.status()).isBetween(400, 499);
    sentence(reply.text());
    assertThat(reply.text()).contains("杏衡</title>").contains("role=\"alert\"");
  }

  /** Nothing of what Java, Spring or Tomcat say by themselves. */
  static void sentence(String text) {
    assertThat(text).contains("。").doesNotContain(
        "Whitelabel", "Exception", "\tat ", "org.springframework", "Apache Tomcat", "HTTP Status", "java.", "SQL [",
        "SQLState");
  }

  @ParameterizedTest
  @DisplayName("地址：引号、百分号、上级目录、空字符、不是数的编号、荒唐的日子、负的页数")
  @ValueSource(strings = {
    "/physicians/%27%20or%201=1--", "/physicians/%25", "/physicians/a%20b", "/physicians/x?asOf=9999-01-01",
    "/physicians/" + "planted-H34990000001?asOf=0001-01-01", "/physicians/planted-H34990000001?asOf=today",
    "/physicians/planted-H34990000001?knownAt=9999-12-31",
    "/physicians/planted-H34990000001/trail/nothing", "/physicians/planted-H34990000001/trail/points?year=zero",
    "/physicians/planted-H34990000001/facts/%22/withdraw", "/physicians/%E9%BE%98", "/physicians?asOf=9999-99-99",
    "/imports/abc", "/imports/-1", "/imports/99999999999999999999", "/rules/..%5C..", "/rules/nothing",
    "/institutions/%27", "/nothing/at/all", "/actuator", "/actuator/env",
    "/env", "/heapdump", "/claims?who=x&institution=%27&on=0001-01-01", "/claims?who=x&institution=H34990000001&on=x"
  })
  void addresses(String path) {
    Map<String, String> before = house.rows();

    page(officer.get(path));
    assertThat(house.rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @DisplayName("名单的筛选怎么写都不出故障")
  @ValueSource(strings = {
    "/physicians/planted-H34990000001?at=%27", "/institutions/H34990000001?asOf=0001-01-01",
    "/physicians?page=-1", "/physicians?after=%27%22", "/physicians?after=AAAA", "/physicians?q=%25%5F%5C%27",
    "/physicians?points=-5", "/physicians?points=999999999999", "/physicians?standing=x", "/physicians?institution=%27",
    "/physicians?asOf=0001-01-01", "/physicians?asOf=9999-12-31", "/physicians?unknown=1", "/physicians?q=%00",
    "/physicians/export.csv?asOf=x", "/physicians/print?pick=%27", "/physicians?lang=%27", "/institutions?asOf=x",
    "/institutions?asOf=9999-12-31", "/archive-form.csv?asOf=x", "/archive-form.csv?institution=%27",
    "/calendar?year=x",
    "/calendar?year=99999", "/rules/anhui-2019/cases?file=..%2F..%2Fx", "/rules/anhui-2019/cases?article=%27"
  })
  void filters(String path) {
    Visitor.Reply reply = officer.get(path);

    assertThat(reply.status()).isLessThan(500);
    assertThat(reply.text()).doesNotContain("Exception", "Whitelabel", "org.springframework");
  }

  @ParameterizedTest
  @DisplayName("表单：缺栏、怪值、重复写入键、荒唐的日子")
  @ValueSource(strings = {
    "", "key=short", "key=a-key-of-sixteen&on=9999-01-01&item=%27&act=0001-01-01", "key=a-key-of-sixteen&on=x",
    "key=a-key-of-sixteen&item=3.3&act=2026-02-30&on=2026-11-20", "key=a-key-of-sixteen&item=3.3&unknown=1&times=-1",
    "key=a-key-of-sixteen&item=3.3&times=99999999999&on=2026-11-20&act=2026-11-19", "key=a-key-of-sixteen&item=%00"
  })
  void forms(String fields) {
    Map<String, String> before = house.rows();
    String body = "_csrf=" + officer.token() + "&" + fields;
    for (String form : List.of("/deduct", "/suspend", "/terminate", "/facts/d.planted-H34990000001/withdraw",
        "/facts/d.planted-H34990000001/correct", "/facts/x.planted-H34990000001/defer",
        "/facts/t.planted-H34990000001/settle", "/facts/nothing/withdraw", "/facts/%27/correct")) {
      Visitor.Reply reply = officer.send("POST", PERSON + form, body, "Content-Type", FORM);

      assertThat(reply.status()).as(form).isBetween(400, 499);
      sentence(reply.text());
    }
    assertThat(house.rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("缺栏的账号、机构、密钥、导入表单：一句话，不写")
  void missingFields() {
    Map<String, String> before = house.rows();

    for (String path : List.of("/accounts", "/keys", "/keys/1/revoke/x", "/organisations/import", "/calendar/record",
        "/accounts/1/roles", "/accounts/x/roles", "/keys/x/revoke", "/organisations/p-anhui/add")) {
      Visitor.Reply reply = admin.post(path, Map.of("role", "EMPEROR", "organisation", "'"));
      assertThat(reply.status()).as(path).isBetween(400, 499);
      sentence(reply.text());
    }
    page(officer.post("/imports", Map.of()));
    assertThat(house.rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("过大的表单、断掉的多部分、错的内容类型、没有的方法：一句话，不写")
  void shapes() {
    Map<String, String> before = house.rows();
    String big = "_csrf=" + officer.token() + "&key=a-key-of-sixteen&note=" + "x".repeat(1_200_000);

    page(officer.send("POST", PERSON + "/deduct", big, "Content-Type", FORM));
    page(officer.send("POST", "/imports", "--cut\r\nContent-Disposition: form-data; na", "Content-Type",
        "multipart/form-data; boundary=cut"));
    page(officer.send("POST", "/imports", "x", "Content-Type", "multipart/form-data"));
    page(officer.send("POST", PERSON + "/deduct", "{}", "Content-Type", "application/json"));
    page(officer.send("PUT", PERSON, "x", "X-CSRF-TOKEN", officer.token()));
    page(officer.send("DELETE", PERSON, "", "X-CSRF-TOKEN", officer.token()));
    page(officer.send("BREW", PERSON, "", "X-CSRF-TOKEN", officer.token()));
    page(officer.post("/physicians", Map.of()));
    assertThat(house.rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @DisplayName("接口：坏 JSON、错类型、没有的栏、没有的方法，都是 problem+json 的一句话")
  @ValueSource(strings = {
    "{", "[]", "null", "\"x\"", "{\"lines\":1}", "{\"lines\":[{}]}", "{\"lines\":[{\"id\":1}]}", "{\"extra\":1}", "",
    "{\"lines\":[{\"id\":\"1\",\"physicianCode\":\"x\",\"institutionCode\":\"H34990000001\",\"issuedAt\":\"0001\"}]}"
  })
  void machines(String body) {
    Visitor visitor = new Visitor(house.url());
    problem(
        visitor.send("POST", "/api/v1/claims/check", body, "Content-Type", "application/json", "Authorization",
            "Bearer " + key));
  }

  private static void problem(Visitor.Reply reply) {
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    sentence(reply.text());
  }

  @Test
  @DisplayName("接口：没有的地址、方法、内容类型")
  void machineShapes() {
    Visitor visitor = new Visitor(house.url());
    String bearer = "Bearer " + key;

    problem(visitor.get("/api/v1/nothing", "Authorization", bearer));
    problem(visitor.get("/api/v1/claims/check", "Authorization", bearer));
    problem(visitor.send("POST", "/api/v1/claims/check", "x", "Content-Type", "text/plain", "Authorization", bearer));
    problem(visitor.send("POST", "/api/v1/claims/check", "{}", "Content-Type", "application/json", "Accept",
        "application/xml", "Authorization", bearer));
    problem(visitor.send("POST", "/api/v1/claims/check", "{}", "Content-Type", "application/json"));
  }

  @ParameterizedTest
  @DisplayName("连协议都不合的请求：一句话，带安全头，不说是什么程序")
  @ValueSource(strings = {
    "GET /physicians/<x> HTTP/1.1\r\nHost: x\r\n", "GET /physicians/%zz HTTP/1.1\r\nHost: x\r\n",
    "GET /physicians/%00 HTTP/1.1\r\nHost: x\r\n", "GET /physicians/..%2f..%2f HTTP/1.1\r\nHost: x\r\n",
    "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n", "GET /physicians//x;y=1 HTTP/1.1\r\nHost: x\r\n",
    "GET /sign-in HTTP/1.1\r\n", "GET /sign-in HTTP/9.9\r\nHost: x\r\n", "G<T /sign-in HTTP/1.1\r\nHost: x\r\n",
    "TRACE /sign-in HTTP/1.1\r\nHost: x\r\n", "GET /api/v1/<x> HTTP/1.1\r\nHost: x\r\n",
    "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n"
  })
  void protocol(String request) {
    guarded(Plain.send(house.url(), request + "Connection: close\r\n\r\n"));
  }

  @Test
  @DisplayName("过大的头：一句话")
  void header() {
    guarded(
        Plain.send(
            house.url(), "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Big: " + "x".repeat(40_000) + "\r\n\r\n"));
  }

  private static void guarded(Plain.Raw raw) {
    assertThat(raw.status()).as(raw.head()).isBetween(400, 505).isNotEqualTo(500);
    sentence(raw.body());
    assertThat(raw.head().toLowerCase(java.util.Locale.ROOT))
        .contains("content-security-policy: default-src 'none'", "x-content-type-options: nosniff")
        .doesNotContain("\r\nserver:");
  }
}
