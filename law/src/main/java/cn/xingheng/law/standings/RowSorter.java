package cn.xingheng.law.standings;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of rows within bounded memory: sorted parts go to temporary files and are merged when all are there.
 *
 * <p>Rows may be added from several threads.
 */
final class RowSorter implements AutoCloseable {

  /** What is done with each row, in order. */
  interface Taker {
    void take(StandingRow row) throws IOException;
  }

  private static final Standing[] STANDINGS = Standing.values();
  private static final Cause[] CAUSES = Cause.values();

  private final int most;
  private final List<Path> parts = new ArrayList<>();
  private List<StandingRow> rows = new ArrayList<>();

  /** Holds no more than this many rows in memory, and a few. */
  RowSorter(int most) {
    this.most = most;
  }

  synchronized void add(List<StandingRow> more) throws IOException {
    rows.addAll(more);
    if (rows.size() >= most) {
      spill();
    }
  }

  private void spill() throws IOException {
    rows.sort(StandingRow.ORDER);
    Path part = Files.createTempFile("xingheng-standings", ".part");
    parts.add(part);
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
      for (StandingRow row : rows) {
        write(out, row);
      }
    }
    rows = new ArrayList<>();
  }

  /** Hands over all rows, by {@link StandingRow#ORDER}. */
  synchronized void each(Taker taker) throws IOException {
    if (parts.isEmpty()) {
      rows.sort(StandingRow.ORDER);
      for (StandingRow row : rows) {
        taker.take(row);
      }
      return;
    }
    spill();
    PriorityQueue<Part> open = new PriorityQueue<>(Comparator.comparing(part -> part.row, StandingRow.ORDER));
    List<Part> all = new ArrayList<>();
    try {
      for (Path file : parts) {
        Part part = new Part(file);
        all.add(part);
        if (part.advance()) {
          open.add(part);
        }
      }
      while (!open.isEmpty()) {
        Part first = open.remove();
        taker.take(first.row);
        if (first.advance()) {
          open.add(first);
        }
      }
    } finally {
      for (Part part : all) {
        part.in.close();
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    rows = new ArrayList<>();
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
    parts.clear();
  }

  @SuppressWarnings("EnumOrdinal") // in a temporary file of this run
  private static void write(DataOutputStream out, StandingRow row) throws IOException {
    out.writeBoolean(true);
    out.writeUTF(row.physician());
    out.writeUTF(row.institution());
    out.writeLong(row.from().toEpochDay());
    out.writeLong(row.through().toEpochDay());
    out.writeByte(row.standing().ordinal());
    out.writeByte(row.because() == null ? -1 : row.because().ordinal());
    out.writeInt(row.line());
  }

  /** One temporary file while it is merged. */
  private static final class Part {
    private final DataInputStream in;
    private StandingRow row = new StandingRow("", "", LocalDate.MIN, LocalDate.MIN, Standing.EFFECTIVE, null, 0);

    Part(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    boolean advance() throws IOException {
      if (in.read() < 0) {
        return false;
      }
      String physician = in.readUTF();
      String institution = in.readUTF();
      LocalDate from = LocalDate.ofEpochDay(in.readLong());
      LocalDate through = LocalDate.ofEpochDay(in.readLong());
      Standing standing = STANDINGS[in.readByte()];
      int cause = in.readByte();
      @Nullable Cause because = cause < 0 ? null : CAUSES[cause];
      row = new StandingRow(physician, institution, from, through, standing, because, in.readInt());
      return true;
    }
  }
}
