package cn.xingheng.server.storage;

import cn.xingheng.server.TestHouse;
import cn.xingheng.server.XinghengServer;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole server of one test alone, which may be killed, and a browser that is signed in. */
final class OwnHouse implements AutoCloseable {
  private static final Clock TEN =
      Clock.fixed(
          TestHouse.TODAY.atTime(LocalTime.of(10, 0)).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
          ZoneId.of("Asia/Shanghai"));
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ConfigurableApplicationContext context;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();

  private OwnHouse(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("server.port", 0);
    this.context = XinghengServer.start(all, TEN);
  }

  /** With a PostgreSQL of its own in a folder. */
  static OwnHouse in(Path data) {
    return new OwnHouse(Map.of("xingheng.data", data.toString()));
  }

  /** On a PostgreSQL that somebody else runs. */
  static OwnHouse at(Path data, String url, String user, String password) {
    return new OwnHouse(
        Map.of("xingheng.data", data.toString(), "xingheng.database.url", url, "xingheng.database.user", user,
            "xingheng.database.password", password));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void signIn(String login) throws Exception {
    Matcher token = TOKEN.matcher(get("/sign-in").body());
    if (!token.find()) {
      throw new IllegalStateException("no form");
    }
    String form =
        "_csrf=" + encoded(token.group(1)) + "&login=" + encoded(login) + "&password=" + encoded(Ward.PASSWORD);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(XinghengServer.address(context) + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)).build();
    browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(XinghengServer.address(context) + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Asks whether lines are paid, one line of this institution for each code; today, outpatient. */
  HttpResponse<String> check(String key, String institution, List<String> codes) throws Exception {
    String lines =
        codes.stream()
            .map(
                code ->
                    """
                    {"id":"%s","physicianCode":"%s","institutionCode":"%s","issuedAt":"%s","setting":"outpatient",
                     "amountFen":1}"""
                        .formatted(code, code, institution, TestHouse.TODAY))
            .collect(Collectors.joining(","));
    return browser.send(
        HttpRequest.newBuilder(URI.create(XinghengServer.address(context) + "/api/v1/claims/check"))
            .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"lines\":[" + lines + "]}")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
  }
}
