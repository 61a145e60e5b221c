package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("结算核查的接口")
class ClaimDoorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final ClaimWorld world = ClaimWorld.get();
  private final String at = world.holder.value();

  private String line(String id, String code) {
    return "{\"id\":\"" + id + "\",\"physicianCode\":\"" + code + "\",\"institutionCode\":\"" + at
        + "\",\"issuedAt\":\"2026-06-15T10:00\",\"setting\":\"outpatient\",\"amountFen\":100}";
  }

  private static String batch(List<String> lines) {
    return "{\"lines\":[" + String.join(",", lines) + "]}";
  }

  private static HttpRequest.Builder door() {
    return HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/api/v1/claims/check"));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String... says) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("type").stringValue()).startsWith("urn:xingheng:");
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.get("detail").stringValue()).isNotBlank();
    List.of(says).forEach(word -> assertThat(problem.get("detail").stringValue()).contains(word));
  }

  @Test
  @DisplayName("一批明细按原序回答，字段齐全；同样的请求再问一次，一字不差")
  void answersInOrder() throws Exception {
    List<String> lines = new ArrayList<>();
    List<String> codes = world.codes();
    IntStream.range(0, 1_000).forEach(i -> lines.add(line("x" + (1_000 - i), codes.get(i % codes.size()))));
    HttpResponse<String> first = ClaimWorld.ask(world.key, batch(lines));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    JsonNode verdicts = JSON.readTree(first.body()).get("verdicts");
    assertThat(verdicts.size()).isEqualTo(1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(verdicts.get(i).get("id").stringValue()).isEqualTo("x" + (1_000 - i));
      assertThat(verdicts.get(i).propertyNames())
          .containsExactly("id", "verdict", "because", "causes", "articles", "until");
    }
    assertThat(ClaimWorld.ask(world.key, batch(lines)).body()).isEqualTo(first.body());
    assertThat(ClaimWorld.ask(world.key, "{\"lines\":[]}").body()).isEqualTo("{\"verdicts\":[]}");
  }

  @Test
  @DisplayName("日期、时刻、时区：都换成北京的那一天")
  void timesAreBeijingTimes() throws Exception {
    String code = world.codes().getFirst();
    List<String> times =
        List.of("2026-06-15", "2026-06-15T00:00", "2026-06-15T23:59:59.5", "2026-06-14T16:00:00Z",
            "2026-06-15T01:30:00+09:30");
    List<String> lines = new ArrayList<>();
    times.forEach(time -> lines.add(line("t" + lines.size(), code).replace("2026-06-15T10:00", time)));
    JsonNode verdicts = JSON.readTree(ClaimWorld.ask(world.key, batch(lines)).body()).get("verdicts");
    List<String> said = new ArrayList<>();
    verdicts.forEach(one -> said.add(one.get("verdict") + " " + one.get("until")));
    assertThat(said).hasSize(5);
    assertThat(said.subList(0, 4)).containsOnly(said.getFirst());
  }

  @ParameterizedTest
  @DisplayName("写得不对的一行：400，说出哪一行、哪个字段")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"setting\":\"outpatient\"|\"setting\":\"clinic\"|setting",
        "\"setting\":\"outpatient\"|\"setting\":1|setting",
        "\"amountFen\":100|\"amountFen\":-1|amountFen",
        "\"amountFen\":100|\"amountFen\":1.5|amountFen",
        "\"amountFen\":100|\"amountFen\":\"100\"|amountFen",
        "\"amountFen\":100|\"amountFen\":10000000000001|amountFen",
        "\"amountFen\":100|\"amountFen\":99999999999999999999999|amountFen",
        "\"amountFen\":100|\"amountFen\":null|amountFen",
        ",\"amountFen\":100|''|amountFen",
        "\"amountFen\":100|\"amountFen\":100,\"note\":1|note",
        "2026-06-15T10:00|2026-02-30|issuedAt",
        "2026-06-15T10:00|2026-06-15 10:00|issuedAt",
        "2026-06-15T10:00|2026-06-15T25:00|issuedAt",
        "2026-06-15T10:00|20260615|issuedAt",
        "\"id\":\"b\"|\"id\":\"\"|id",
        "\"id\":\"b\"|\"id\":7|id",
        "\"id\":\"b\"|\"id\":\"a\"|id",
        "\"physicianCode\":\"C\"|\"physicianCode\":7|physicianCode",
        "\"physicianCode\":\"C\",|''|physicianCode",
        "\"setting\":\"outpatient\"|\"setting\":\"outpatient\",\"setting\":\"rescue\"|setting"
      })
  void aFaultyLineIsNamed(String was, String now, String field) throws Exception {
    String good = line("b", "C");
    assertThat(ClaimWorld.ask(world.key, batch(List.of(line("a", "C"), good))).statusCode())
        .as("control: the line as it was is taken").isEqualTo(200);
    assertThat(good).contains(was);
    assertProblem(
        ClaimWorld.ask(world.key, batch(List.of(line("a", "C"), good.replace(was, now)))), 400, "第 2 行", field);
  }

  @Test
  @DisplayName("不是 JSON、不认识的字段、行数过多、正文过大、格式不对、方式不对：各有各的状态和一句话")
  void whatIsNotTaken() throws Exception {
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":["), 400, "JSON");
    assertProblem(ClaimWorld.ask(world.key, ""), 400);
    assertProblem(ClaimWorld.ask(world.key, "[]"), 400, "lines");
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":[]} x"), 400, "JSON");
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":[],\"lines\":[]}"), 400, "lines");
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":[],\"mode\":1}"), 400, "mode");
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":[7]}"), 400, "第 1 行");
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":" + "[".repeat(5_000)), 400);
    String many = IntStream.rangeClosed(0, 10_000).mapToObj(i -> line("m" + i, "C")).collect(Collectors.joining(","));
    assertProblem(ClaimWorld.ask(world.key, "{\"lines\":[" + many + "]}"), 400, "10000");
    assertProblem(ClaimWorld.ask(world.key, " ".repeat((4 << 20) + 1)), 413, "4096 KiB");
    HttpRequest chunked =
        door().header("Authorization", "Bearer " + world.key).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(new byte[6 << 20]))).build();
    assertProblem(ClaimWorld.send(chunked), 413);
    HttpRequest text =
        door().header("Authorization", "Bearer " + world.key).header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{\"lines\":[]}")).build();
    assertProblem(ClaimWorld.send(text), 415);
    HttpRequest packed =
        door().header("Authorization", "Bearer " + world.key).header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip").POST(HttpRequest.BodyPublishers.ofString("{\"lines\":[]}")).build();
    assertProblem(ClaimWorld.send(packed), 415);
    HttpResponse<String> got = ClaimWorld.send(door().GET().build());
    assertProblem(got, 405);
    assertThat(got.headers().firstValue("Allow").orElse("")).contains("POST");
  }

  @Test
  @DisplayName("没有密钥、错的密钥、停用的密钥：401，说明怎么带；别的机构的明细：整批 403")
  void onlyWithTheRightKey() throws Exception {
    HttpResponse<String> none = ClaimWorld.ask(null, batch(List.of(line("1", "C"))));
    assertProblem(none, 401, "Authorization");
    assertThat(none.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    HttpResponse<String> wrong = ClaimWorld.ask("xh_" + "A".repeat(43), batch(List.of(line("1", "C"))));
    assertProblem(wrong, 401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
    String foreign = line("2", "C").replace(at, "H34990000002");
    assertProblem(ClaimWorld.ask(world.key, batch(List.of(line("1", "C"), foreign))), 403, "第 2 行", "id 2");
    assertProblem(
        ClaimWorld.ask(world.key, batch(List.of(line("1", "C").replace(at, "nowhere")))), 403, "第 1 行");
  }

  @Test
  @DisplayName("网页签发密钥只显示一次，同一次再送不会多发；停用后立即打不开")
  void keysAreIssuedOnceAndRevoked() throws Exception {
    ClaimWorld.Browser admin = new ClaimWorld.Browser("claims.admin");
    Map<String, String> fields =
        Map.of("institution", at, "label", "门诊 HIS 甲", "key", "0123456789-write");
    HttpResponse<String> shown = admin.post("/keys", "/keys", fields);
    assertThat(shown.statusCode()).isEqualTo(200);
    var matcher = java.util.regex.Pattern.compile("xh_[A-Za-z0-9_-]{43}").matcher(shown.body());
    assertThat(matcher.find()).isTrue();
    String key = matcher.group();
    assertThat(ClaimWorld.ask(key, batch(List.of(line("1", "C")))).statusCode()).isEqualTo(200);
    assertThat(admin.get("/keys").body()).contains("门诊 HIS 甲").doesNotContain(key);
    assertThat(admin.post("/keys", "/keys", fields).body()).contains("没有再签发");
    var id = java.util.regex.Pattern.compile("门诊 HIS 甲.*?/keys/([0-9]+)/revoke", java.util.regex.Pattern.DOTALL)
        .matcher(admin.get("/keys").body());
    assertThat(id.find()).isTrue();
    assertThat(new ClaimWorld.Browser("claims.officer").get("/keys").statusCode()).isEqualTo(403);
    admin.post("/keys", "/keys/" + id.group(1) + "/revoke", Map.of("key", "0123456789-revoke"));
    assertProblem(ClaimWorld.ask(key, batch(List.of(line("1", "C")))), 401);
    assertThat(admin.post("/keys", "/keys", Map.of("institution", at, "label", " ", "key", "0123456789-blank"))
        .statusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("核查一行的页面：先说结果，再说到哪天、哪一条；范围以外的机构没有")
  void thePageAnswers() throws Exception {
    ClaimWorld.Browser officer = new ClaimWorld.Browser("claims.officer");
    assertThat(officer.get("/claims").body()).contains("还没有核查");
    String code = world.codes().getFirst();
    HttpResponse<String> page =
        officer.get("/claims?who=" + code + "&institution=" + at + "&on=2026-06-15&setting=emergency");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("开具的急诊费用").contains("同一天的其他就诊类型").contains("来历");
    assertThat(officer.get("/claims?who=&institution=" + at + "&on=2026-06-15&setting=inpatient").body())
        .contains("不能判定").contains("没有编码");
    assertThat(officer.get("/claims?who=Zz3nobody&institution=" + at + "&on=2026-06-15T10:00").body())
        .contains("编码不明");
    assertThat(officer.get("/claims?who=x&institution=" + at + "&on=2026-02-30").statusCode()).isEqualTo(422);
    assertThat(officer.get("/claims?who=x&institution=nowhere&on=2026-02-03").statusCode()).isEqualTo(404);
    ClaimWorld.Browser clerk = new ClaimWorld.Browser("claims.clerk");
    assertThat(clerk.get("/claims?who=x&institution=H34990000002&on=2026-02-03").statusCode()).isEqualTo(404);
    HttpResponse<String> english = clerk.get("/claims?lang=en&who=" + code + "&institution=" + at + "&on=2026-06-15");
    assertThat(english.body()).contains("care issued on").contains("The other settings");
  }

  private static List<JsonNode> stream(String key, String body) throws Exception {
    HttpResponse<String> answer =
        ClaimWorld.send(
            door().header("Authorization", "Bearer " + key).header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
    return answer.body().lines().map(JSON::readTree).toList();
  }

  @Test
  @DisplayName("逐行送来：每行一个回答，与整批一致；写坏的行单独说明，其余照答；末行报数")
  void linesAreAnsweredAsTheyCome() throws Exception {
    List<String> codes = world.codes();
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 25_000).forEach(i -> lines.add(line("s" + i, codes.get(i % codes.size()))));
    List<JsonNode> good = stream(world.key, String.join("\n", lines) + "\r\n\n");
    assertThat(good).hasSize(25_001);
    assertThat(good.getLast().get("end"))
        .isEqualTo(JSON.readTree("{\"lines\":25000,\"answered\":25000,\"faulty\":0}"));
    JsonNode batch = JSON.readTree(ClaimWorld.ask(world.key, batch(lines.subList(0, 5_000))).body()).get("verdicts");
    for (int i = 0; i < 5_000; i++) {
      assertThat(good.get(i)).isEqualTo(batch.get(i));
    }
    lines.set(1, "{\"id\":");
    lines.set(2, lines.get(2).replace(at, "H34990000002"));
    lines.set(3, lines.get(3).replace("outpatient", "clinic"));
    List<JsonNode> mixed = stream(world.key, String.join("\n", lines.subList(0, 5)));
    assertThat(mixed).hasSize(6);
    assertThat(mixed.get(0)).isEqualTo(good.get(0));
    assertThat(mixed.get(4)).isEqualTo(good.get(4));
    assertThat(List.of(mixed.get(1), mixed.get(2), mixed.get(3)))
        .allSatisfy(fault -> assertThat(fault.get("detail").stringValue()).contains("第 " + fault.get("line") + " 行"));
    assertThat(mixed.get(2).get("status").intValue()).isEqualTo(403);
    assertThat(mixed.getLast().at("/end/faulty").intValue()).isEqualTo(3);
    List<JsonNode> torn = stream(world.key, lines.getFirst() + "\n" + "x".repeat(100_000));
    assertThat(torn).hasSize(2).last().satisfies(fault -> assertThat(fault.has("end")).isFalse());
  }
}
