package cn.xingheng.match;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** 「去处」 Where verdicts and rejects go, in the order of the lines; knows nothing of files. */
final class Sinks {
  static final String VERDICTS = "claim_id,verdict,because\n";
  static final String REJECTS = "line,reason,text\n";
  private static final byte[] NOTHING = {};

  private final OutputStream verdicts;
  private final @Nullable OutputStream rejects;
  private final @Nullable UniqueIds unique;
  private final Bytes row = new Bytes(2 * Limits.RECORD);
  private long rejected;

  /** Goes on after so many rejected lines. */
  Sinks(OutputStream verdicts, @Nullable OutputStream rejects, @Nullable UniqueIds unique, long rejected) {
    this.unique = unique;
    this.verdicts = verdicts;
    this.rejects = rejects;
    this.rejected = rejected;
  }

  /** Begins both, with their headers. */
  static Sinks begin(OutputStream verdicts, @Nullable OutputStream rejects, @Nullable UniqueIds unique)
      throws IOException {
    verdicts.write(VERDICTS.getBytes(StandardCharsets.UTF_8));
    if (rejects != null) {
      rejects.write(REJECTS.getBytes(StandardCharsets.UTF_8));
    }
    return new Sinks(verdicts, rejects, unique, 0);
  }

  /** The ids of a block, before which so many lines stand. */
  void ids(ClaimIds ids, long linesBefore) throws IOException {
    if (unique != null) {
      unique.take(ids, linesBefore);
    }
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
}
