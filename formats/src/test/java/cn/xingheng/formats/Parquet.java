package cn.xingheng.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Files written and read by the library whole. */
final class Parquet {
  /**
   * How a file is written.
   *
   * @param groupBytes after how many bytes a row group ends, about
   */
  record Style(CompressionCodecName codec, WriterVersion version, boolean dictionary, long groupBytes) {
    static final Style PLAIN =
        new Style(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, true, 1 << 20);
  }

  private Parquet() {}

  /** A row, to be filled. */
  static Group row(MessageType schema) {
    return new SimpleGroup(schema);
  }

  static MessageType schema(String columns) {
    return MessageTypeParser.parseMessageType("message m { " + columns + " }");
  }

  static void write(Path file, MessageType schema, Style style, List<Group> rows) throws IOException {
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration()).withType(schema).withCompressionCodec(style.codec())
        .withWriterVersion(style.version()).withDictionaryEncoding(style.dictionary())
        .withRowGroupSize(style.groupBytes()).withPageSize(4096)
        .withMinRowCountForPageSizeCheck(10).withWriteMode(ParquetFileWriter.Mode.OVERWRITE).build()) {
      for (Group row : rows) {
        writer.write(row);
      }
    }
  }

  /** One row. */
  static void write(Path file, String columns, Consumer<Group> fill) throws IOException {
    MessageType schema = schema(columns);
    Group row = row(schema);
    fill.accept(row);
    write(file, schema, Style.PLAIN, List.of(row));
  }

  static List<Group> read(Path file) throws IOException {
    List<Group> rows = new ArrayList<>();
    try (ParquetReader<Group> reader = new Builder(new LocalInputFile(file)).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
