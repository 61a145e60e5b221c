package cn.xingheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody in front of a browser: goes to pages, fills in forms, and hears what a page says about itself. */
final class Walker implements AutoCloseable {
  private static final Path PICTURES =
      Path.of(System.getProperty("xingheng.root", ".."), "docs", "screenshots");
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 1200;
  private final DemoHouse house;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Walker(DemoHouse house, Chromium chromium) {
    this.house = house;
    this.context =
        chromium.browser().newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT)
                .setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(fault -> complaints.add(page.url() + ": " + fault));
  }

  Page page() {
    return page;
  }

  Response go(String path) {
    return Objects.requireNonNull(page.navigate(house.url(path)));
  }

  void signIn(String login) {
    go("/sign-in");
    page.fill("input[name=login]", login);
    page.fill("input[name=password]", DemoHouse.PASSWORD);
    page.click("form button.main");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /** What the content of the page says. */
  String says() {
    return page.locator("body").innerText();
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** No accessibility violation. */
  void isAccessible(String what) {
    assertThat(
            new AxeBuilder(page).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList()))
        .as("axe: " + what + " " + page.url())
        .isEmpty();
  }

  /** What the browser itself complained about so far: scripts, styles, policies. */
  List<String> complaints() {
    return complaints;
  }

  /** A picture of the whole page; of the documents when they are to be taken anew. */
  void picture(String name) {
    Path folder = Boolean.getBoolean("xingheng.pictures") ? PICTURES : Path.of("target", "screenshots");
    Path file = folder.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    assertThat(Files.exists(file)).isTrue();
  }

  @Override
  public void close() {
    context.close();
  }
}
