package cn.xingheng.client;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.match.SnapshotBuilder;
import cn.xingheng.match.SnapshotIssue;
import cn.xingheng.match.SnapshotNote;
import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.match.StandingSpan;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** 「扮演的服务」 A house over HTTP that says what a test tells it to. */
final class PlayedHouse implements AutoCloseable {
  static final String SITE = "H34010000001";
  static final Instant NOW = Instant.parse("2026-06-16T02:00:00Z");
  final KeyPair key = pair();
  final HttpServer server;
  final List<String> asked = new ArrayList<>();
  final Deque<Integer> troubles = new ArrayDeque<>();
  final Deque<String> pages = new ArrayDeque<>();
  long snapshotAt = 10;
  String law = "l1";
  boolean forged;
  private final Path folder;

  PlayedHouse(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A page in which physicians stand so from 2026-01-01 on. */
  String page(long after, long next, String at, boolean anew, Map<String, String> standings) {
    List<String> changes = new ArrayList<>();
    standings.forEach(
        (code, standing) -> changes.add(
            "{\"no\":" + next + ",\"physicianCode\":\"" + code + "\",\"days\":[{\"from\":\"2026-01-01\","
                + "\"through\":null,\"standing\":\"" + standing + "\",\"because\":"
                + (standing.equals("effective") ? "null" : "\"points\"") + ",\"causes\":[],\"other\":{\"a\":[1]}}]}"));
    return "{\"changes\":[" + String.join(",", changes) + "],\"next\":" + next + ",\"more\":false,\"institution\":\""
        + SITE + "\",\"after\":" + after + ",\"at\":\"" + at + "\",\"law\":\"" + law + "\",\"anew\":" + anew + "}";
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    exchange.getRequestBody().readAllBytes();
    Integer trouble = troubles.poll();
    if (trouble != null) {
      exchange.getResponseHeaders().add("Retry-After", "7");
      send(exchange, trouble, "{\"detail\":\"坏了\"}".getBytes(StandardCharsets.UTF_8));
    } else if (path.startsWith("/api/v1/standings/snapshot")) {
      send(exchange, 200, snapshot());
    } else if (path.startsWith("/api/v1/standings/changes")) {
      long after = Long.parseLong(path.substring(path.lastIndexOf('=') + 1));
      String page = pages.isEmpty() ? page(after, after, NOW.toString(), false, Map.of()) : pages.poll();
      byte[] body = page.getBytes(StandardCharsets.UTF_8);
      byte[] signed = SnapshotSeal.sign(forged ? pair().getPrivate() : key.getPrivate(), SnapshotSeal.CHANGES, body);
      exchange.getResponseHeaders().add("Xingheng-Seal", Base64.getEncoder().encodeToString(signed));
      send(exchange, 200, body);
    } else {
      String verdict = "{\"id\":\"0\",\"verdict\":\"payable\",\"because\":null,\"causes\":[],\"articles\":[\"办法16\","
          + "\"细则三\"],\"until\":\"2026-06-29\"}";
      send(exchange, 200, ("{\"verdicts\":[" + verdict + "]}").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  byte[] snapshot() throws IOException {
    SnapshotBuilder rows = new SnapshotBuilder();
    rows.add(
        "D1",
        List.of(new StandingSpan(SITE, LocalDate.of(2026, 1, 1), StandingSpan.OPEN, Standing.EFFECTIVE, null)));
    Path file = folder.resolve("house.xhs");
    rows.write(
        file,
        new SnapshotNote(
            LocalDate.of(2026, 6, 16), Map.of(),
            new SnapshotIssue(
                snapshotAt, SITE, NOW, Verdict.EXCEPTED, law, SnapshotSeal.id(key.getPublic()))),
        key.getPrivate());
    return Files.readAllBytes(file);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
