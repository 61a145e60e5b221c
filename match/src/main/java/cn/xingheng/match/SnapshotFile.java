package cn.xingheng.match;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * 「快照文件」 Standings packed so that they are in memory again at once: the arrays of a {@link StandingTable} as they lie.
 *
 * <p>A head, see {@link SnapshotHead}; then the body: slots, dossiers, codes of institutions, all as little-endian
 * longs; last a signature over all that stands before it: its length as a long, 0 when there is none, and its bytes.
 * Whoever has the key of the house looks at it with {@link #verify}; matching does not.
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
    write(StandingReader.read(standings, CHUNK, packing, progress), note, null, snapshot);
  }

  /** Writes a table: there as a whole or not at all. */
  static void write(StandingTable table, SnapshotNote note, @Nullable PrivateKey key, Path snapshot)
      throws IOException {
    try (Part part = Part.of(snapshot)) {
      write(table, note, part.channel());
      if (key != null) {
        seal(part.path(), part.channel(), key);
      }
      part.finish();
      part.commit();
    }
  }

  /** Puts the signature where its length of 0 stands. */
  private static void seal(Path written, FileChannel to, PrivateKey key) throws IOException {
    long length = to.size() - Long.BYTES;
    byte[] signature;
    try (FileChannel from = FileChannel.open(written)) {
      signature = SnapshotSeal.signed(key, SnapshotSeal.SNAPSHOT, SnapshotSeal.digest(from, length));
    }
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + signature.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(signature.length).put(signature).flip();
    to.position(length);
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /**
   * Looks at the signature of a snapshot.
   *
   * @throws UnusableInput when there is none, or not that of this key's owner over this file
   */
  public static void verify(Path snapshot, PublicKey key) throws IOException {
    String file = snapshot.toString();
    try (FileChannel from = FileChannel.open(snapshot)) {
      SnapshotHead head = SnapshotHead.read(file, from);
      long signed = from.position() + Long.BYTES * head.longs();
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      from.position(signed);
      Longs.fill(from, length);
      long said = length.flip().getLong();
      if (said == 0) {
        throw new UnusableInput(file, "the snapshot is not signed 快照没有签名",
            "it was packed by hand: take the one that the server issues, or ask without a key.");
      }
      if (said != SnapshotSeal.LENGTH || from.size() != from.position() + said) {
        throw damaged(file, "the signature is not as long as said");
      }
      ByteBuffer signature = ByteBuffer.allocate(SnapshotSeal.LENGTH);
      Longs.fill(from, signature);
      if (!SnapshotSeal.held(key, SnapshotSeal.SNAPSHOT, SnapshotSeal.digest(from, signed), signature.array())) {
        throw new UnusableInput(file, "the signature is not that of key " + SnapshotSeal.id(key) + " 签名不符",
            "the file was changed, or another house or an older key signed it: fetch file and key again.");
      }
    } catch (EOFException cut) {
      throw damaged(file, "it ends too early");
    }
  }

  private static void write(StandingTable table, SnapshotNote note, FileChannel to) throws IOException {
    CodeTable institutions = table.institutions();
    SnapshotHead head = new SnapshotHead(table.slots().length, table.dossiers().length, institutions.size(), 0, note);
    to.position(head.bytes().remaining());
    Longs body = new Longs();
    body.write(to, table.slots(), table.slots().length);
    body.write(to, table.dossiers(), table.dossiers().length);
    body.write(to, institutions.words(), Codes.WORDS * institutions.size());
    int sum = body.sum();
    body.write(to, new long[] {0}, 1);
    to.position(0);
    ByteBuffer bytes = head.withSum(sum).bytes();
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** Whether the file says that it is a snapshot, of whatever version. */
  public static boolean isOne(Path file) throws IOException {
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
    try (FileChannel from = FileChannel.open(snapshot)) {
      return open(snapshot.toString(), from, from.size());
    }
  }

  /** The same from wherever its bytes come, so many of them. */
  static StandingTable open(String file, ReadableByteChannel bytes, long size) throws IOException {
    Counted from = new Counted(bytes);
    try {
      SnapshotHead head = SnapshotHead.read(file, from);
      long most = from.count + Long.BYTES * (head.longs() + 1) + MOST_SIGNATURE_BYTES;
      if (size < most - MOST_SIGNATURE_BYTES || size > most) {
        throw damaged(file, "its length is " + size);
      }
      Longs body = new Longs();
      long[] slots = body.read(from, head.slots());
      long[] dossiers = body.read(from, head.dossiers());
      long[] codes = body.read(from, Codes.WORDS * head.institutions());
      if (body.sum() != head.sum()) {
        throw damaged(file, "the checksum is another one");
      }
      if (body.read(from, 1)[0] != size - from.count) {
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

  /** Counts what comes through. */
  private static final class Counted implements ReadableByteChannel {
    private final ReadableByteChannel bytes;
    private long count;

    Counted(ReadableByteChannel bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      int got = bytes.read(to);
      count += Math.max(got, 0);
      return got;
    }

    @Override
    public boolean isOpen() {
      return bytes.isOpen();
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }

  static UnusableInput damaged(String file, String how) {
    return new UnusableInput(file, "the snapshot is damaged 快照文件已损坏: " + how,
        "it was cut or changed on its way: copy it again, or pack the standings again.");
  }
}
