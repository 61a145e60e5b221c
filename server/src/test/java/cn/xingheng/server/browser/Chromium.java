package cn.xingheng.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The browser of the tests: the distribution's Chromium, installed when it is missing and can be. */
final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync");
  private static final int INSTALL_MINUTES = 10;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** The browser, or empty where there is none and none can be had. */
  static Optional<Chromium> open() {
    Optional<Path> program = found().or(Chromium::installed);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Playwright playwright =
        Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LANGUAGE", "zh_CN");
    Browser browser =
        playwright.chromium().launch(
            new BrowserType.LaunchOptions().setExecutablePath(program.get()).setArgs(QUIET).setHeadless(true)
                .setEnv(environment));
    return Optional.of(new Chromium(playwright, browser));
  }

  private static Optional<Path> found() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /** As Debian installs it: the browser, and a face for Chinese. */
  private static Optional<Path> installed() {
    if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      return Optional.empty();
    }
    run("apt-get", "update", "-qq");
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk");
    return found();
  }

  private static void run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (IOException cannot) {
      throw new IllegalStateException("cannot run " + command[0], cannot);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
