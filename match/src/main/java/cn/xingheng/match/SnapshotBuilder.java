package cn.xingheng.match;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** 「快照编写」 Takes rows of standings physician by physician, in any order, and writes a snapshot file of them. */
public final class SnapshotBuilder {
  private final StandingTableBuilder builder = new StandingTableBuilder();
  private int rows;

  /** Whether a code can stand in a snapshot: files know codes of 1 to 32 bytes. */
  public static boolean takes(String code) {
    int length = code.getBytes(StandardCharsets.UTF_8).length;
    return length > 0 && length <= Limits.CODE && code.indexOf('\0') < 0;
  }

  /**
   * Adds the rows of a physician; without rows the code is known and signed nowhere.
   *
   * @throws IllegalArgumentException when a code cannot stand in a snapshot
   */
  public void add(String physician, Collection<StandingSpan> spans) {
    int number = number(builder.physicians(), physician);
    for (StandingSpan span : spans) {
      builder.add(
          number, number(builder.institutions(), span.institution()), Days.of(span.from()), Days.of(span.through()),
          Finding.of(span.standing(), span.because()), ++rows);
    }
  }

  private static int number(CodeTable codes, String code) {
    if (!takes(code)) {
      throw new IllegalArgumentException("a code that cannot stand in a snapshot: " + code);
    }
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    return codes.add(Arrays.copyOf(bytes, bytes.length + Chunk.SLACK), 0, bytes.length);
  }

  /**
   * The table of all rows so far.
   *
   * @throws OverlappingRows when two rows of one physician and institution share a day
   */
  StandingTable table() {
    return builder.build();
  }

  /**
   * Writes the file: there as a whole or not at all.
   *
   * @param key signs it; without one it is unsigned
   */
  public void write(Path snapshot, SnapshotNote note, @Nullable PrivateKey key) throws IOException {
    SnapshotFile.write(table(), note, key, snapshot);
  }
}
