package cn.xingheng.client;

import cn.xingheng.match.SnapshotSeal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * 「变动日志」 The changes since a snapshot, beside it: pages as the house told them, each with its length, a CRC-32C and
 * the house's signature, one behind the other.
 *
 * <p>A record that is torn or damaged ends the journal: what stands before it counts, and the next record takes its
 * place.
 */
final class Journal {
  private static final byte[] KIND = {(byte) 0x89, 'X', 'H', 'J', '\r', '\n', 0x1A, '\n'};
  private static final int HEAD = 2 * Integer.BYTES;
  private final Path file;
  private final PublicKey key;
  private long whole;

  Journal(Path file, PublicKey key) {
    this.file = file;
    this.key = key;
  }

  /** The pages up to the first that is not whole, or not the house's. */
  List<Page> read() throws IOException {
    List<Page> pages = new ArrayList<>();
    whole = 0;
    if (!Files.exists(file)) {
      return pages;
    }
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    byte[] kind = new byte[KIND.length];
    if (all.remaining() < KIND.length) {
      return pages;
    }
    all.get(kind);
    if (!Arrays.equals(KIND, kind)) {
      return pages;
    }
    whole = KIND.length;
    while (all.remaining() >= HEAD) {
      int length = all.getInt();
      int sum = all.getInt();
      if (length < SnapshotSeal.LENGTH || length > all.remaining()) {
        return pages;
      }
      byte[] record = new byte[length];
      all.get(record);
      byte[] body = Arrays.copyOfRange(record, SnapshotSeal.LENGTH, length);
      byte[] signature = Arrays.copyOf(record, SnapshotSeal.LENGTH);
      if (sum(record) != sum || !SnapshotSeal.holds(key, SnapshotSeal.CHANGES, body, signature)) {
        return pages;
      }
      pages.add(Page.read(body));
      whole = all.position();
    }
    return pages;
  }

  /** Adds a page as it came behind the last whole one; it is on the disk when this returns. */
  void append(byte[] signature, byte[] body) throws IOException {
    byte[] record = Arrays.copyOf(signature, SnapshotSeal.LENGTH + body.length);
    System.arraycopy(body, 0, record, SnapshotSeal.LENGTH, body.length);
    ByteBuffer bytes = ByteBuffer.allocate(KIND.length + HEAD + record.length);
    if (whole == 0) {
      bytes.put(KIND);
    }
    bytes.putInt(record.length).putInt(sum(record)).put(record).flip();
    try (FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      to.truncate(whole).position(whole);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      to.force(true);
      whole = to.position();
    }
  }

  /** How long it is, as far as it is whole. */
  long length() {
    return whole;
  }

  /** Begins anew. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
    whole = 0;
  }

  private static int sum(byte[] record) {
    CRC32C sum = new CRC32C();
    sum.update(record);
    return (int) sum.getValue();
  }
}
