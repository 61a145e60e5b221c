package cn.xingheng.match;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 「编号唯一」 Finds out whether a claim id stands twice among any number of lines.
 *
 * <p>Ids go to one of many files by their hash, so that one file after the other fits into memory: 24 bytes a line on
 * the disk, a hundredth of that in memory. Two ids with the same hash of 128 bits count as the same.
 */
final class UniqueIds implements AutoCloseable {
  private static final int FILES = 128;
  private static final int BUFFER = Long.BYTES * ClaimIds.WIDTH * 1024;
  /** As many as are told. */
  private static final int TOLD = 10;

  private final List<FileChannel> files = new ArrayList<>();
  private final List<ByteBuffer> buffers = new ArrayList<>();
  /** First line by second line of ids that stand twice, the earliest only. */
  private final TreeMap<Long, Long> twice = new TreeMap<>();

  private long count;

  /** Keeps its files in this folder, without names, so that nothing is left of them however the process ends. */
  UniqueIds(Path folder) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path file = Files.createTempFile(folder, ".unique", ".part");
      files.add(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
      Files.delete(file);
      buffers.add(ByteBuffer.allocate(BUFFER));
    }
  }

  /** Takes the ids of a block, before which so many lines stand. */
  void take(ClaimIds ids, long linesBefore) throws IOException {
    long[] entries = ids.entries();
    for (int at = 0; at < ids.longs(); at += ClaimIds.WIDTH) {
      int file = (int) (entries[at] >>> 32) & (FILES - 1);
      ByteBuffer buffer = buffers.get(file);
      if (!buffer.hasRemaining()) {
        write(file);
      }
      buffer.putLong(entries[at]).putLong(entries[at + 1]).putLong(linesBefore + entries[at + 2] + 1);
    }
  }

  private void write(int file) throws IOException {
    ByteBuffer buffer = buffers.get(file).flip();
    while (buffer.hasRemaining()) {
      files.get(file).write(buffer);
    }
    buffer.clear();
  }

  /** Refuses claims in which an id stands twice. */
  void check(Path claims) throws IOException {
    for (int file = 0; file < FILES; file++) {
      write(file);
      look(read(files.get(file).position(0)));
    }
    if (count > 0) {
      StringBuilder lines = new StringBuilder();
      for (Map.Entry<Long, Long> pair : twice.entrySet()) {
        lines.append(lines.isEmpty() ? "" : ", ").append(pair.getValue()).append('=').append(pair.getKey());
      }
      throw new UnusableInput(claims.toString(), count + " lines repeat the claim id of an earlier one 结算编号重复: lines "
          + lines + (count > TOLD ? " …" : ""), "a file was joined with itself; take the repeated lines out.");
    }
  }

  private static long[] read(FileChannel from) throws IOException {
    long[] entries = new long[Math.toIntExact(from.size() / Long.BYTES)];
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int at = 0; at < entries.length; ) {
      int some = Math.min(entries.length - at, BUFFER / Long.BYTES);
      Longs.fill(from, buffer.clear().limit(some * Long.BYTES));
      buffer.flip().asLongBuffer().get(entries, at, some);
      at += some;
    }
    return entries;
  }

  private void look(long[] entries) {
    int mask = Integer.highestOneBit(Math.max(8, entries.length / ClaimIds.WIDTH)) * 4 - 1;
    int[] slots = new int[mask + 1];
    for (int at = 0; at < entries.length; at += ClaimIds.WIDTH) {
      int slot = (int) entries[at + 1] & mask;
      while (slots[slot] != 0 && !same(entries, slots[slot] - 1, at)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = at + 1;
      } else {
        tell(entries[slots[slot] + 1], entries[at + 2]);
      }
    }
  }

  private static boolean same(long[] entries, int one, int other) {
    return entries[one] == entries[other] && entries[one + 1] == entries[other + 1];
  }

  private void tell(long firstLine, long secondLine) {
    count++;
    twice.put(secondLine, firstLine);
    if (twice.size() > TOLD) {
      twice.pollLastEntry();
    }
  }

  @Override
  public void close() throws IOException {
    for (FileChannel file : files) {
      file.close();
    }
  }
}
