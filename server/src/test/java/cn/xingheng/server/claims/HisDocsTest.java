package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("全国统一接口的说明")
class HisDocsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final ClaimWorld world = ClaimWorld.get();

  private static JsonNode example(JsonNode content, String name) {
    JsonNode value = content.get("examples").get(name).get("value");
    return value.isString() ? JSON.readTree(value.stringValue()) : value;
  }

  @Test
  @DisplayName("请求的例子被接受，回执与例子同形；失败与每个问题的例子与真的回答一字不差")
  void examplesAreTrue() throws Exception {
    JsonNode document =
        JSON.readTree(
            ClaimWorld.send(
                HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/v3/api-docs")).build()).body());
    JsonNode post = document.at("/paths/~1api~1v1~1his/post");
    JsonNode content = post.at("/requestBody/content").get("application/json");
    String request = example(content, "2204").toString();
    String own = request.replace("H34010000001\"", world.holder.value() + "\"");
    HisCaller his = new HisCaller(world.key, world.holder.value());
    JsonNode answer = JSON.readTree(his.post(own).body());
    JsonNode answers = post.at("/responses/200/content").get("application/json");
    JsonNode shown = example(answers, "taken");
    assertThat(answer.propertyNames()).containsExactlyElementsOf(shown.propertyNames());
    assertThat(answer.get("output").propertyNames()).containsExactlyElementsOf(shown.get("output").propertyNames());
    assertThat(answer.at("/output/result/0").propertyNames())
        .containsExactlyElementsOf(shown.at("/output/result/0").propertyNames());
    assertThat(answer.at("/output/result/1")).isEqualTo(shown.at("/output/result/1"));
    assertThat(answer.at("/output/note")).isEqualTo(shown.at("/output/note"));
    String wrong = own.replace("128.50", "128.505").replace("0000001\",\"fix", "0000002\",\"fix");
    assertThat(JSON.readTree(his.post(wrong).body()).get("err_msg"))
        .isEqualTo(example(answers, "refused").get("err_msg"));
    assertThat(problem(his.post(own.replace(world.holder.value() + "\"", "H34990000099\""))))
        .isEqualTo(problem(post, "403", "institution"));
    assertThat(problem(HisCaller.post(null, "application/json", own))).isEqualTo(problem(post, "401", "key"));
    assertThat(problem(his.post(" ".repeat(5 << 20)))).isEqualTo(problem(post, "413", "size"));
    assertThat(post.at("/parameters").isMissingNode()).isTrue();
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static JsonNode problem(JsonNode post, String status, String name) {
    return example(post.at("/responses/" + status + "/content").get("application/problem+json"), name);
  }
}
