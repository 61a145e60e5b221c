package cn.xingheng.formats;

import cn.xingheng.match.UnusableInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** 「Parquet 表」 Some columns of a Parquet file, read as the CSV that they would be. */
final class ParquetTable implements Closeable {
  private final String name;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final List<Form> forms;

  private ParquetTable(String name, ParquetFileReader reader, MessageType schema, List<Form> forms) {
    this.name = name;
    this.reader = reader;
    this.schema = schema;
    this.forms = List.copyOf(forms);
  }

  /**
   * Opens a file.
   *
   * @param heard is told how many more bytes of the file have been read
   */
  static ParquetTable open(String name, InputFile file, List<String> wanted, LongConsumer heard) throws IOException {
    Soundness sound = new Soundness(name);
    sound.checkEnds(file);
    ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new Codecs()).usePageChecksumVerification().build();
    ParquetFileReader reader = sound.say(() -> ParquetFileReader.open(new HeardFile(file, heard), options));
    try {
      return sound.say(() -> choose(name, reader, wanted, sound, file.getLength()));
    } catch (IOException | RuntimeException wrong) {
      reader.close();
      throw wrong;
    }
  }

  private static ParquetTable choose(String name, ParquetFileReader reader, List<String> wanted, Soundness sound,
      long length) throws IOException {
    GroupType all = reader.getFileMetaData().getSchema();
    List<Type> columns = new ArrayList<>();
    List<Form> forms = new ArrayList<>();
    for (String column : wanted) {
      PrimitiveType found = column(name, all, column, wanted);
      columns.add(found);
      forms.add(form(name, found, Holds.of(column)));
    }
    MessageType schema = new MessageType("wanted", columns);
    for (BlockMetaData group : reader.getRowGroups()) {
      sound.check(group, schema, length);
    }
    reader.setRequestedSchema(schema);
    return new ParquetTable(name, reader, schema, forms);
  }

  private static PrimitiveType column(String name, GroupType all, String wanted, List<String> others)
      throws UnusableInput {
    List<Type> found = all.getFields().stream().filter(one -> one.getName().equals(wanted)).toList();
    if (found.isEmpty()) {
      throw new UnusableInput(name, "column missing 缺少列: " + wanted,
          "the file is another one, or its columns have other names; wanted: " + String.join(",", others));
    }
    if (found.size() > 1) {
      throw new UnusableInput(name, "column named twice 列名重复: " + wanted, "rename or drop one of the two.");
    }
    Type one = found.getFirst();
    if (!one.isPrimitive() || one.isRepetition(Type.Repetition.REPEATED)) {
      throw notTaken(name, wanted, "nested");
    }
    return one.asPrimitiveType();
  }

  private static Form form(String name, PrimitiveType column, Holds holds) throws UnusableInput {
    Form form = Form.of(column, holds);
    if (form == null) {
      String said = column.getLogicalTypeAnnotation() == null ? "" : " " + column.getLogicalTypeAnnotation();
      throw notTaken(name, column.getName(), column.getPrimitiveTypeName() + said);
    }
    return form;
  }

  private static UnusableInput notTaken(String name, String column, String found) {
    return new UnusableInput(name, "column " + column + " is of a type that is not taken 列类型不支持: " + found,
        "write it as " + Holds.of(column).taken() + ".");
  }

  /** How many rows each row group holds. */
  List<Long> rowGroups() {
    return reader.getRowGroups().stream().map(BlockMetaData::getRowCount).toList();
  }

  /** The rows of the row groups {@code [from, to)} as CSV, behind this beginning. */
  InputStream csv(byte[] head, int from, int to) {
    return new CsvRows(this, head, from, to);
  }

  /** The rows of a row group. */
  GroupRows rows(int group, CsvText out) throws IOException {
    PageReadStore pages = new Soundness(name).say(() -> reader.readRowGroup(group));
    return new GroupRows(pages, schema, forms, reader.getFileMetaData().getCreatedBy(), out);
  }

  List<ColumnDescriptor> columns() {
    return schema.getColumns();
  }

  String name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
