package cn.xingheng.bench.online;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * 「连线」 One connection that sends the same few requests again and again and reads each answer to its end.
 *
 * <p>As little as a client can do, for it shares the cores of the server: requests are bytes made once, and of the
 * answer only the status and the length are read.
 */
final class Wire implements AutoCloseable {
  private final URI base;
  private Socket socket;
  private InputStream in;
  private final List<byte[]> requests;
  private int turn;

  private Wire(URI base, List<byte[]> requests) throws IOException {
    this.requests = List.copyOf(requests);
    this.base = base;
    this.socket = opened(base);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  private static Socket opened(URI base) throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    return socket;
  }

  static Wire get(URI base, String path) throws IOException {
    return new Wire(base, List.of(("GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII)));
  }

  static Wire post(URI base, String path, String key, List<String> bodies) throws IOException {
    return new Wire(base, bodies.stream().map(body -> request(base, path, key, body)).toList());
  }

  private static byte[] request(URI base, String path, String key, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + key
        + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** Asks once; whether it was answered, and not put off because the server may be behind its database. */
  boolean ask() throws IOException {
    socket.getOutputStream().write(requests.get(turn));
    turn = (turn + 1) % requests.size();
    String status = line();
    if (status.startsWith("HTTP/1.1 503")) {
      // The server hangs up after that.
      socket.close();
      socket = opened(base);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      return false;
    }
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answered: " + status);
    }
    int length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:");
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size + 2L);
      }
      line();
    } else {
      in.skipNBytes(length);
    }
    return true;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server hung up");
      }
      line.append((char) next);
    }
    line.setLength(Math.max(0, line.length() - 1));
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
