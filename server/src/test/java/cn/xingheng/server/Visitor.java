package cn.xingheng.server;

import cn.xingheng.server.house.Role;
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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Somebody with an account of one role, signed in at the test house. */
public final class Visitor {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final TestHouse HOUSE = TestHouse.get();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();

  /** Makes the account and signs in. */
  public Visitor(String login, String organisation, Role role) throws IOException, InterruptedException {
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    long id =
        jdbc.sql("insert into account (login, name, password_hash) values (?, ?, ?) returning id")
            .param(login).param(login).param(HOUSE.bean(PasswordEncoder.class).encode(PASSWORD))
            .query(Long.class).single();
    jdbc.sql("insert into account_role (account, organisation, role) values (?, ?, ?)")
        .param(id).param(organisation).param(role.name()).update();
    send("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
  }

  /** A page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), BodyHandlers.ofString());
  }

  /** Sends a form with a key of its own; where it leads is not followed. */
  public HttpResponse<String> send(String from, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("key", UUID.randomUUID().toString());
    String body =
        "_csrf=" + encoded(token(from))
            + all.entrySet().stream().map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
    return client.send(
        HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  /** Sends a file. */
  public HttpResponse<String> upload(String from, String path, String key, byte[] file)
      throws IOException, InterruptedException {
    String text =
        "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(from)
            + "\r\n--part\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + key
            + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n" + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--part--\r\n";
    return client.send(
        HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(text, StandardCharsets.ISO_8859_1)).build(),
        BodyHandlers.ofString());
  }

  private String token(String from) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(from).body());
    return token.find() ? token.group(1) : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
