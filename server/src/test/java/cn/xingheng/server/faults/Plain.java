package cn.xingheng.server.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as no proper client would, and reads what comes back until the other side hangs up. */
final class Plain {
  private static final int PATIENCE_MILLIS = 20_000;

  private Plain() {}

  /** One answer as it came: status, head, body. */
  record Raw(int status, String head, String body) {}

  /** Sends a whole request, written out. */
  static Raw send(String url, String request) {
    URI address = URI.create(url);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int cut = text.indexOf("\r\n\r\n");
      String head = cut < 0 ? text : text.substring(0, cut);
      String[] words = head.split(" ", 3);
      return new Raw(words.length > 1 ? Integer.parseInt(words[1]) : 0, head, cut < 0 ? "" : text.substring(cut + 4));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
