package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("损坏的文件：不崩溃，不丢行，数目总对得上")
final class DamagedFilesTest {
  private static final int FILES = 100_000;
  private static final int LINES = 40;

  @TempDir
  private Path folder;

  @Test
  @DisplayName("十万个损坏的结算文件：读入＝判定＋拒收，两个输出的行数与合计相等；单个字节的损坏只伤及邻近的行")
  void claims() throws IOException {
    Random random = new Random(20261122);
    int unusable = 0;
    int rejecting = 0;
    InMemory run = InMemory.with(new World(0).standings());
    byte[] whole = {};
    int body = 0;
    for (int i = 0; i < FILES; i++) {
      if (i % 200 == 0) {
        World world = new World(i);
        run = InMemory.with(world.standings());
        whole = world.claims(LINES).getBytes(StandardCharsets.UTF_8);
        // A comma lost in the header would tear every line.
        body = ChunkSource.indexOf(whole, (byte) '\n', 0, whole.length) + 1;
      }
      boolean light = i % 2 == 0;
      try {
        Summary summary = run.match(light ? flip(whole, body, random) : damage(whole, random));
        String fault = fault(summary, rows(run.verdicts()), rows(run.rejects()), light);
        if (!fault.isEmpty()) {
          fail("file %d: %s, %s", i, fault, summary);
        }
        rejecting += summary.rejected() > 0 ? 1 : 0;
      } catch (UnusableInput header) {
        assertThat(header).hasMessageContaining("C.csv").hasMessageContaining("Maybe ");
        unusable++;
      }
    }
    assertThat(unusable).isBetween(1, FILES / 2);
    assertThat(rejecting).isGreaterThan(FILES / 10);
  }

  /** What does not add up, or nothing. */
  private static String fault(Summary summary, long verdicts, long rejects, boolean light) {
    if (summary.read() != summary.decided() + summary.rejected()) {
      return "read, decided, rejected";
    }
    if (verdicts != summary.decided() || rejects != summary.rejected()) {
      return verdicts + " verdicts, " + rejects + " rejects";
    }
    return light && (summary.read() < LINES - 2 || summary.decided() < LINES / 2) ? "more than one line hurt" : "";
  }

  @Test
  @DisplayName("一千个损坏的资格文件：要么可用，要么说出哪里不可用")
  void standings() throws IOException {
    Random random = new Random(20261123);
    int unusable = 0;
    for (int i = 0; i < 1000; i++) {
      World world = new World(i / 100);
      byte[] whole = world.standings().getBytes(StandardCharsets.UTF_8);
      Run run = new Run(folder).claims(world.claims(5));
      run.write("S.csv", flip(whole, 0, random));
      try {
        assertThat(run.run().read()).isEqualTo(5);
      } catch (UnusableInput fault) {
        assertThat(fault).hasMessageContaining("S.csv").hasMessageContaining("Maybe ");
        unusable++;
      }
    }
    assertThat(unusable).isBetween(200, 990);
  }

  @Test
  @DisplayName("反证：未损坏的文件照常，少一行就对不上")
  void control() throws IOException {
    World world = new World(5);
    Run run = new Run(folder).standings(world.standings()).claims(world.claims(LINES));
    Summary summary = run.run();
    assertThat(summary.read()).isEqualTo(LINES);
    assertThatThrownBy(() -> new Summary(summary.read() + 1, summary.decided(), summary.rejected(), summary.fen(),
        summary.byVerdict(), summary.byCause(), summary.byInstitution())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Summary(summary.read() + 1, summary.decided() + 1, summary.rejected(), summary.fen(),
        summary.byVerdict(), summary.byCause(), summary.byInstitution())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("反证：输出少一行、多一行，查得出")
  void counted() throws IOException {
    World world = new World(5);
    InMemory run = InMemory.with(world.standings());
    Summary summary = run.match(world.claims(LINES).getBytes(StandardCharsets.UTF_8));
    long verdicts = rows(run.verdicts());
    assertThat(fault(summary, verdicts, rows(run.rejects()), true)).isEmpty();
    assertThat(fault(summary, verdicts - 1, rows(run.rejects()), true)).isNotEmpty();
    assertThat(fault(summary, verdicts, rows(run.rejects()) + 1, true)).isNotEmpty();
  }

  /** Rows below the header, counted by a strict walk of quotes; the file must be valid UTF-8. */
  private static long rows(byte[] bytes) throws IOException {
    requireUtf8(bytes);
    long rows = -1;
    boolean inside = false;
    for (byte b : bytes) {
      inside ^= b == '"';
      rows += b == '\n' && !inside ? 1 : 0;
    }
    return inside ? -1 : rows;
  }

  private static void requireUtf8(byte[] bytes) throws CharacterCodingException {
    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
  }

  private static byte[] flip(byte[] whole, int from, Random random) {
    byte[] bytes = whole.clone();
    bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  /** Many flips, a cut at the end or in the middle, a piece doubled, or bytes that mean something put anywhere. */
  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int i = 0; i < 50; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> bytes = Arrays.copyOf(bytes, at);
      case 2 -> {
        int length = random.nextInt(bytes.length - at);
        System.arraycopy(whole, at + length, bytes, at, bytes.length - at - length);
        bytes = Arrays.copyOf(bytes, bytes.length - length);
      }
      case 3 -> {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length - at);
        System.arraycopy(whole, at, bytes, whole.length, whole.length - at);
      }
      default -> {
        byte[] special = {'"', ',', '\n', '\r', 0, (byte) 0xFF};
        for (int i = 0; i < 20; i++) {
          bytes[random.nextInt(bytes.length)] = special[random.nextInt(special.length)];
        }
      }
    }
    return bytes;
  }
}
