package cn.xingheng.match;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * 「半成品」 A file while it is written: beside its place, under another name, moved there at once when it is whole.
 *
 * <p>So at its place stands nothing, what stood there before, or all of it, also after a power cut: bytes reach the
 * disk before the name does.
 */
final class Part implements AutoCloseable {
  private final Path target;
  private final Path path;
  private final boolean kept;
  private final FileChannel channel;

  private Part(Path target, String mark, boolean kept) throws IOException {
    this.target = target;
    this.path = target.resolveSibling("." + target.getFileName() + mark + ".part");
    this.kept = kept;
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!kept) {
      channel.truncate(0);
      // Also when the process is told to stop half-way.
      path.toFile().deleteOnExit();
    }
  }

  /** Begins a file. Closed without {@link #commit}, nothing is left. */
  static Part of(Path file) throws IOException {
    return new Part(MatchFiles.real(file), "." + ProcessHandle.current().pid(), false);
  }

  /** Begins a file, or takes up what a run before left of it. Closed without {@link #commit}, it stays. */
  static Part kept(Path file) throws IOException {
    Part part = new Part(MatchFiles.real(file), "", true);
    if (!part.isAlone()) {
      part.close();
      throw new UnusableInput(file.toString(), "another run is writing it 另一次运行正在写它", "wait until that run has ended.");
    }
    return part;
  }

  private boolean isAlone() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  /** Where the file lies until it is whole. */
  Path path() {
    return path;
  }

  /** Where the bytes go. */
  FileChannel channel() {
    return channel;
  }

  /** The same as a stream; closing it does not close the file. */
  OutputStream stream() {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() {}
    };
  }

  /** Brings the bytes to the disk; how many there are. */
  long force() throws IOException {
    channel.force(true);
    return channel.position();
  }

  /** Drops what stands beyond this length, and goes on there. */
  void cut(long length) throws IOException {
    if (channel.size() < length) {
      throw new UnusableInput(path.toString(), "shorter than its journal says 比日志所记的短",
          "it was changed or cut: delete it and the journal, and run from the start.");
    }
    channel.truncate(length).position(length);
  }

  /** Brings the bytes to the disk for good; to be done with all files of a run before the first is moved. */
  void finish() throws IOException {
    channel.force(true);
    channel.close();
  }

  /** Moves a finished file to its place. */
  void commit() throws IOException {
    Files.move(path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    Path folder = target.getParent();
    if (folder != null) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!kept) {
      Files.deleteIfExists(path);
    }
  }
}
