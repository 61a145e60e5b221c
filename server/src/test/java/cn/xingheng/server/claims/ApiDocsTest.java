package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("接口说明")
class ApiDocsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DOOR = "/api/v1/claims/check";
  private final ClaimWorld world = ClaimWorld.get();

  private static JsonNode document() throws Exception {
    HttpResponse<String> answer =
        ClaimWorld.send(HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/v3/api-docs")).build());
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode example(JsonNode holder) {
    JsonNode value = holder.get("examples").iterator().next().get("value");
    return value.isString() ? JSON.readTree(value.stringValue()) : value;
  }

  private static JsonNode problem(JsonNode document, String status) {
    return example(
        document.at("/paths/~1api~1v1~1claims~1check/post/responses/" + status + "/content")
            .get("application/problem+json"));
  }

  @Test
  @DisplayName("只说接口，不说网页；引用都有着落；每种状态都有例子；列出的词就是全部的词")
  void theDocumentIsWhole() throws Exception {
    JsonNode document = document();
    assertThat(document.get("openapi").stringValue()).startsWith("3.");
    assertThat(document.get("paths").propertyNames())
        .contains(DOOR, "/api/v1/his", "/api/v1/his/totals", "/api/v1/standings/changes", "/api/v1/standings/stream",
            "/api/v1/standings/snapshot", "/api/v1/standings/key")
        .allMatch(path -> path.startsWith("/api/"));
    document.findValues("$ref").forEach(
        ref -> assertThat(document.at(ref.stringValue().substring(1)).isMissingNode()).as(ref.stringValue()).isFalse());
    JsonNode post = document.at("/paths/~1api~1v1~1claims~1check/post");
    assertThat(post.get("responses").propertyNames())
        .containsExactlyInAnyOrder("200", "400", "401", "403", "405", "413", "415", "503");
    for (String status : post.get("responses").propertyNames()) {
      JsonNode content = post.get("responses").get(status).get("content");
      assertThat(example(content.get(content.propertyNames().iterator().next())).isObject()).as(status).isTrue();
    }
    assertThat(document.at("/components/securitySchemes/key/scheme").stringValue()).isEqualTo("bearer");
    JsonNode verdict = document.at("/components/schemas/ClaimVerdict/properties");
    assertThat(words(verdict.at("/verdict/enum")))
        .containsExactlyElementsOf(Arrays.stream(Verdict.values()).map(Verdict::word).toList());
    assertThat(words(verdict.at("/because/enum")))
        .containsAll(Arrays.stream(Cause.values()).map(Cause::word).toList());
    assertThat(words(document.at("/components/schemas/ClaimLine/properties/setting/enum")))
        .containsExactlyElementsOf(Arrays.stream(Setting.values()).map(Setting::word).toList());
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(one -> words.add(one.isString() ? one.stringValue() : "null"));
    return words;
  }

  @Test
  @DisplayName("请求的例子被接受，回答与例子同形；每个问题的例子与真的回答一字不差")
  void examplesAreTrue() throws Exception {
    JsonNode document = document();
    JsonNode media = document.at("/paths/~1api~1v1~1claims~1check/post/requestBody/content").get("application/json");
    String request = example(media).toString();
    HttpResponse<String> foreign = ClaimWorld.ask(world.key, request);
    assertThat(JSON.readTree(foreign.body())).isEqualTo(problem(document, "403"));
    String own = request.replace("H34010000001", world.holder.value());
    JsonNode answer = JSON.readTree(ClaimWorld.ask(world.key, own).body());
    JsonNode shown =
        example(document.at("/paths/~1api~1v1~1claims~1check/post/responses/200/content").get("application/json"));
    assertThat(answer.get("verdicts").size()).isEqualTo(shown.get("verdicts").size());
    assertThat(answer.get("verdicts").get(0).propertyNames())
        .containsExactlyElementsOf(shown.get("verdicts").get(0).propertyNames());
    assertThat(answer.get("verdicts").get(1)).isEqualTo(shown.get("verdicts").get(1));
    JsonNode bad = JSON.readTree(ClaimWorld.ask(world.key, own.replace("outpatient", "clinic")).body());
    assertThat(bad).isEqualTo(problem(document, "400"));
    assertThat(JSON.readTree(ClaimWorld.ask(null, own).body())).isEqualTo(problem(document, "401"));
    assertThat(JSON.readTree(ClaimWorld.ask(world.key, " ".repeat(5 << 20)).body()))
        .isEqualTo(problem(document, "413"));
    HttpRequest.Builder door = HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + DOOR));
    assertThat(JSON.readTree(ClaimWorld.send(door.GET().build()).body())).isEqualTo(problem(document, "405"));
    HttpRequest text =
        door.header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString("x")).build();
    assertThat(JSON.readTree(ClaimWorld.send(text).body())).isEqualTo(problem(document, "415"));
  }
}
