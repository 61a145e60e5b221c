package cn.xingheng.match;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「输出」 The files of a run while they are written: beside their places, under other names, moved there when all is well.
 *
 * <p>The summary is moved last: where it stands, the others are whole. Closed without {@link #commit}, nothing is left.
 */
final class Outputs implements AutoCloseable {
  private static final byte[] NOTHING = {};

  private final List<Path> targets = new ArrayList<>();
  private final List<Path> parts = new ArrayList<>();
  private final List<OutputStream> streams = new ArrayList<>();
  private final OutputStream verdicts;
  private final @Nullable OutputStream rejects;
  private final OutputStream summary;
  private final Bytes row = new Bytes(2 * Limits.RECORD);
  private long rejected;

  Outputs(MatchFiles files) throws IOException {
    try {
      Path rejectsFile = files.rejects();
      verdicts = open(files.verdicts());
      rejects = rejectsFile == null ? null : open(rejectsFile);
      summary = open(files.summary());
      verdicts.write("claim_id,verdict,because\n".getBytes(StandardCharsets.UTF_8));
      if (rejects != null) {
        rejects.write("line,reason,text\n".getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  private OutputStream open(Path file) throws IOException {
    Path target = MatchFiles.real(file);
    Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    OutputStream stream = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    // Also when the process is told to stop half-way.
    part.toFile().deleteOnExit();
    targets.add(target);
    parts.add(part);
    streams.add(stream);
    return stream;
  }

  void verdicts(Bytes lines) throws IOException {
    lines.writeTo(verdicts);
  }

  /** One rejected line, its text read from the block it stands in. */
  void reject(long line, Reason reason, byte[] block, int from, int to) throws IOException {
    rejected++;
    if (rejects == null) {
      return;
    }
    byte[] head = (line + "," + reason.word() + ",").getBytes(StandardCharsets.UTF_8);
    byte[] text = printable(block, from, to);
    row.clear();
    row.append(head, 0, head.length);
    row.appendQuoted(text, 0, text.length);
    row.append((byte) '\n');
    row.writeTo(rejects);
  }

  /** An empty line among the rejected. */
  void rejectEmpty(long line) throws IOException {
    reject(line, Reason.EMPTY_LINE, NOTHING, 0, 0);
  }

  /** The line as valid UTF-8 without zero bytes, 4,096 bytes of it at most; what was cut off shows as an ellipsis. */
  private static byte[] printable(byte[] block, int from, int to) {
    int end = Math.min(to, from + Limits.RECORD);
    boolean cut = end < to;
    while (cut && end > from && (block[end] & 0xC0) == 0x80) {
      end--;
    }
    String text = new String(block, from, end - from, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    return (cut ? text + "…" : text).getBytes(StandardCharsets.UTF_8);
  }

  /** How many lines were rejected. */
  long rejected() {
    return rejected;
  }

  /** Puts everything in its place. */
  void commit(Summary total) throws IOException {
    summary.write(total.toJson().getBytes(StandardCharsets.UTF_8));
    for (OutputStream stream : streams) {
      stream.close();
    }
    for (int i = 0; i < parts.size(); i++) {
      Files.move(parts.get(i), targets.get(i), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    for (OutputStream stream : streams) {
      stream.close();
    }
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
  }
}
