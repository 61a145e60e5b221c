package cn.xingheng.server.archive.form;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one sheet or text file, one after the other. */
interface RowSource extends Closeable {

  /** The name of the sheet, empty where there is none. */
  String sheet();

  /** The next row, or nothing after the last. */
  Optional<Row> next() throws IOException, FileRefused;

  /** One row: its number in the file, 1 for the first, and its cells from the first column on. */
  record Row(int number, List<FoundCell> cells) {

    FoundCell cell(int index) {
      return index < cells.size() ? cells.get(index) : FoundCell.BLANK;
    }

    /** Its cells that are not blank. */
    List<FoundCell> filled() {
      return cells.stream().filter(cell -> !cell.blank()).toList();
    }
  }
}
