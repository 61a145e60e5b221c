package cn.xingheng.server.claims.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A hospital's program that receives what the house sends, and misbehaves as it is told. */
final class Receiver implements AutoCloseable {
  /** In place of a status: does not answer. */
  static final int SILENT = -1;

  final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  /** The next answers; 204 when there is none. */
  final Deque<Integer> answers = new ConcurrentLinkedDeque<>();

  volatile int always = 204;
  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);

  Receiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::receive);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /** What came, header names in lower case. */
  record Message(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    messages.add(
        new Message(
            exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()),
            new String(body, java.nio.charset.StandardCharsets.UTF_8)));
    Integer next = answers.poll();
    int status = next == null ? always : next;
    if (status == SILENT) {
      await();
      return;
    }
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void await() {
    try {
      end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next that comes. */
  Message next() throws InterruptedException {
    Message message = messages.poll(30, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nothing came");
    }
    return message;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
