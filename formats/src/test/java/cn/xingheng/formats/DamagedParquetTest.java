package cn.xingheng.formats;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.match.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("损坏的 Parquet：要么一句话说明，要么读出结果")
final class DamagedParquetTest {
  private static final int MUTATIONS = 250;
  private static final int ROWS = 300;

  @TempDir
  Path folder;

  static Stream<Parquet.Style> styles() {
    return Stream.of(
        style(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, true),
        style(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_2_0, false),
        style(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_2_0, true),
        style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, false),
        style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_2_0, true),
        style(CompressionCodecName.GZIP, WriterVersion.PARQUET_1_0, true),
        style(CompressionCodecName.ZSTD, WriterVersion.PARQUET_2_0, false),
        style(CompressionCodecName.LZ4_RAW, WriterVersion.PARQUET_1_0, false));
  }

  private static Parquet.Style style(CompressionCodecName codec, WriterVersion version, boolean dictionary) {
    return new Parquet.Style(codec, version, dictionary, 8_000);
  }

  private byte[] whole(Parquet.Style style) throws IOException {
    MessageType schema = Parquet.schema("optional binary claim_id (STRING); optional int64 issued_at"
        + " (TIMESTAMP(MICROS,true)); optional binary physician_code (STRING); required binary institution_code"
        + " (STRING); required binary setting (STRING); optional int32 amount_fen;");
    List<Group> rows = IntStream.range(0, ROWS).mapToObj(i -> Parquet.row(schema)
        .append("claim_id", "C100" + i).append("issued_at", 1_777_852_800_000_000L + i)
        .append("physician_code", "P" + i % 7).append("institution_code", "H" + i % 3).append("setting", "outpatient")
        .append("amount_fen", i)).toList();
    Path file = folder.resolve("whole.parquet");
    Parquet.write(file, schema, style, rows);
    return Files.readAllBytes(file);
  }

  /** Bytes changed, most often where sizes and counts stand, or cut. */
  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    switch (random.nextInt(8)) {
      case 0 -> {
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        return cut;
      }
      case 1 -> {
        int gap = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(40), bytes.length - gap);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, gap + length, shorter, gap, bytes.length - gap - length);
        return shorter;
      }
      case 2, 3, 4 -> {
        int foot = Math.min(bytes.length, 2500);
        for (int i = 0; i <= random.nextInt(3); i++) {
          bytes[bytes.length - 1 - random.nextInt(foot)] = (byte) random.nextInt(256);
        }
      }
      default -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : -1);
        }
      }
    }
    return bytes;
  }

  private long read(byte[] bytes) throws IOException {
    Path file = folder.resolve("mutated.parquet");
    Files.write(file, bytes);
    try (ParquetClaims claims = ParquetClaims.open("mutated.parquet", new LocalInputFile(file));
        InputStream in = claims.csv(0, claims.rowGroups().size())) {
      byte[] buffer = new byte[1 << 16];
      long lines = 0;
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        for (int i = 0; i < got; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      assertThat(claims.rowGroups().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(lines);
      return lines;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("styles")
  @DisplayName("改字节、截断、抽去一段，每种写法二百五十次，共两千次")
  void mutations(Parquet.Style style) throws IOException {
    byte[] whole = whole(style);
    assertThat(read(whole)).isEqualTo(ROWS);
    Random random = new Random(style.hashCode());
    int[] ends = new int[2];
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
      for (int i = 0; i < MUTATIONS; i++) {
        try {
          read(mutated(whole, random));
          ends[0]++;
        } catch (UnusableInput clear) {
          assertThat(clear).hasMessageStartingWith("mutated.parquet").hasMessageContaining("Maybe ");
          ends[1]++;
        }
      }
    });
    assertThat(ends[0] + ends[1]).isEqualTo(MUTATIONS);
    assertThat(ends[1]).as("refused").isGreaterThan(MUTATIONS / 4);
  }
}
