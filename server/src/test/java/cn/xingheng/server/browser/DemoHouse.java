package cn.xingheng.server.browser;

import cn.xingheng.server.TestClock;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.demo.DemoDesk;
import cn.xingheng.server.demo.DemoWorld;
import cn.xingheng.server.demo.Notable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A house with the invented world in it, on a day that does not pass. */
final class DemoHouse implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 16);
  static final String PASSWORD = "a demo for the browser";
  private static final int PHYSICIANS = 600;

  private final TestClock clock = new TestClock(TODAY);
  private final ConfigurableApplicationContext context;
  private final DemoWorld world;

  DemoHouse() {
    try {
      Path data = Files.createTempDirectory("xingheng-browser");
      this.context =
          XinghengServer.start(
              Map.of("server.port", 0, "xingheng.data", data.toString(), "xingheng.demo", true), clock);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    this.world = context.getBean(DemoDesk.class).fill(1, PHYSICIANS, PASSWORD, done -> { });
  }

  /** Moves the day. */
  void today(LocalDate day) {
    clock.set(day);
  }

  String url(String path) {
    return XinghengServer.address(context) + path;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Its doors. */
  RequestMappingHandlerMapping mapping() {
    return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  /** One of those who are always there. */
  Notable notable(String key) {
    return world.notable().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  DemoWorld world() {
    return world;
  }

  @Override
  public void close() {
    context.close();
  }
}
