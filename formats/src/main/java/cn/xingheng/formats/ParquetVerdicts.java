package cn.xingheng.formats;

import java.io.OutputStream;

/** 「Parquet 判定结果」 Writes verdicts, and rejects, as Parquet: takes the bytes of the CSV, gives those of the file. */
public final class ParquetVerdicts {
  private ParquetVerdicts() {}

  /**
   * A stream that takes CSV and writes Parquet.
   *
   * <p>The first record is the header, {@code claim_id,verdict,because} or {@code line,reason,text}; it may come in any
   * pieces. Columns are required texts, {@code line} 64 bits; inside it is packed with zstd. The file is whole when the
   * stream is closed, which closes the other too; flushing does nothing before.
   *
   * @param file where the bytes go; it stands at its beginning
   */
  public static OutputStream to(OutputStream file) {
    return new CsvToParquet(file);
  }
}
