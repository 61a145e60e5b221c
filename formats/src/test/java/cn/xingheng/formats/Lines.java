package cn.xingheng.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Claim lines from a seed, good and bad, as fields of bytes; null where nothing stands. */
final class Lines {
  static final List<String> COLUMNS =
      List.of("claim_id", "issued_at", "physician_code", "institution_code", "setting", "amount_fen");
  static final String STANDINGS = """
      physician_code,institution_code,from,through,standing,because
      P1,H1,2020-01-01,2025-12-31,effective,
      P1,H1,2026-01-01,2026-06-30,suspended,points
      P2,H1,2020-01-01,9999-12-31,effective,
      P2,H2,2024-01-01,2024-12-31,ended,expired
      医师三,H2,2020-01-01,9999-12-31,effective,
      """;

  private final Random random;

  Lines(long seed) {
    random = new Random(seed);
  }

  /**
   * Some lines.
   *
   * @param typed whether times and amounts must be what typed columns can hold
   */
  List<byte[] @Nullable []> some(int count, boolean typed) {
    List<byte[] @Nullable []> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String at = LocalDateTime.of(2019, 1, 1, 0, 0).plusMinutes(random.nextInt(5_000_000)).toString();
      String fen = Long.toString(random.nextInt(10) == 0 ? random.nextLong() : random.nextInt(900_000) - 1000);
      lines.add(oneLineIfTooLong(new byte[][] {
          odd("C" + i), typed ? orNull(at) : odd(at), odd(pick("P1", "P2", "医师三", "P9", "")),
          odd(pick("H1", "H2", "H3")), odd(pick("outpatient", "inpatient", "emergency", "rescue")),
          typed ? orNull(fen) : odd(fen)}));
    }
    return lines;
  }

  /** Of a CSV record that is too long the end is not known where it holds a line feed; of a Parquet row it is. */
  private static byte[] @Nullable [] oneLineIfTooLong(byte[] @Nullable [] line) {
    boolean tooLong = Arrays.stream(line).anyMatch(text -> text != null && text.length > 1000);
    for (byte[] text : line) {
      for (int i = 0; tooLong && text != null && i < text.length; i++) {
        text[i] = text[i] == '\n' ? (byte) ' ' : text[i];
      }
    }
    return line;
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private byte @Nullable [] orNull(String text) {
    return random.nextInt(40) == 0 ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /** The text, or now and then something else. */
  private byte @Nullable [] odd(String text) {
    return switch (random.nextInt(150)) {
      case 0 -> null;
      case 1 -> new byte[0];
      case 2 -> new byte[] {'a', (byte) 0xFF, 'b'};
      case 3 -> new byte[] {'a', 0, 'b'};
      case 4 -> (text + ",\"x\"").getBytes(StandardCharsets.UTF_8);
      case 5 -> (text + "\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
      case 6 -> text.repeat(20).getBytes(StandardCharsets.UTF_8);
      case 7 -> "长".repeat(1 + random.nextInt(4000)).getBytes(StandardCharsets.UTF_8);
      case 8 -> (text + "\r").getBytes(StandardCharsets.UTF_8);
      case 9 -> "2026-02-30T10:00".getBytes(StandardCharsets.UTF_8);
      case 10 -> (text + "0").getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** The lines as CSV. */
  static byte[] csv(List<byte[] @Nullable []> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8));
    for (byte[][] line : lines) {
      for (int i = 0; i < line.length; i++) {
        out.writeBytes(field(line[i]));
        out.write(i == line.length - 1 ? '\n' : ',');
      }
    }
    return out.toByteArray();
  }

  private static byte[] field(byte @Nullable [] text) {
    if (text == null) {
      return new byte[0];
    }
    String latin = new String(text, StandardCharsets.ISO_8859_1);
    boolean plain = latin.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? Arrays.copyOf(text, text.length)
        : ("\"" + latin.replace("\"", "\"\"") + "\"").getBytes(StandardCharsets.ISO_8859_1);
  }
}
