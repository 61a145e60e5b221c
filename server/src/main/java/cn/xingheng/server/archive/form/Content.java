package cn.xingheng.server.archive.form;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The bytes of a file, wherever they lie; they are read more than once. */
sealed interface Content {

  /** With the formats of the cells, and a cell that cannot be read as a faulty one. */
  ReadingOptions OPTIONS = new ReadingOptions(true, true);

  long size() throws IOException;

  InputStream open() throws IOException;

  SeekableByteChannel channel() throws IOException;

  ReadableWorkbook workbook() throws IOException;

  /** On disk. */
  record OnDisk(Path path) implements Content {
    @Override
    public long size() throws IOException {
      return Files.size(path);
    }

    @Override
    public InputStream open() throws IOException {
      return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
      return Files.newByteChannel(path);
    }

    @Override
    public ReadableWorkbook workbook() throws IOException {
      return new ReadableWorkbook(path.toFile(), OPTIONS);
    }
  }

  /** In memory. */
  final class InMemory implements Content {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public SeekableByteChannel channel() {
      return new SeekableInMemoryByteChannel(bytes);
    }

    @Override
    public ReadableWorkbook workbook() throws IOException {
      return new ReadableWorkbook(open(), OPTIONS);
    }
  }
}
