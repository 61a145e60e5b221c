package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file that are not blank, one after the other, with their numbers. */
final class TextLines implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  /** One line. */
  record Line(int number, String text) {}

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private int number;

  private TextLines(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static Stream<Line> of(Path path) {
    try {
      TextLines lines = new TextLines(path.toString(), Files.newInputStream(path));
      Line first = lines.next();
      if (first == null) {
        lines.close();
        throw new LawFault(new Place(path.toString(), 1, 1), "文件里没有案例", "文件是空的");
      }
      return StreamSupport.stream(new Rest(first, lines), false).onClose(lines::close);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The first line and those after it. */
  private static final class Rest extends Spliterators.AbstractSpliterator<Line> {
    private final TextLines lines;
    private @Nullable Line next;

    Rest(Line first, TextLines lines) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.next = first;
      this.lines = lines;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Line> take) {
      Line line = next;
      if (line == null) {
        return false;
      }
      next = lines.next();
      take.accept(line);
      return true;
    }
  }

  private @Nullable Line next() {
    try {
      String text = readLine();
      while (text != null && text.isBlank()) {
        text = readLine();
      }
      return text == null ? null : new Line(number, text);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private @Nullable String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      line.write(buffer, at, stop - at);
      boolean whole = stop < end;
      at = whole ? stop + 1 : stop;
      if (line.size() > Limits.LINE_BYTES) {
        throw fault("一行超过 " + (Limits.LINE_BYTES >> 20) + " MiB", "把案例按人拆开，每行一个");
      }
      if (whole) {
        break;
      }
    }
    number += any ? 1 : 0;
    return any ? decoded(line.toByteArray()) : null;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private String decoded(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException cause) {
      throw new LawFault(new Place(file, number, 1), "这一行不是 UTF-8 编码", "它是用 GBK 保存的，请另存为 UTF-8");
    }
  }

  private LawFault fault(String wrong, String maybe) {
    return new LawFault(new Place(file, number + 1, 1), wrong, maybe);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
