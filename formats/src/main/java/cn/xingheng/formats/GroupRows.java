package cn.xingheng.formats;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;

/** 「行组」 Walks the rows of a row group and writes each as a record of CSV. */
final class GroupRows {
  /** What a record may hold, see {@code docs/FORMATS.md}. */
  private static final int RECORD = 4096;

  private final List<ColumnReader> readers = new ArrayList<>();
  private final int[] present;
  private final CsvText out;
  private long left;

  GroupRows(PageReadStore pages, MessageType schema, List<Form> forms, String createdBy, CsvText out) {
    List<ColumnDescriptor> columns = schema.getColumns();
    List<CellText> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(new CellText(forms.get(i), columns.get(i).getPrimitiveType().getPrimitiveTypeName(), out));
    }
    ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new Cells(cells), schema, createdBy);
    columns.forEach(column -> readers.add(store.getColumnReader(column)));
    this.present = columns.stream().mapToInt(ColumnDescriptor::getMaxDefinitionLevel).toArray();
    this.out = out;
    this.left = pages.getRowCount();
  }

  /** Writes the next row; false when there is none. */
  boolean next() {
    if (left == 0) {
      return false;
    }
    left--;
    int begin = out.size();
    for (int i = 0; i < present.length; i++) {
      ColumnReader reader = readers.get(i);
      if (reader.getCurrentDefinitionLevel() == present[i]) {
        reader.writeCurrentValueToConverter();
      }
      reader.consume();
      out.end(i + 1 == present.length ? '\n' : ',');
    }
    if (out.size() - 1 - begin > RECORD) {
      out.flatten(begin, out.size() - 1);
    }
    return true;
  }

  /** Where the library asks for the column of a value. */
  private static final class Cells extends GroupConverter {
    private final List<CellText> cells;

    Cells(List<CellText> cells) {
      this.cells = cells;
    }

    @Override
    public Converter getConverter(int column) {
      return cells.get(column);
    }

    @Override
    public void start() {
      // Rows are walked by whoever reads.
    }

    @Override
    public void end() {
      // As above.
    }
  }
}
