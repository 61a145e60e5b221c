package cn.xingheng.bench.online;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 「访客」 Somebody signed in, who opens pages and sends their forms. */
public final class Visitor {
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
  private final String base;

  /** Signs in. */
  public Visitor(String base, String login, String password) throws IOException, InterruptedException {
    this.base = base;
    post("/sign-in", Map.of("login", login, "password", password), "/sign-in");
  }

  /** A page that must be there. */
  public String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return answer.body();
  }

  /** Sends a form, with what the page that holds it carries unseen. */
  public String post(String path, Map<String, String> fields, String from) throws IOException, InterruptedException {
    String page = get(from);
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", found(page, "name=\"_csrf\" value=\"([^\"]*)\"").getFirst());
    found(page, "name=\"key\" value=\"([^\"]*)\"").stream().findFirst().ifPresent(key -> all.put("key", key));
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** A new key of a hospital of the demonstration. */
  public String key(String institution) throws IOException, InterruptedException {
    String page = post("/keys", Map.of("institution", institution, "label", "bench"), "/keys");
    return found(page, "(xh_[A-Za-z0-9_-]{20,})").getFirst();
  }

  /** What the first group of a pattern catches, wherever it does. */
  public static List<String> found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
