package cn.xingheng.bench.online;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** 「演示系统」 A demonstration in a process of its own, as it is shipped, but with both compilers. */
final class Demonstration implements AutoCloseable {
  private static final String PASSWORD = "password for all: ([a-z0-9]+)";
  private final Process process;
  private final URI base;
  private final String password;

  /** Starts it and waits until it can be asked; a world that is not there yet takes minutes. */
  Demonstration(List<String> command, int port) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    base = URI.create("http://127.0.0.1:" + port);
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    Deque<String> last = new ArrayDeque<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      last.add(line);
      List<String> found = Visitor.found(line, PASSWORD);
      if (!found.isEmpty()) {
        password = found.getFirst();
        Thread.ofVirtual().start(() -> said.lines().forEach(ignored -> {}));
        return;
      }
      if (last.size() > 20) {
        last.remove();
      }
    }
    throw new IOException("the demonstration did not start:\n" + String.join("\n", last));
  }

  URI base() {
    return base;
  }

  Visitor visitor(String login) throws IOException, InterruptedException {
    return new Visitor(base.toString(), login, password);
  }

  /** Nanoseconds of CPU the server has used so far. */
  double cpu() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/metrics")).build();
    String metrics = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return Double.parseDouble(Visitor.found(metrics, "(?m)^process_cpu_time_ns_total ([0-9.E+]+)").getFirst());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
