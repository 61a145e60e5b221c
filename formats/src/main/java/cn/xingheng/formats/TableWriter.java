package cn.xingheng.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** 「写 Parquet 表」 Writes rows of texts as a Parquet file; a column {@code line} holds numbers. */
final class TableWriter implements Closeable {
  private static final String LINE = "line";
  private static final long GROUP_BYTES = 64L << 20;

  private final ParquetWriter<Row> writer;

  private TableWriter(ParquetWriter<Row> writer) {
    this.writer = writer;
  }

  /** A row: of each column, where its text stands. */
  private static final class Row {
    private final byte[] bytes;
    private final int[] from;
    private final int[] to;

    Row(byte[] bytes, int[] from, int[] to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }

    Binary text(int column) {
      return Binary.fromReusedByteArray(bytes, from[column], to[column] - from[column]);
    }
  }

  /** Begins a file with the columns of this header. */
  static TableWriter begin(List<String> header, OutputStream file) throws IOException {
    return new TableWriter(new Builder(new Stream(file), schema(header)).withConf(new PlainParquetConfiguration())
        .withCodecFactory(new Codecs()).withCompressionCodec(CompressionCodecName.ZSTD).withRowGroupSize(GROUP_BYTES)
        .build());
  }

  private static MessageType schema(List<String> header) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String column : header) {
      if (column.equals(LINE)) {
        schema.required(PrimitiveTypeName.INT64).named(column);
      } else {
        schema.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(column);
      }
    }
    return schema.named("schema");
  }

  /** Adds a row, a text for each column. */
  void row(byte[] bytes, int[] from, int[] to) throws IOException {
    writer.write(new Row(bytes, from, to));
  }

  /** Writes what is left, and what the file says of itself. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final MessageType schema;

    Builder(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration ignored) {
      return new Rows(schema);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration ignored) {
      return new Rows(schema);
    }
  }

  /** Tells the library the values of a row. */
  private static final class Rows extends WriteSupport<Row> {
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    Rows(MessageType schema) {
      this.schema = schema;
    }

    @Override
    public WriteContext init(Configuration ignored) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration ignored) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
      consumer = to;
    }

    @Override
    public void write(Row row) {
      RecordConsumer to = Objects.requireNonNull(consumer);
      to.startMessage();
      for (int i = 0; i < schema.getFieldCount(); i++) {
        String name = schema.getFieldName(i);
        to.startField(name, i);
        if (name.equals(LINE)) {
          to.addLong(Long.parseLong(row.text(i).toStringUsingUTF8()));
        } else {
          to.addBinary(row.text(i));
        }
        to.endField(name, i);
      }
      to.endMessage();
    }
  }

  /** A stream to which the library writes from the beginning to the end. */
  private record Stream(OutputStream file) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new Counted(file);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counted extends PositionOutputStream {
    private final OutputStream file;
    private long position;

    Counted(OutputStream file) {
      this.file = file;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      file.write(bytes, from, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      file.flush();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
