package cn.xingheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("开门")
class OpeningTest {

  @Test
  @DisplayName("没有登录的人看到登录页，带严格的内容安全策略")
  void whoIsNotSignedInSeesTheFrontDoor() throws Exception {
    HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpResponse<String> page =
        browser.send(
            HttpRequest.newBuilder(URI.create(TestHouse.get().url() + "/physicians")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/sign-in");
    assertThat(page.body()).contains("name=\"login\"").contains("登录");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
  }
}
