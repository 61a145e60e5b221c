package cn.xingheng.law.standings;

import cn.xingheng.law.yaml.LawFault;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * 「资格状态文件的编写」 A standings file in the making, from rows in any order and within bounded memory.
 *
 * <p>Close it: sorted parts may lie in temporary files.
 */
public final class StandingsFile implements AutoCloseable {

  private static final int ROWS_IN_MEMORY = 200_000;

  private final RowSorter sorter = new RowSorter(ROWS_IN_MEMORY);

  /** Takes rows. */
  public void add(List<StandingRow> rows) throws IOException {
    sorter.add(rows);
  }

  /**
   * Writes the header and all rows in order.
   *
   * @param name of the file, for messages
   * @return how many rows there are
   * @throws LawFault when two rows speak of the same physician, institution and day, or a code is none
   */
  public long write(String name, Writer out) throws IOException {
    StandingsWriter writer = new StandingsWriter(name, out);
    sorter.each(writer);
    return writer.rows();
  }

  @Override
  public void close() throws IOException {
    sorter.close();
  }
}
