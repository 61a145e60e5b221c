package cn.xingheng.formats;

import cn.xingheng.match.UnusableInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.parquet.io.InputFile;

/**
 * 「Parquet 结算明细」 A Parquet file of claim lines, read as the CSV that it would be, row group by row group.
 *
 * <p>Only the six columns of claims are read, whatever else the file holds. One thread at a time; several threads open
 * the file several times.
 */
public final class ParquetClaims implements Closeable {
  private static final List<String> COLUMNS =
      List.of("claim_id", "issued_at", "physician_code", "institution_code", "setting", "amount_fen");

  /** The first line of the CSV, with its line feed; {@link #csv} leaves it out. */
  public static final String HEADER = String.join(",", COLUMNS) + "\n";

  private final ParquetTable table;

  private ParquetClaims(ParquetTable table) {
    this.table = table;
  }

  /**
   * Opens a file and reads what it says of itself.
   *
   * @param name of the file, for what is said of it
   * @throws UnusableInput when it is no Parquet file, damaged, encrypted, or lacks a column of a type that is taken
   */
  public static ParquetClaims open(String name, InputFile file) throws IOException {
    return new ParquetClaims(ParquetTable.open(name, file, COLUMNS, read -> {}));
  }

  /** How many rows each row group holds, in their order. */
  public List<Long> rowGroups() {
    return table.rowGroups();
  }

  /**
   * The rows of some row groups as CSV records, without a header; a row takes one line, unless a text of it holds a
   * line feed.
   *
   * <p>The stream ends where the groups end. Reading it throws {@link UnusableInput} where the file is damaged. Only
   * one such stream at a time.
   *
   * @param from the first row group, inclusive, counted from 0
   * @param to the end of them, exclusive
   */
  public InputStream csv(int from, int to) {
    return table.csv(new byte[0], from, to);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
