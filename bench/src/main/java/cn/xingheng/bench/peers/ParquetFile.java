package cn.xingheng.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** 「Parquet 测速数据」 {@code ParquetFile CLAIMS.csv CLAIMS.parquet}: the same lines in the same order, through DuckDB. */
public final class ParquetFile {
  private ParquetFile() {}

  /** Converts; the file stands under its name only when it is whole. */
  public static void main(String[] args) throws IOException, SQLException {
    String part = args[1] + ".part";
    DuckPeer.toParquet(args[0], part);
    Files.move(Path.of(part), Path.of(args[1]), StandardCopyOption.REPLACE_EXISTING);
  }
}
