package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("快照文件")
final class SnapshotFileTest {
  private static final SnapshotNote NOTE =
      new SnapshotNote(LocalDate.of(2026, 5, 4), Map.of("some-province-2019", "abc123", "other", "0"));

  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    World world = new World(42);
    run = new Run(folder).standings(world.standings()).claims(world.claims(500));
  }

  private Path pack() throws IOException {
    Path snapshot = run.path("S.xhs");
    SnapshotFile.pack(run.path("S.csv"), snapshot, NOTE, Packing.GZIP, Progress.SILENT);
    return snapshot;
  }

  private void matchWith(Path standings) throws IOException {
    MatchFiles files = run.files();
    run.run(new MatchFiles(standings, files.claims(), files.verdicts(), files.summary(), files.rejects()));
  }

  @Test
  @DisplayName("与 CSV 判得一字节不差；说明照原样读回；装两次是同样的字节")
  void same() throws IOException {
    run.run();
    String verdicts = run.text("V.csv");
    String summary = run.text("T.json");
    Path snapshot = pack();
    byte[] bytes = Files.readAllBytes(snapshot);
    matchWith(snapshot);
    assertThat(run.text("V.csv")).isEqualTo(verdicts).contains("refused", "payable");
    assertThat(run.text("T.json")).isEqualTo(summary);
    assertThat(SnapshotFile.note(snapshot)).isEqualTo(NOTE);
    assertThat(Files.readAllBytes(pack())).isEqualTo(bytes);
    run.standings(new World(43).standings());
    matchWith(pack());
    assertThat(run.text("V.csv")).isNotEqualTo(verdicts);
  }

  @Test
  @DisplayName("任何一个字节变了、少了、多了：不用，什么也不写")
  void damaged() throws IOException {
    byte[] whole = Files.readAllBytes(pack());
    Path bad = run.path("bad.xhs");
    Random random = new Random(9);
    for (int i = 0; i < 600; i++) {
      byte[] bytes = whole.clone();
      // The first eight bytes tell the kind: without them it is taken for CSV, and refused as that.
      int at = i < 200 ? i : random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(bad, bytes);
      assertThatThrownBy(() -> matchWith(bad)).as("byte %d", at).isInstanceOf(UnusableInput.class)
          .hasMessageContaining("bad.xhs").hasMessageContaining("Maybe ");
    }
    for (int length : new int[] {8, 39, 40, 100, whole.length / 2, whole.length - 8, whole.length - 1}) {
      Files.write(bad, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> matchWith(bad)).as("length %d", length).isInstanceOf(UnusableInput.class)
          .hasMessageContaining("bad.xhs");
    }
    Files.write(bad, Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> matchWith(bad)).isInstanceOf(UnusableInput.class);
    assertThat(run.names()).containsExactly("C.csv", "S.csv", "S.xhs", "bad.xhs");
    Files.write(bad, whole);
    matchWith(bad);
    assertThat(run.names()).contains("V.csv");
  }

  @Test
  @DisplayName("更新版本的快照、不是快照的文件：各有一句话")
  void foreign() throws IOException {
    Path snapshot = pack();
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[8]++;
    Files.write(snapshot, bytes);
    assertThatThrownBy(() -> matchWith(snapshot)).hasMessageContaining("version 2").hasMessageContaining("newer");
    assertThatThrownBy(() -> SnapshotFile.note(run.path("C.csv"))).hasMessageContaining("no snapshot");
    bytes[8]--;
    Files.write(snapshot, bytes);
    assertThat(SnapshotFile.note(snapshot).asOf()).isEqualTo("2026-05-04");
  }

  @Test
  @DisplayName("签名不归这里看：有一段也照用，长短与所说不符则不用")
  void signed() throws IOException {
    byte[] plain = Files.readAllBytes(pack());
    byte[] signed = Arrays.copyOf(plain, plain.length + 64);
    signed[plain.length - 8] = 64;
    Path snapshot = Files.write(run.path("signed.xhs"), signed);
    matchWith(snapshot);
    assertThat(run.names()).contains("V.csv");
    signed[plain.length - 8] = 63;
    Files.write(snapshot, signed);
    assertThatThrownBy(() -> matchWith(snapshot)).hasMessageContaining("signature");
  }

  @Test
  @DisplayName("资格文件有错，不装")
  void unusable() throws IOException {
    run.standings(Run.STANDINGS + "zhang,h1,2026-01-01,2026-06-30,effective,\n"
        + "zhang,h1,2026-06-30,2026-12-31,effective,\n");
    assertThatThrownBy(this::pack).isInstanceOf(UnusableInput.class).hasMessageContaining("lines 2 and 3");
    assertThat(run.names()).containsExactly("C.csv", "S.csv");
    run.standings(Run.STANDINGS + "zhang,h1,2026-01-01,2026-06-30,effective,\n");
    pack();
    assertThat(run.names()).contains("S.xhs");
  }
}
