package cn.xingheng.match;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 「快照文件」 Standings packed so that they are in memory again at once: the arrays of a {@link StandingTable} as they lie.
 *
 * <p>A head, see {@link SnapshotHead}; then the body: slots, dossiers, codes of institutions, all as little-endian
 * longs; last a signature: its length as a long, 0 when there is none, and its bytes, which nobody here looks at.
 */
public final class SnapshotFile {
  private static final int MOST_SIGNATURE_BYTES = 4096;
  private static final int CHUNK = 1 << 20;

  private SnapshotFile() {}

  /**
   * Packs a standings file.
   *
   * @throws UnusableInput when the standings cannot be used; nothing has been written then
   */
  public static void pack(Path standings, Path snapshot, SnapshotNote note, Packing packing, Progress progress)
      throws IOException {
    MatchFiles.checkPair(standings, snapshot);
    StandingTable table = StandingReader.read(standings, CHUNK, packing, progress);
    try (Part part = Part.of(snapshot)) {
      write(table, note, part.channel());
      part.finish();
      part.commit();
    }
  }

  private static void write(StandingTable table, SnapshotNote note, FileChannel to) throws IOException {
    CodeTable institutions = table.institutions();
    SnapshotHead head = new SnapshotHead(table.slots().length, table.dossiers().length, institutions.size(), 0, note);
    to.position(head.bytes().remaining());
    Longs body = new Longs(to);
    body.write(table.slots(), table.slots().length);
    body.write(table.dossiers(), table.dossiers().length);
    body.write(institutions.words(), Codes.WORDS * institutions.size());
    int sum = body.sum();
    body.write(new long[] {0}, 1);
    to.position(0);
    ByteBuffer bytes = head.withSum(sum).bytes();
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Whether the file says that it is a snapshot, of whatever version. */
  static boolean isOne(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return SnapshotHead.isKind(in.readNBytes(Long.BYTES));
    }
  }

  /**
   * What a snapshot says of itself.
   *
   * @throws UnusableInput when it is no snapshot, a damaged one or one of another version
   */
  public static SnapshotNote note(Path snapshot) throws IOException {
    try (FileChannel from = FileChannel.open(snapshot)) {
      return SnapshotHead.read(snapshot.toString(), from).note();
    } catch (EOFException cut) {
      throw damaged(snapshot.toString(), "it ends too early");
    }
  }

  /** The standings in a snapshot, as they were when it was packed. */
  static StandingTable open(Path snapshot) throws IOException {
    String file = snapshot.toString();
    try (FileChannel from = FileChannel.open(snapshot)) {
      SnapshotHead head = SnapshotHead.read(file, from);
      long most = from.position() + Long.BYTES * (head.longs() + 1) + MOST_SIGNATURE_BYTES;
      if (from.size() < most - MOST_SIGNATURE_BYTES || from.size() > most) {
        throw damaged(file, "its length is " + from.size());
      }
      Longs body = new Longs(from);
      long[] slots = body.read(head.slots());
      long[] dossiers = body.read(head.dossiers());
      long[] codes = body.read(Codes.WORDS * head.institutions());
      if (body.sum() != head.sum()) {
        throw damaged(file, "the checksum is another one");
      }
      if (body.read(1)[0] != from.size() - from.position()) {
        throw damaged(file, "the signature is not as long as said");
      }
      return new StandingTable(institutions(file, codes), slots, dossiers);
    } catch (EOFException cut) {
      throw damaged(file, "it ends too early");
    }
  }

  private static CodeTable institutions(String file, long[] words) throws UnusableInput {
    CodeTable institutions = new CodeTable();
    Codes code = new Codes(1);
    for (int at = 0; at < words.length; at += Codes.WORDS) {
      code.set(0, words, at);
      if (institutions.add(code, 0) != at / Codes.WORDS) {
        throw damaged(file, "an institution stands in it twice");
      }
    }
    return institutions;
  }

  static UnusableInput damaged(String file, String how) {
    return new UnusableInput(file, "the snapshot is damaged 快照文件已损坏: " + how,
        "it was cut or changed on its way: copy it again, or pack the standings again.");
  }
}
