package cn.xingheng.match;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「输出」 The files of a run while they are written; they come to their places when all is well.
 *
 * <p>The summary is moved last: where it stands, the others are whole. Closed without {@link #commit}, nothing is left,
 * unless the run is resumable: then what is written stays beside the places.
 */
final class Outputs implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final MatchOptions options;
  private final List<Part> parts = new ArrayList<>();
  private final List<OutputStream> streams = new ArrayList<>();
  private final OutputStream verdicts;
  private final @Nullable OutputStream rejects;
  private final OutputStream summary;

  Outputs(MatchFiles files, MatchOptions options) throws IOException {
    this.options = options;
    try {
      Path rejectsFile = files.rejects();
      verdicts = open(files.verdicts());
      rejects = rejectsFile == null ? null : open(rejectsFile);
      summary = open(files.summary());
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  private OutputStream open(Path file) throws IOException {
    Part part = options.resumable() ? Part.kept(file) : Part.of(file);
    parts.add(part);
    OutputStream stream = options.packing().packed(file, new BufferedOutputStream(part.stream(), BUFFER));
    streams.add(stream);
    return stream;
  }

  OutputStream verdicts() {
    return verdicts;
  }

  @Nullable OutputStream rejects() {
    return rejects;
  }

  /** Brings all that is written so far to the disk; the length of each file then. */
  List<Long> force() throws IOException {
    List<Long> lengths = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      streams.get(i).flush();
      lengths.add(parts.get(i).force());
    }
    return lengths;
  }

  /** Drops all that a run before may have left. */
  void restart() throws IOException {
    backTo(Collections.nCopies(parts.size(), 0L));
  }

  /** Goes back to where each file had such a length. */
  void backTo(List<Long> lengths) throws IOException {
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).cut(lengths.get(i));
    }
  }

  /** Puts everything in its place. */
  void commit(Summary total) throws IOException {
    summary.write(total.toJson().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < parts.size(); i++) {
      streams.get(i).flush();
      streams.get(i).close();
      parts.get(i).finish();
    }
    for (Part part : parts) {
      part.commit();
    }
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.close();
    }
  }
}
