package cn.xingheng.formats;

import cn.xingheng.match.Packing;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.parquet.io.LocalInputFile;

/** 「文件格式」 Every format that is known: {@code .parquet}, {@code .zst}, and what the JDK can do. */
public final class Formats implements Packing {
  private static boolean isZstd(Path file) {
    return file.toString().endsWith(".zst");
  }

  @Override
  public boolean packs(Path file) {
    return isTable(file) || isZstd(file) || GZIP.packs(file);
  }

  @Override
  public InputStream unpacked(Path file, InputStream bytes) throws IOException {
    return isZstd(file) ? new ZstdInputStream(bytes) : GZIP.unpacked(file, bytes);
  }

  @Override
  public OutputStream packed(Path file, OutputStream bytes) throws IOException {
    if (isTable(file)) {
      return ParquetVerdicts.to(bytes);
    }
    return isZstd(file) ? new ZstdOutputStream(bytes) : GZIP.packed(file, bytes);
  }

  @Override
  public boolean isTable(Path file) {
    return file.toString().endsWith(".parquet");
  }

  @Override
  public InputStream rows(Path file, List<String> columns, LongConsumer heard) throws IOException {
    ParquetTable table = ParquetTable.open(file.toString(), new LocalInputFile(file), columns, heard);
    byte[] head = (String.join(",", columns) + "\n").getBytes(StandardCharsets.UTF_8);
    return table.csv(head, 0, table.rowGroups().size());
  }
}
