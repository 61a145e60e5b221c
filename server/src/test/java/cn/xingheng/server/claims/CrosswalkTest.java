package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.Visitor;
import cn.xingheng.server.house.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("工号对照")
class CrosswalkTest {
  private static final ClaimWorld WORLD = ClaimWorld.get();
  private static final String SITE = WORLD.holder.value();
  private static final String PAGE = "/institutions/" + SITE + "/crosswalk";
  private static final JdbcClient JDBC = ClaimWorld.HOUSE.bean(JdbcClient.class);
  private static Visitor clerk;
  private final HisCaller his = new HisCaller(WORLD.key, SITE);
  private final String code = WORLD.codes().get(3);
  private final String other = WORLD.codes().get(4);

  @BeforeAll
  static void signIn() throws Exception {
    clerk = new Visitor("crosswalk.clerk", SITE, Role.CLERK);
  }

  private static Map<String, String> fields(String local, String code, String from, String last) {
    return Map.of("local", local, "code", code, "from", from, "last", last);
  }

  private static HttpResponse<String> add(String local, String code, String from, String last) throws Exception {
    return clerk.send(PAGE, PAGE, fields(local, code, from, last));
  }

  private static HttpResponse<String> upload(String text) throws Exception {
    String path = PAGE + "/upload?from=2026-01-01";
    return clerk.upload(PAGE, path, "upload-" + text.hashCode(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String rows() {
    return JDBC.sql(
            "select (select count(*) from crosswalk) || '/'"
                + " || (select count(*) from audit where act like 'crosswalk-%')")
        .query(String.class).single();
  }

  private JsonNode judged(String said, String day) throws Exception {
    String line = HisCaller.line("cw", "1", said, day, "1", "");
    return his.send("2204", "cw-" + Math.abs((said + day + rows()).hashCode()), HisCaller.lines(List.of(line)))
        .at("/output/result/0");
  }

  @Test
  @DisplayName("工号换成编码再判定，说出经过对照；起止日期之外、没有对照的，判编码不明；本来就是编码的不换")
  void localNumbersAreCrossed() throws Exception {
    assertThat(judged("A-17", "2026-03-01").get("because").stringValue()).isEqualTo("unknown-code");
    HttpResponse<String> added = add("A-17", code, "2026-02-01", "2026-03-31");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    assertThat(clerk.get(PAGE).body()).contains("A-17", code, "已添加");
    for (String day : List.of("2026-02-01", "2026-03-31 23:59:59")) {
      JsonNode crossed = judged("A-17", day);
      assertThat(crossed.get("crosswalk").booleanValue()).isTrue();
      assertThat(crossed.get("code").stringValue()).isEqualTo(code);
      JsonNode plain = judged(code, day);
      assertThat(plain.get("crosswalk").booleanValue()).isFalse();
      assertThat(plain.get("verdict")).isEqualTo(crossed.get("verdict"));
      assertThat(plain.get("until")).isEqualTo(crossed.get("until"));
    }
    for (String day : List.of("2026-01-31", "2026-04-01")) {
      assertThat(judged("A-17", day).get("because").stringValue()).isEqualTo("unknown-code");
    }
    assertThat(add(other, code, "2026-01-01", "").statusCode()).isEqualTo(303);
    assertThat(judged(other, "2026-03-01").get("code").stringValue()).as("a code is no staff number").isEqualTo(other);
    assertThat(JDBC.sql("select count(*) from claim_line where said = 'A-17' and crosswalk is not null")
        .query(Long.class).single()).isPositive();
    add("A-18", code, "2026-01-01", "");
    JsonNode person =
        his.send("5102", "cw-5102", HisCaller.data("\"prac_psn_code\":\"A-18\"")).at("/output/feedetail/0");
    assertThat(person.get("code").stringValue()).isEqualTo(code);
    assertThat(person.get("crosswalk").booleanValue()).isTrue();
  }

  @Test
  @DisplayName("停用：之后的日子不再对照；停用到第一天以前就是收回；不能往后改；对照：停用以前的日子仍对照")
  void entriesEnd() throws Exception {
    add("E-1", code, "2026-01-01", "");
    String id = JDBC.sql("select id from crosswalk where local_id = 'E-1'").query(String.class).single();
    assertThat(end(id, "2026-02-28").statusCode()).isEqualTo(303);
    assertThat(judged("E-1", "2026-02-28").get("crosswalk").booleanValue()).isTrue();
    assertThat(judged("E-1", "2026-03-01").get("crosswalk").booleanValue()).isFalse();
    assertThat(end(id, "2026-05-01").body()).contains("已经停用");
    assertThat(end(id, "not-a-day").statusCode()).isEqualTo(422);
    assertThat(end("0", "2026-01-01").body()).contains("没有这个对照");
    assertThat(add("E-1", other, "2026-03-01", "").statusCode()).as("free again").isEqualTo(303);
    assertThat(end(id, "2025-12-31").statusCode()).isEqualTo(303);
    assertThat(judged("E-1", "2026-02-01").get("crosswalk").booleanValue()).isFalse();
    assertThat(clerk.get(PAGE + "?q=E-1").body()).contains("已收回").doesNotContain("A-17");
    assertThat(JDBC.sql("select count(*) from audit where act = 'crosswalk-ended' and detail like 'E-1 %'")
        .query(Long.class).single()).isEqualTo(2);
  }

  private static HttpResponse<String> end(String id, String last) throws Exception {
    return clerk.send(PAGE, PAGE + "/end", Map.of("entry", id, "last", last));
  }

  @Test
  @DisplayName("两列的文件：全记或全不记，错在哪一行说出来；同一对照再来不多记；同一次再送只记一次")
  void files() throws Exception {
    String good = "\uFEFFlocal_id,code\r\nF-1," + code + "\r\n\"F-2\"," + other + "\n\n";
    String before = rows();
    HttpResponse<String> bad =
        upload("local_id,code\nF-1," + code + "\nF-2,Zz3nobody\n\nF-3\nF-1," + other + "\n," + code + "\n");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("第 5 行", "实有 1 列");
    bad = upload("local_id,code\nF-1," + code + "\nF-2,Zz3nobody\nF-1," + other + "\n," + code + "\n");
    assertThat(bad.body()).contains("有 3 处", "第 3 行", "Zz3nobody", "第 4 行", "与第 2 行相同", "第 5 行");
    for (String broken : List.of("", "id,code\nF-1,x", "local_id,code\n", "local_id,code\n\"F-1," + code)) {
      assertThat(upload(broken).statusCode()).as(broken).isEqualTo(422);
    }
    assertThat(clerk.upload(PAGE, PAGE + "/upload?from=2026-01-01", "upload-latin", new byte[] {(byte) 0xC9, 'x'})
        .body()).contains("UTF-8");
    assertThat(rows()).isEqualTo(before);
    assertThat(upload(good).statusCode()).isEqualTo(303);
    assertThat(clerk.get(PAGE).body()).contains("已添加 2 个对照");
    String after = rows();
    assertThat(after).isNotEqualTo(before);
    assertThat(upload(good).statusCode()).isEqualTo(303);
    assertThat(rows()).isEqualTo(after);
    assertThat(upload("local_id,code\nF-1," + code).statusCode()).isEqualTo(303);
    assertThat(JDBC.sql("select count(*) from crosswalk where local_id = 'F-1'").query(Long.class).single()).isOne();
    assertThat(upload("local_id,code\nF-1," + other).body()).contains("第 2 行", "请先停用");
    assertThat(judged("F-2", "2026-05-05").get("code").stringValue()).isEqualTo(other);
  }

  @Test
  @DisplayName("写得不对的一项：说出来，填的还在，不记；审阅的人打不开，别的机构没有这一页；英文也有")
  void refusals() throws Exception {
    String before = rows();
    assertThat(add("", code, "2026-01-01", "").statusCode()).isEqualTo(422);
    assertThat(add("R-1", "nobody", "2026-01-01", "").body()).contains("没有医师持有编码", "value=\"R-1\"");
    assertThat(add("R-1", code, "2026-02-30", "").body()).contains("日期不对");
    assertThat(add("R-1", code, "2026-02-01", "2026-01-01").body()).contains("早于第一天");
    assertThat(rows()).isEqualTo(before);
    String elsewhere =
        WORLD.institutions().stream().filter(one -> !one.equals(WORLD.holder)).findFirst().orElseThrow().value();
    assertThat(clerk.get("/institutions/" + elsewhere + "/crosswalk").statusCode()).isEqualTo(404);
    assertThat(clerk.send(PAGE, "/institutions/" + elsewhere + "/crosswalk", fields("R-1", code, "2026-01-01", ""))
        .statusCode()).isEqualTo(404);
    assertThat(new Visitor("crosswalk.reviewer", SITE, Role.REVIEWER).get(PAGE).statusCode()).isEqualTo(403);
    assertThat(clerk.get("/institutions/" + SITE).body()).contains(PAGE);
    assertThat(clerk.get(PAGE + "?lang=en").body()).contains("Staff numbers");
    clerk.get(PAGE + "?lang=zh");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("多于一页的对照：翻到底，一个不漏一个不重")
  void pages() throws Exception {
    StringBuilder file = new StringBuilder("local_id,code\n");
    for (int i = 0; i < 120; i++) {
      file.append("P-").append(i).append(',').append(code).append('\n');
    }
    assertThat(upload(file.toString()).statusCode()).isEqualTo(303);
    String path = PAGE + "?q=P-";
    int seen = 0;
    int turned = 0;
    while (path != null) {
      String body = clerk.get(path).body();
      seen += body.split("<span class=\"code\">P-", -1).length - 1;
      var next = java.util.regex.Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : null;
      turned++;
    }
    assertThat(seen).isEqualTo(120);
    assertThat(turned).isEqualTo(3);
  }
}
