package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/** 「资格数据」 The standings of a snapshot file in memory: immutable, for any number of {@link SplitMatching} at once. */
public final class Standings {
  private final StandingTable table;

  Standings(StandingTable table) {
    this.table = table;
  }

  /**
   * Opens a snapshot file.
   *
   * @throws UnusableInput when it is no snapshot, a damaged one or one of another version
   */
  public static Standings open(Path snapshot) throws IOException {
    return new Standings(SnapshotFile.open(snapshot));
  }

  /**
   * The same from the bytes of such a file, wherever they come from.
   *
   * @param name for messages
   * @param size how many bytes there are
   */
  public static Standings read(String name, ReadableByteChannel bytes, long size) throws IOException {
    return new Standings(SnapshotFile.open(name, bytes, size));
  }

  /** Totals of lines decided by these standings and this reading, none so far. */
  public Totals totals(Verdict atStoppedInstitution) {
    return new Totals(table, Outcome.all(atStoppedInstitution));
  }

  StandingTable table() {
    return table;
  }
}
