package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("编码表")
final class CodeTableTest {
  private static byte[] padded(String code) {
    return (code + "#".repeat(Chunk.SLACK)).getBytes(StandardCharsets.UTF_8);
  }

  private static int find(CodeTable table, byte[] text, int length) {
    Codes codes = new Codes(1);
    codes.set(0, text, 0, length);
    assertThat(codes.text(0)).isEqualTo(new String(text, 0, length, StandardCharsets.UTF_8));
    int[] number = {0};
    table.findAll(codes, 1, number);
    return number[0];
  }

  @Test
  @DisplayName("五万个长短不一、互为前缀的编码，与 HashMap 的答案一致")
  void likeMap() {
    Random random = new Random(3);
    Map<String, Integer> numbers = new HashMap<>();
    CodeTable table = new CodeTable();
    for (int i = 0; i < 50_000; i++) {
      String code = Long.toString(random.nextLong(3000), 5) + "0".repeat(random.nextInt(28));
      byte[] text = padded(code);
      int length = text.length - Chunk.SLACK;
      int known = numbers.getOrDefault(code, -1);
      assertThat(find(table, text, length)).isEqualTo(known);
      int number = table.add(text, 0, length);
      assertThat(number).isEqualTo(numbers.computeIfAbsent(code, c -> numbers.size()));
      assertThat(table.code(number)).isEqualTo(code);
    }
    assertThat(table.size()).isEqualTo(numbers.size()).isGreaterThan(10_000);
    numbers.forEach((code, number) -> {
      byte[] text = padded(code);
      assertThat(find(table, text, text.length - Chunk.SLACK)).isEqualTo(number);
    });
  }
}
