package cn.xingheng.server.claims.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Files that are written as they go. */
final class CsvOut {
  private CsvOut() {}

  /** A file of a type, named. */
  static Writer open(HttpServletResponse response, String type, String name) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(bytes(response, type, name), StandardCharsets.UTF_8));
  }

  /** The same for bytes. */
  static OutputStream bytes(HttpServletResponse response, String type, String name) throws IOException {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return response.getOutputStream();
  }

  /** A CSV file. */
  static Writer csv(HttpServletResponse response, String name) throws IOException {
    return open(response, "text/csv;charset=UTF-8", name);
  }

  static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** A record of these fields, with its line end. */
  static String line(Object... fields) {
    return Stream.of(fields).map(field -> quoted(String.valueOf(field))).collect(Collectors.joining(",", "", "\n"));
  }

  /** A field of a record, in quotes if it needs them. */
  static String quoted(String text) {
    boolean plain =
        text.indexOf('"') < 0 && text.indexOf(',') < 0 && text.indexOf('\r') < 0 && text.indexOf('\n') < 0;
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
