package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("八字节一组")
final class WordsTest {
  private final Random random = new Random(5);

  @Test
  @DisplayName("有意义的字节一个不漏：每种字节在每个位置，只有字母、数字之类可以略过")
  void marks() {
    for (int place = 0; place < 64; place++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = "aZ09-./:;_~".repeat(12).getBytes(StandardCharsets.US_ASCII);
        bytes[3 + place] = (byte) value;
        boolean passed = value >= '-' && value < 128;
        assertThat(Words.marks(bytes, 3)).as("%d at %d", value, place).isEqualTo(passed ? 0 : 1L << place);
        if (Rfc4180.kind((byte) value) != 0) {
          assertThat(passed).isFalse();
        }
      }
    }
  }

  @Test
  @DisplayName("找一个字节：在与不在，与逐个找一致")
  void contains() {
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[80];
      random.nextBytes(bytes);
      int from = random.nextInt(40);
      int to = from + random.nextInt(40);
      boolean there = ChunkSource.indexOf(bytes, (byte) '"', from, to) >= 0;
      assertThat(Words.contains(bytes, (byte) '"', from, to)).isEqualTo(there);
      found += there ? 1 : 0;
    }
    assertThat(found).isBetween(500, 19_500);
  }

  @Test
  @DisplayName("只取一部分：其余为零")
  void part() {
    byte[] bytes = "abcdefgh".getBytes(StandardCharsets.US_ASCII);
    for (int left = -32; left <= 32; left++) {
      byte[] kept = new byte[8];
      System.arraycopy(bytes, 0, kept, 0, Math.clamp(left, 0, 8));
      assertThat(Words.at(bytes, 0, left)).isEqualTo(Words.at(kept, 0));
    }
  }
}
