package cn.xingheng.server.claims.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.TestHouse;
import java.io.ByteArrayOutputStream;
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
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the settlement world at a browser. */
final class Clerk {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final TestHouse HOUSE = TestHouse.get();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();

  Clerk(String login) throws IOException, InterruptedException {
    post("/sign-in", "/sign-in", Map.of("login", login, "password", SettlementWorld.PASSWORD));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), BodyHandlers.ofString());
  }

  /** The page, which is there. */
  String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The bytes of a file, which is there. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  HttpResponse<String> post(String from, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String key = fields.containsKey("key") ? "" : "&key=" + UUID.randomUUID();
    String body =
        "_csrf=" + encoded(token(from)) + key
            + fields.entrySet().stream().map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
    return client.send(
        HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  /** Hands in files, named and in order. */
  HttpResponse<String> upload(String key, String agency, String month, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field :
        Map.of("_csrf", token("/settlement"), "key", key, "agency", agency, "month", month).entrySet()) {
      body.writeBytes(part(field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8)));
    }
    files.forEach((name, content) -> body.writeBytes(part("file\"; filename=\"" + name + "\"", content)));
    body.writeBytes("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(URI.create(HOUSE.url() + "/settlement"))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())).build(),
        BodyHandlers.ofString());
  }

  private static byte[] part(String name, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  /** Hands in one file of a month and waits until it is done; the address of the run. */
  String settled(String agency, String month, byte[] file) throws IOException, InterruptedException {
    return settled(agency, month, "C.csv", file);
  }

  /** The same under a name. */
  String settled(String agency, String month, String name, byte[] file) throws IOException, InterruptedException {
    HttpResponse<String> taken = upload(UUID.randomUUID().toString(), agency, month, Map.of(name, file));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    return done(URI.create(taken.headers().firstValue("Location").orElseThrow()).getPath());
  }

  /** Waits until nothing is under way on the page. */
  String done(String path) throws IOException, InterruptedException {
    while (page(path).contains("hx-get=\"")) {
      Thread.onSpinWait();
    }
    return path;
  }

  private String token(String from) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(from).body());
    return token.find() ? token.group(1) : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
