package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("压缩的输入与输出")
final class PackingTest {
  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    World world = new World(9);
    run = new Run(folder).standings(world.standings()).claims(world.claims(3000));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private String unpacked(String name) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(run.path(name)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private MatchFiles packedFiles() {
    return new MatchFiles(run.path("S.csv.gz"), run.path("C.csv.gz"), run.path("V.csv.gz"), run.path("T.json"),
        run.path("R.csv.gz"));
  }

  @Test
  @DisplayName("gzip 进出，与明文一字节不差；分成几段的 gzip 也一样")
  void gzip() throws IOException {
    run.run();
    byte[] claims = Files.readAllBytes(run.path("C.csv"));
    run.write("S.csv.gz", gzip(Files.readAllBytes(run.path("S.csv"))));
    run.write("C.csv.gz", gzip(claims));
    String summary = run.text("T.json");
    run.run(packedFiles());
    assertThat(unpacked("V.csv.gz")).isEqualTo(run.text("V.csv"));
    assertThat(unpacked("R.csv.gz")).isEqualTo(run.text("R.csv"));
    assertThat(run.text("T.json")).isEqualTo(summary);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(Arrays.copyOf(claims, 1000)));
    members.write(gzip(Arrays.copyOfRange(claims, 1000, claims.length)));
    run.write("C.csv.gz", members.toByteArray());
    run.run(packedFiles());
    assertThat(unpacked("V.csv.gz")).isEqualTo(run.text("V.csv"));
  }

  @Test
  @DisplayName("压缩文件被截断、损坏、名不副实：清楚地停下，什么也不写")
  void damaged() throws IOException {
    run.write("S.csv.gz", gzip(Files.readAllBytes(run.path("S.csv"))));
    byte[] whole = gzip(Files.readAllBytes(run.path("C.csv")));
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 16;
    for (byte[] bad : new byte[][] {Arrays.copyOf(whole, whole.length - 9), Arrays.copyOf(whole, 40), flipped,
        Files.readAllBytes(run.path("C.csv")), {}}) {
      run.write("C.csv.gz", bad);
      assertThatThrownBy(() -> run.run(packedFiles())).isInstanceOf(UnusableInput.class)
          .hasMessageContaining("C.csv.gz").hasMessageContaining("Maybe ");
      assertThat(run.names()).containsExactly("C.csv", "C.csv.gz", "S.csv", "S.csv.gz");
    }
    run.write("C.csv.gz", whole);
    assertThat(run.run(packedFiles()).read()).isEqualTo(3000);
  }
}
