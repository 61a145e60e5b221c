package cn.xingheng.bench.day;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** 「自己起的服务」 A server that the simulator starts, kills in the middle, and starts again. */
final class Owned implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
  private final String command;
  private final URI base;
  private @Nullable Process process;

  Owned(String command, URI base) {
    this.command = command;
    this.base = base;
  }

  /** Starts it and waits until it says that it is ready. */
  void start() throws IOException {
    Process started =
        new ProcessBuilder(List.of("/bin/sh", "-c", "exec " + command)).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null"))).start();
    process = started;
    long begun = System.nanoTime();
    while (!ready()) {
      if (!started.isAlive() || System.nanoTime() - begun > PATIENCE) {
        throw new IOException("did not start: " + command);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  /** Kills it at once, as kill -9 does, and starts it again; how many seconds it was away. */
  double killAndStart() throws IOException {
    long begun = System.nanoTime();
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
    }
    start();
    return (System.nanoTime() - begun) / 1e9;
  }

  private boolean ready() {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/health/readiness")).timeout(Duration.ofSeconds(5)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroy();
      running.onExit().join();
    }
  }
}
