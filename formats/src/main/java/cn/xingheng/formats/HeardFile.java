package cn.xingheng.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * 「读了多少」 A file that tells how much of it has been read.
 *
 * @param heard is told how many bytes each time have been read
 */
record HeardFile(InputFile file, LongConsumer heard) implements InputFile {
  @Override
  public long getLength() throws IOException {
    return file.getLength();
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    SeekableInputStream in = file.newStream();
    return new DelegatingSeekableInputStream(in) {
      @Override
      public long getPos() throws IOException {
        return in.getPos();
      }

      @Override
      public void seek(long to) throws IOException {
        in.seek(to);
      }

      @Override
      public void readFully(byte[] bytes, int from, int length) throws IOException {
        in.readFully(bytes, from, length);
        heard.accept(length);
      }

      @Override
      public void readFully(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        in.readFully(bytes);
        heard.accept(length);
      }
    };
  }
}
