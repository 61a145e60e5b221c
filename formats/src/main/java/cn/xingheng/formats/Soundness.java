package cn.xingheng.formats;

import cn.xingheng.match.UnusableInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * 「完好」 Tells a damaged file from a sound one before the library takes sizes in it for true, and says what the library
 * found afterwards in the words of the house.
 *
 * @param name of the file
 * @param where in it, for what is said; may be empty
 */
record Soundness(String name, String where) {
  private static final int TAIL = 8;

  Soundness(String name) {
    this(name, "");
  }

  /** Something the library does. */
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does it; whatever the library throws at a damaged file becomes one sentence.
   *
   * <p>A damaged length may ask for more memory than there is: nothing was taken then, and the file is at fault.
   */
  <T> T say(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (UnusableInput said) {
      throw said;
    } catch (EOFException cut) {
      throw damaged("it ends too early");
    } catch (RuntimeException | OutOfMemoryError wrong) {
      throw damaged(Optional.ofNullable(wrong.getMessage()).orElse(wrong.getClass().getSimpleName()));
    } catch (IOException wrong) {
      if (wrong.getClass() != IOException.class) {
        throw wrong;
      }
      throw damaged(String.valueOf(wrong.getMessage()));
    }
  }

  /** Whether the file begins and ends as one. */
  void checkEnds(InputFile file) throws IOException {
    long size = file.getLength();
    byte[] tail = new byte[TAIL];
    if (size >= TAIL) {
      try (SeekableInputStream in = file.newStream()) {
        in.seek(size - TAIL);
        in.readFully(tail);
      }
    }
    String magic = new String(tail, TAIL / 2, TAIL / 2, StandardCharsets.ISO_8859_1);
    if (magic.equals("PARE")) {
      throw encrypted();
    }
    if (!magic.equals("PAR1")) {
      throw new UnusableInput(name, "is no Parquet file, or cut off 不是 Parquet 文件或被截断",
          "its name says another format than it has, or it was cut on its way.");
    }
  }

  private UnusableInput encrypted() {
    return new UnusableInput(name, "is encrypted 文件已加密", "write it again without encryption.");
  }

  /** Whether the wanted columns of a row group lie within the file and hold as many values as it has rows. */
  void check(BlockMetaData group, MessageType wanted, long length) throws IOException {
    long rows = group.getRowCount();
    for (ColumnChunkMetaData column : group.getColumns()) {
      if (!wanted.containsPath(column.getPath().toArray())) {
        continue;
      }
      if (column.isEncrypted()) {
        throw encrypted();
      }
      if (!Codecs.reads(column.getCodec())) {
        throw new UnusableInput(name,
            "column " + column.getPath().toDotString() + " is packed in a way that is not taken 列压缩方式不支持: "
                + column.getCodec(),
            "write it again with zstd, snappy, gzip or lz4_raw.");
      }
      long from = column.getStartingPos();
      long size = column.getTotalSize();
      if (rows < 0 || column.getValueCount() != rows || from < 0 || size < 0 || size > length - from) {
        throw damaged(
            "column " + column.getPath().toDotString() + " lies beyond the file or has another number of rows");
      }
    }
  }

  private UnusableInput damaged(String what) {
    String place = where.isEmpty() ? "" : where + ": ";
    return new UnusableInput(name, "damaged Parquet file Parquet 文件损坏: " + place + what,
        "it was cut or changed on its way: write or fetch it again.");
  }
}
