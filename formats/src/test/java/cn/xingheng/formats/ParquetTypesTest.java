package cn.xingheng.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.match.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Parquet 各类型如何成为 CSV 文字")
final class ParquetTypesTest {
  private static final String REST = "required binary claim_id; required binary physician_code (STRING);"
      + " required binary institution_code (ENUM); required binary setting (STRING);";
  private static final String TIME = "required int32 issued_at (DATE);";
  private static final String AMOUNT = "required int64 amount_fen;";

  @TempDir
  Path folder;

  private static void rest(Group row) {
    row.append("claim_id", "C1").append("physician_code", "P1").append("institution_code", "H1").append("setting",
        "outpatient");
  }

  private String csv(String columns, Consumer<Group> fill) throws IOException {
    Path file = folder.resolve("c.parquet");
    Parquet.write(file, columns, fill);
    try (ParquetClaims claims = ParquetClaims.open("c.parquet", new LocalInputFile(file));
        InputStream in = claims.csv(0, claims.rowGroups().size())) {
      assertThat(claims.rowGroups()).containsExactly(1L);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Arguments time(String type, Object value, String text) {
    return Arguments.of(type, value, text);
  }

  static Stream<Arguments> times() {
    return Stream.of(
        time("int32 issued_at (DATE)", 20577, "2026-05-04T00:00"),
        time("int32 issued_at (DATE)", -1, "1969-12-31T00:00"),
        time("int64 issued_at (TIMESTAMP(MILLIS,false))", 1_777_852_800_000L, "2026-05-04T00:00"),
        time("int64 issued_at (TIMESTAMP(MILLIS,true))", 1_777_852_800_000L, "2026-05-04T08:00"),
        time("int64 issued_at (TIMESTAMP(MILLIS,true))", 1_777_910_399_999L, "2026-05-04T23:59:59.999"),
        time("int64 issued_at (TIMESTAMP(MILLIS,true))", 1_777_910_400_000L, "2026-05-05T00:00"),
        time("int64 issued_at (TIMESTAMP(MICROS,false))", 1_777_852_801_000_001L, "2026-05-04T00:00:01.000001"),
        time("int64 issued_at (TIMESTAMP(MICROS,false))", -1L, "1969-12-31T23:59:59.999999"),
        time("int64 issued_at (TIMESTAMP(NANOS,false))", 1_777_852_861_000_000_001L, "2026-05-04T00:01:01.000000001"),
        time("int64 issued_at (TIMESTAMP(NANOS,true))", 1_777_852_861_000_000_000L, "2026-05-04T08:01:01"),
        time("int64 issued_at (TIMESTAMP_MILLIS)", 0L, "1970-01-01T08:00"),
        time("int64 issued_at (TIMESTAMP(MILLIS,true))", Long.MAX_VALUE, "+292278994-08-17T15:12:55.807"),
        time("binary issued_at (STRING)", "2026-05-04T10:00Z", "2026-05-04T10:00Z"),
        time("binary issued_at", "a \"b\", c", "\"a \"\"b\"\", c\""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("times")
  @DisplayName("时间：UTC 时间戳换算为北京时间，本地时间戳照写")
  void times(String type, Object value, String text) throws IOException {
    assertThat(csv(REST + AMOUNT + "required " + type + ";", row -> {
      rest(row);
      row.append("amount_fen", 1L);
      append(row, "issued_at", value);
    })).isEqualTo("C1," + text + ",P1,H1,outpatient,1\n");
  }

  private static void append(Group row, String column, Object value) {
    switch (value) {
      case Integer number -> row.append(column, number);
      case Long number -> row.append(column, number);
      case BigInteger number -> row.append(column, Binary.fromConstantByteArray(number.toByteArray()));
      case byte[] bytes -> row.append(column, Binary.fromConstantByteArray(bytes));
      case Object text -> row.append(column, text.toString());
    }
  }

  static Stream<Arguments> amounts() {
    byte[] sixteen = new byte[16];
    Arrays.fill(sixteen, (byte) -1);
    return Stream.of(
        Arguments.of("int32 amount_fen", -7, "-7"),
        Arguments.of("int64 amount_fen", Long.MAX_VALUE, "9223372036854775807"),
        Arguments.of("int64 amount_fen", Long.MIN_VALUE, "-9223372036854775808"),
        Arguments.of("int64 amount_fen", 0L, "0"),
        Arguments.of("int64 amount_fen", 1000000000000000000L, "1000000000000000000"),
        Arguments.of("int32 amount_fen (INTEGER(32,false))", -1, "4294967295"),
        Arguments.of("int64 amount_fen (INTEGER(64,false))", -1L, "18446744073709551615"),
        Arguments.of("int32 amount_fen (DECIMAL(9,0))", 12, "12"),
        Arguments.of("int64 amount_fen (DECIMAL(18,0))", -12L, "-12"),
        Arguments.of("binary amount_fen (DECIMAL(38,0))", BigInteger.TEN.pow(30), "1" + "0".repeat(30)),
        Arguments.of("fixed_len_byte_array(16) amount_fen (DECIMAL(38,0))", sixteen, "-1"),
        Arguments.of("binary amount_fen (STRING)", "12.5", "12.5"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("amounts")
  @DisplayName("金额：整数、无小数位的定点数、文本")
  void amounts(String type, Object value, String text) throws IOException {
    assertThat(csv(REST + TIME + "optional " + type + ";", row -> {
      rest(row);
      row.append("issued_at", 0);
      append(row, "amount_fen", value);
    })).isEqualTo("C1,1970-01-01T00:00,P1,H1,outpatient," + text + "\n");
  }

  @Test
  @DisplayName("空值即空字段；列的次序不限；其余各列不读")
  void nullsOrderAndFurtherColumns() throws IOException {
    assertThat(csv("""
        optional int64 amount_fen; optional binary setting (STRING); optional group deep { repeated int32 x; }
        optional binary institution_code; optional double other; optional binary physician_code;
        optional int64 issued_at (TIMESTAMP(MICROS,false)); optional binary claim_id;""",
        row -> row.append("setting", "急诊").addGroup("deep").append("x", 1).append("x", 2)))
        .isEqualTo(",,,,急诊,\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "required double amount_fen;", "required int64 amount_fen (DECIMAL(18,2));", "required boolean amount_fen;",
      "repeated int64 amount_fen;", "required group amount_fen { required int64 x; }", "required float amount_fen;",
      "required int32 amount_fen (DATE);", "required int64 amount_fen (TIMESTAMP(MILLIS,true));",
      "required fixed_len_byte_array(8) amount_fen;", "required int96 amount_fen;"})
  @DisplayName("类型不对的列：指明列名与所见类型")
  void wrongTypes(String column) throws IOException {
    Path file = folder.resolve("c.parquet");
    Parquet.write(file, Parquet.schema(REST + TIME + column), Parquet.Style.PLAIN, List.of());
    assertThatThrownBy(() -> ParquetClaims.open("c.parquet", new LocalInputFile(file)).close())
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith("c.parquet: column amount_fen is of a type that is not taken")
        .hasMessageContaining("Maybe write it as a text, a whole number");
  }

  @Test
  @DisplayName("INT96 时间戳不明是何时区，不猜")
  void int96() throws IOException {
    Path file = folder.resolve("c.parquet");
    Parquet.write(file, Parquet.schema(REST + AMOUNT + "required int96 issued_at;"), Parquet.Style.PLAIN,
        List.of());
    assertThatThrownBy(() -> ParquetClaims.open("c.parquet", new LocalInputFile(file)).close())
        .isInstanceOf(UnusableInput.class).hasMessageContaining("issued_at").hasMessageContaining("INT96");
  }

  @Test
  @DisplayName("缺列、非 Parquet、加密、截断：各有一句话")
  void unusable() throws IOException {
    Path file = folder.resolve("c.parquet");
    Parquet.write(file, Parquet.schema(REST + TIME), Parquet.Style.PLAIN, List.of());
    refused(file, "column missing 缺少列: amount_fen");
    byte[] whole = Files.readAllBytes(file);
    byte[] locked = whole.clone();
    locked[whole.length - 1] = 'E';
    Files.write(file, locked);
    refused(file, "is encrypted");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    refused(file, "is no Parquet file, or cut off");
    Files.write(file, new byte[0]);
    refused(file, "is no Parquet file, or cut off");
    Files.writeString(file, "claim_id,issued_at\n1,2\n");
    refused(file, "is no Parquet file, or cut off");
    byte[] shifted = Arrays.copyOfRange(whole, whole.length - 12, whole.length);
    Files.write(file, shifted);
    refused(file, "damaged Parquet file");
  }

  private static void refused(Path file, String what) {
    assertThatThrownBy(() -> ParquetClaims.open("c.parquet", new LocalInputFile(file)).close())
        .isInstanceOf(UnusableInput.class).hasMessageContaining("c.parquet: ").hasMessageContaining(what)
        .hasMessageContaining("Maybe ");
  }
}
