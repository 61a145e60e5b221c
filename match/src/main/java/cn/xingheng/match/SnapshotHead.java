package cn.xingheng.match;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * 「快照文件头」 The head of a snapshot file, all numbers little-endian.
 *
 * <p>Eight bytes that tell the kind; then as integers: version, length of the text, how many longs of slots, how many
 * of dossiers, how many institutions, 0, CRC-32C of the head with this field 0, CRC-32C of the body. Then the text:
 * lines of UTF-8, {@link SnapshotNote} and the words for which numbers stand in the body, filled up to a multiple of
 * eight.
 *
 * @param sum CRC-32C of the body
 */
record SnapshotHead(int slots, int dossiers, int institutions, int sum, SnapshotNote note) {
  static final int VERSION = 1;
  private static final int FIXED = 40;
  private static final int SUM_AT = 32;
  private static final int MOST_TEXT = 1 << 20;
  /** A byte that is no text, our letters, both line ends, an end of file: copied as text it is spoilt visibly. */
  private static final byte[] KIND = {(byte) 0x89, 'X', 'H', 'S', '\r', '\n', 0x1A, '\n'};

  static boolean isKind(byte[] first) {
    return Arrays.equals(first, KIND);
  }

  SnapshotHead withSum(int bodySum) {
    return new SnapshotHead(slots, dossiers, institutions, bodySum, note);
  }

  /** Longs of the body. */
  long longs() {
    return (long) slots + dossiers + (long) Codes.WORDS * institutions;
  }

  ByteBuffer bytes() {
    byte[] text = (String.join("\n", note.lines()) + "\n" + words()).getBytes(StandardCharsets.UTF_8);
    byte[] filled = Arrays.copyOf(text, (text.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    Arrays.fill(filled, text.length, filled.length, (byte) '\n');
    ByteBuffer head = ByteBuffer.allocate(FIXED + filled.length).order(ByteOrder.LITTLE_ENDIAN);
    head.put(KIND).putInt(VERSION).putInt(filled.length);
    head.putInt(slots).putInt(dossiers).putInt(institutions).putInt(0);
    head.putInt(0).putInt(sum).put(filled).flip();
    return head.putInt(SUM_AT, sumOf(head));
  }

  private static int sumOf(ByteBuffer head) {
    CRC32C sum = new CRC32C();
    sum.update(head.duplicate());
    return (int) sum.getValue();
  }

  /**
   * Two lines with the words that the numbers in the body stand for, in their order. Loops: streams take long to
   * start.
   */
  private static String words() {
    StringBuilder words = new StringBuilder("standings:");
    for (Standing standing : Standing.values()) {
      words.append(' ').append(standing.word());
    }
    words.append("\ncauses:");
    for (Cause cause : Cause.values()) {
      words.append(' ').append(cause.word());
    }
    return words.append('\n').toString();
  }

  /** Reads a head and stands behind it. */
  static SnapshotHead read(String file, ReadableByteChannel from) throws IOException {
    ByteBuffer fixed = ByteBuffer.allocate(FIXED).order(ByteOrder.LITTLE_ENDIAN);
    Longs.fill(from, fixed);
    byte[] kind = new byte[KIND.length];
    fixed.flip().get(kind);
    int version = fixed.getInt();
    int length = fixed.getInt();
    if (!isKind(kind)) {
      throw new UnusableInput(file, "is no snapshot 不是快照文件", "name a file that standings pack has written.");
    }
    if (version != VERSION) {
      throw new UnusableInput(file, "a snapshot of version " + version + ", this program knows " + VERSION
          + " 快照版本与本程序不符", "a newer program wrote it: update this one, or pack the standings again.");
    }
    if (length < 0 || length > MOST_TEXT) {
      throw SnapshotFile.damaged(file, "a text of " + length + " bytes");
    }
    ByteBuffer head = ByteBuffer.allocate(FIXED + length).order(ByteOrder.LITTLE_ENDIAN).put(fixed.rewind());
    Longs.fill(from, head);
    int said = head.getInt(SUM_AT);
    if (sumOf(head.putInt(SUM_AT, 0).flip()) != said) {
      throw SnapshotFile.damaged(file, "the checksum of its head is another one");
    }
    return of(file, head, new String(head.array(), FIXED, length, StandardCharsets.UTF_8));
  }

  private static SnapshotHead of(String file, ByteBuffer head, String text) throws UnusableInput {
    if (!text.contains(words())) {
      throw new UnusableInput(file, "other words for standings and causes than this program's 状态与原因的词表不同",
          "another version of the program packed it: pack the standings again with this one.");
    }
    int at = KIND.length + 2 * Integer.BYTES;
    SnapshotHead read = new SnapshotHead(head.getInt(at), head.getInt(at + 4), head.getInt(at + 8),
        head.getInt(SUM_AT + Integer.BYTES), SnapshotNote.of(text));
    if (Integer.bitCount(read.slots) != 1 || read.slots < 0 || read.dossiers < 2 * StandingTable.FIRST
        || read.institutions < 0 || read.institutions > Integer.MAX_VALUE / Codes.WORDS) {
      throw SnapshotFile.damaged(file, "its sizes cannot be");
    }
    return read;
  }
}
