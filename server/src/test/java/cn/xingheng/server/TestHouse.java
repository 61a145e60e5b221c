package cn.xingheng.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One whole server for the tests of this machine: its own PostgreSQL in a temporary folder, a clock that stands still.
 * Started by the first test that asks, stopped with the machine.
 */
public final class TestHouse {
  /** The day on which the test house opens. */
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 16);

  private static final TestHouse ONE = new TestHouse();

  private final int receiverPort = free();
  private final TestClock clock = new TestClock(TODAY);
  private final ConfigurableApplicationContext context;

  private TestHouse() {
    try {
      Path data = Files.createTempDirectory("xingheng-test");
      this.context =
          XinghengServer.start(
              Map.of(
                  "server.port", 0, "xingheng.data", data.toString(), "spring.main.register-shutdown-hook", true,
                  "xingheng.push.plain", true, "xingheng.push.ranges", "127.0.0.0/8", "xingheng.push.ports",
                  "443," + receiverPort),
              clock);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The house. */
  public static TestHouse get() {
    return ONE;
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Where a test may receive what the house sends. */
  public int receiverPort() {
    return receiverPort;
  }

  /** Its clock. */
  public TestClock clock() {
    return clock;
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All parts of it of a kind, by their names. */
  public <T> Map<String, T> beans(Class<T> type) {
    return context.getBeansOfType(type);
  }

  /** Where a browser finds it. */
  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }
}
