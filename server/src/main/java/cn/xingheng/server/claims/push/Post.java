package cn.xingheng.server.claims.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts a message: to an address that was looked up once, checked, and is then connected to, so that a name cannot
 * stand for another one in between. No redirect is followed, of the answer only the status is read, and all of it has
 * an end.
 */
final class Post {
  private static final int LONGEST_STATUS = 1024;
  private final AddressRule rule;
  private final AddressRule.Resolver resolver;
  private final SSLSocketFactory tls;
  private final Duration patience;

  Post(AddressRule rule, AddressRule.Resolver resolver, SSLSocketFactory tls, Duration patience) {
    this.rule = rule;
    this.resolver = resolver;
    this.tls = tls;
    this.patience = patience;
  }

  /**
   * What came of it.
   *
   * @param trouble a word and perhaps the status behind a colon; empty when the message arrived
   */
  record Reply(String trouble) {
    boolean arrived() {
      return trouble.isEmpty();
    }
  }

  /** Sends it. */
  Reply send(URI url, Map<String, String> headers, byte[] body) {
    List<InetAddress> addresses;
    try {
      addresses = rule.addresses(resolver, url.getHost());
    } catch (UnknownHostException unknown) {
      return new Reply("unknown-host");
    }
    if (addresses.isEmpty()) {
      return new Reply("address");
    }
    AtomicBoolean late = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    try (Socket socket = new Socket()) {
      watch(socket, done, late);
      socket.connect(
          new InetSocketAddress(addresses.getFirst(), AddressRule.port(url)), (int) patience.toMillis());
      return said(exchange(socket, url, headers, body));
    } catch (SocketTimeoutException slow) {
      return new Reply("timeout");
    } catch (SSLException refused) {
      return new Reply(late.get() ? "timeout" : "tls");
    } catch (IOException fault) {
      return new Reply(late.get() ? "timeout" : "connection");
    } finally {
      done.countDown();
    }
  }

  /** Ends it, whatever it is waiting for. */
  private void watch(Socket socket, CountDownLatch done, AtomicBoolean late) {
    Thread.ofVirtual().name("hook watch").start(
        () -> {
          try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
              late.set(true);
              socket.close();
            }
          } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private int exchange(Socket socket, URI url, Map<String, String> headers, byte[] body) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    if (!"https".equals(url.getScheme())) {
      return speak(socket, url, headers, body);
    }
    try (SSLSocket secure = (SSLSocket) tls.createSocket(socket, url.getHost(), AddressRule.port(url), true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return speak(secure, url, headers, body);
    }
  }

  private static int speak(Socket socket, URI url, Map<String, String> headers, byte[] body) throws IOException {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    StringBuilder head = new StringBuilder("POST ").append(path);
    if (url.getRawQuery() != null) {
      head.append('?').append(url.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(url.getRawAuthority()).append("\r\nConnection: close\r\n");
    head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    OutputStream out = socket.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    return status(socket.getInputStream());
  }

  /** The number in {@code HTTP/1.1 200 …}; 0 when what came is no answer. */
  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n' && line.length() < LONGEST_STATUS; b = in.read()) {
      line.append((char) b);
    }
    String[] parts = line.toString().strip().split(" ", 3);
    boolean answer = parts.length >= 2 && parts[0].startsWith("HTTP/1.") && parts[1].matches("[1-5][0-9]{2}");
    return answer ? Integer.parseInt(parts[1]) : 0;
  }

  private static Reply said(int status) {
    return switch (status / 100) {
      case 2 -> new Reply("");
      case 3 -> new Reply("redirect:" + status);
      case 0 -> new Reply("no-answer");
      default -> new Reply("status:" + status);
    };
  }
}
