package cn.xingheng.server.ledger;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: it keeps cookies, reads hidden fields, sends forms. */
final class Browser {
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();

  /** One that is signed in. */
  static Browser of(String login) throws IOException, InterruptedException {
    Browser browser = new Browser();
    String csrf = hidden(browser.get("/sign-in").body(), "_csrf");
    HttpResponse<String> in =
        browser.send("/sign-in", Map.of("_csrf", csrf, "login", login, "password", FormWorld.PASSWORD));
    if (in.statusCode() / 100 != 3 || in.headers().firstValue("Location").orElse("").contains("failed")) {
      throw new IllegalStateException("not signed in: " + login + " " + in.statusCode());
    }
    return browser;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(at(path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static URI at(String path) {
    return path.startsWith("http") ? URI.create(path) : URI.create(FormWorld.HOUSE.url() + path);
  }

  /** The form as filled in, with what the page it stands on hides in it. */
  Map<String, String> filled(String page, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    for (String name : new String[] {"_csrf", "key", "seen", "newest"}) {
      all.put(name, hidden(page, name));
    }
    return all;
  }

  /** What stands hidden in a page under this name. */
  static String hidden(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no field " + name + " in " + page);
    }
    return found.group(1);
  }

  /** Opens a form, looks at the outcome, and answers the page with it. */
  HttpResponse<String> look(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return send(path + "/preview", filled(get(path).body(), fields));
  }

  /** Opens a form, looks at the outcome, and records it. */
  HttpResponse<String> record(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return send(path, filled(look(path, fields).body(), fields));
  }
}
