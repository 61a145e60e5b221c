package cn.xingheng.server.standing;

import cn.xingheng.server.TestClock;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.demo.DemoDesk;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/** A house of its own with the invented world in it, so that everybody in it is known; started once. */
public final class ListHouse {
  /** The day that does not pass. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final String PASSWORD = "a demo for the lists";
  private static final int PHYSICIANS = 700;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final ListHouse ONE = new ListHouse();

  private final ConfigurableApplicationContext context;

  private ListHouse() {
    try {
      Path data = Files.createTempDirectory("xingheng-lists");
      this.context =
          XinghengServer.start(
              Map.of(
                  "server.port", 0, "xingheng.data", data.toString(), "spring.main.register-shutdown-hook", true),
              new TestClock(TODAY));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    context.getBean(DemoDesk.class).fill(3, PHYSICIANS, PASSWORD, done -> { });
  }

  /** The house. */
  public static ListHouse get() {
    return ONE;
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Somebody with a role at an organisation. */
  public Viewer viewer(Role role, String organisation) {
    Organisation at = bean(RegisterDesk.class).organisation(organisation).orElseThrow();
    return new Viewer(1, "somebody", "某人", List.of(new Viewer.Held(role, at.id(), at.path(), at.name())));
  }

  /** A browser in which this demo account has signed in. */
  public Browser browser(String login) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    Browser browser = new Browser(client, XinghengServer.address(context));
    Matcher token = TOKEN.matcher(browser.get("/sign-in").body());
    if (!token.find()) {
      throw new IllegalStateException("no token");
    }
    String form =
        "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&login=" + login + "&password="
            + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    client.send(
        HttpRequest.newBuilder(URI.create(browser.address + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)).build(),
        HttpResponse.BodyHandlers.ofString());
    return browser;
  }

  /** A signed-in browser. */
  public record Browser(HttpClient client, String address) {

    /** A page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A file. */
    public byte[] bytes(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    }
  }
}
