package cn.xingheng.match;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * 「运行日志」 How far a resumable run has come, in a file beside its verdicts; replaced at once at each pause.
 *
 * <p>An entry is written when all before it is on the disk. One of other inputs, or a damaged one, counts for nothing.
 */
final class Journal implements Matching.Pause {
  /**
   * 「日志条目」 Where to go on.
   *
   * @param position bytes of the claims that are done with
   * @param lengths of the outputs then
   */
  record Entry(long position, List<Long> lengths, Matching.Passed passed, long rejected, Totals totals) {}

  private static final int FORM = 1;

  private final MatchFiles files;
  private final MatchOptions options;
  private final StandingTable table;
  private final Outputs outputs;
  private final Path path;
  private final String run;

  Journal(MatchFiles files, MatchOptions options, StandingTable table, Outputs outputs) throws IOException {
    this.files = files;
    this.options = options;
    this.table = table;
    this.outputs = outputs;
    Path verdicts = MatchFiles.real(files.verdicts());
    this.path = verdicts.resolveSibling("." + verdicts.getFileName() + ".journal");
    this.run = run();
  }

  /** What must be the same for the outputs to be gone on with. */
  private String run() throws IOException {
    StringBuilder run = new StringBuilder();
    for (Path input : List.of(files.standings(), files.claims())) {
      run.append(input.toRealPath()).append(' ').append(Files.size(input)).append(' ')
          .append(Files.getLastModifiedTime(input)).append('\n');
    }
    for (Path output : files.outputs()) {
      run.append(MatchFiles.real(output)).append('\n');
    }
    return run.append(options.atStoppedInstitution()).toString();
  }

  @Override
  public void at(long position, Matching.Passed passed, long rejected, Totals totals) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream to = new DataOutputStream(bytes);
    to.writeInt(FORM);
    to.writeUTF(run);
    to.writeLong(position);
    List<Long> lengths = outputs.force();
    to.writeInt(lengths.size());
    for (long length : lengths) {
      to.writeLong(length);
    }
    to.writeLong(passed.lines());
    to.writeLong(passed.records());
    to.writeLong(passed.empty());
    to.writeLong(passed.between());
    to.writeLong(rejected);
    totals.save(to);
    to.writeLong(sum(bytes.toByteArray(), bytes.size()));
    try (Part part = Part.of(path)) {
      part.channel().write(ByteBuffer.wrap(bytes.toByteArray()));
      part.finish();
      part.commit();
    }
  }

  /** Where a run of the same before this stopped; null when there was none. */
  @Nullable Entry last() throws IOException {
    if (!Files.exists(path)) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(path);
    int whole = bytes.length - Long.BYTES;
    if (whole < 0 || ByteBuffer.wrap(bytes).getLong(whole) != sum(bytes, whole)) {
      return null;
    }
    DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes));
    return from.readInt() == FORM && from.readUTF().equals(run) ? entry(from) : null;
  }

  private Entry entry(DataInputStream from) throws IOException {
    long position = from.readLong();
    List<Long> lengths = new ArrayList<>();
    int count = from.readInt();
    for (int i = 0; i < count; i++) {
      lengths.add(from.readLong());
    }
    Matching.Passed passed =
        new Matching.Passed(from.readLong(), from.readLong(), from.readLong(), from.readLong());
    long rejected = from.readLong();
    Totals totals = new Totals(table, Outcome.all(options.atStoppedInstitution()));
    totals.restore(from);
    return new Entry(position, lengths, passed, rejected, totals);
  }

  private static long sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  /** Takes the journal away when the outputs stand at their places. */
  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
