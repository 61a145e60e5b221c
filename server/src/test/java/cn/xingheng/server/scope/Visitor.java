package cn.xingheng.server.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Somebody before the house, with cookies; follows no redirect, so that every answer is seen as it is. */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private final String url;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String token = "";

  /** Somebody who is not signed in. */
  public Visitor(String url) {
    this.url = url;
  }

  /** One answer, read as text: a workbook is unpacked first. */
  public record Reply(int status, String text, HttpResponse<byte[]> raw) {

    /** A header, or nothing. */
    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  /** Signs in and takes up the token of the own forms. */
  public static Visitor signedIn(String url, String login, String password) {
    Visitor visitor = new Visitor(url);
    visitor.signIn(login, password);
    visitor.token = visitor.tokenOf("/account");
    if (visitor.token.isEmpty()) {
      throw new IllegalStateException("not signed in: " + login);
    }
    return visitor;
  }

  /** Tries to sign in. */
  public Reply signIn(String login, String password) {
    token = tokenOf("/sign-in");
    return post("/sign-in", Map.of("login", login, "password", password));
  }

  /** The token of the forms on a page, or nothing. */
  public String tokenOf(String path) {
    Matcher matcher = TOKEN.matcher(get(path).text());
    return matcher.find() ? matcher.group(1) : "";
  }

  /** The token that goes with every form. */
  public String token() {
    return token;
  }

  /** Puts another token on every further form. */
  public void token(String other) {
    token = other;
  }

  /** The value of a cookie, or nothing. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(one -> one.getName().equals(name))
        .map(HttpCookie::getValue).findFirst().orElse("");
  }

  /** Looks at a page. */
  public Reply get(String path, String... headers) {
    return send(with(request(path), headers).GET().build());
  }

  /** Sends a form with the token. */
  public Reply post(String path, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    all.putIfAbsent("_csrf", token);
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
  }

  /** Sends whatever it is. */
  public Reply send(String method, String path, String body, String... headers) {
    return send(with(request(path), headers).method(method, BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> raw = client.send(request, Visitor::body);
      return new Reply(raw.statusCode(), text(raw.body()), raw);
    } catch (IOException cause) {
      throw new UncheckedIOException(request.uri().toString(), cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** All of it; of events that never end, what comes first. */
  private static BodySubscriber<byte[]> body(HttpResponse.ResponseInfo answer) {
    boolean endless = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    return endless ? new FirstPart() : BodySubscribers.ofByteArray();
  }

  private static String text(byte[] body) throws IOException {
    boolean packed = body.length > 1 && body[0] == 'P' && body[1] == 'K';
    if (!packed) {
      return new String(body, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    Path kept = Files.createTempFile("answer", ".zip");
    Files.write(kept, body);
    try (ZipFile parts = new ZipFile(kept.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        try (InputStream content = parts.getInputStream(part)) {
          text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
        }
      }
    } finally {
      Files.delete(kept);
    }
    return text.toString();
  }
}
