package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("快照签名")
final class SnapshotSealTest {
  private static final KeyPair HOUSE = pair();
  private static final KeyPair OTHER = pair();
  private static final StandingSpan ROW = new StandingSpan(
      "H1", LocalDate.of(2026, 1, 1), StandingSpan.OPEN, Standing.EFFECTIVE, null);

  @TempDir
  private Path folder;

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static SnapshotNote note() {
    return new SnapshotNote(
        LocalDate.of(2026, 5, 4), Map.of("some-edition", "abc"),
        new SnapshotIssue(
            815, "H34010000001", Instant.parse("2026-05-04T02:00:00Z"), Verdict.REFUSED, "l1",
            SnapshotSeal.id(HOUSE.getPublic())));
  }

  private Path signed() throws IOException {
    Path file = folder.resolve("S.xhs");
    SnapshotBuilder builder = new SnapshotBuilder();
    builder.add("D1", List.of(ROW));
    builder.write(file, note(), HOUSE.getPrivate());
    return file;
  }

  @Test
  @DisplayName("签了名的照样打开，说明照原样读回；别人的钥匙、没有签名：各有一句话")
  void opens() throws IOException {
    Path file = signed();
    assertThat(StandingSnapshot.open(file, HOUSE.getPublic()).note()).isEqualTo(note());
    assertThat(StandingSnapshot.open(file, null).note()).isEqualTo(note());
    assertThatThrownBy(() -> StandingSnapshot.open(file, OTHER.getPublic())).isInstanceOf(UnusableInput.class)
        .hasMessageContaining("签名不符").hasMessageContaining("Maybe ");
    Path bare = folder.resolve("bare.xhs");
    new SnapshotBuilder().write(bare, note(), null);
    assertThat(StandingSnapshot.open(bare, null).note()).isEqualTo(note());
    assertThatThrownBy(() -> StandingSnapshot.open(bare, HOUSE.getPublic())).hasMessageContaining("没有签名");
  }

  @Test
  @DisplayName("任何一个字节变了、少了、多了：带着钥匙就不认；改了内容又补好校验和，没有钥匙看不出，有钥匙看得出")
  void changed() throws IOException {
    byte[] whole = Files.readAllBytes(signed());
    Path bad = folder.resolve("bad.xhs");
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      byte[] bytes = whole.clone();
      int at = i < 100 ? i : random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(bad, bytes);
      assertThatThrownBy(() -> StandingSnapshot.open(bad, HOUSE.getPublic())).as("byte %d", at)
          .isInstanceOf(UnusableInput.class);
    }
    for (int length : new int[] {8, 40, whole.length - 72, whole.length - 64, whole.length - 1, whole.length + 1}) {
      Files.write(bad, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> StandingSnapshot.open(bad, HOUSE.getPublic())).as("length %d", length)
          .isInstanceOf(UnusableInput.class);
    }
    SnapshotBuilder forged = new SnapshotBuilder();
    forged.add("D2", List.of(ROW));
    forged.write(bad, note(), null);
    byte[] other = Files.readAllBytes(bad);
    byte[] joined = Arrays.copyOf(other, other.length + SnapshotSeal.LENGTH);
    System.arraycopy(whole, whole.length - 72, joined, other.length - 8, 72);
    Files.write(bad, joined);
    assertThat(StandingSnapshot.open(bad, null).note()).isEqualTo(note());
    assertThatThrownBy(() -> StandingSnapshot.open(bad, HOUSE.getPublic())).hasMessageContaining("签名不符");
  }

  @Test
  @DisplayName("签名各有用途，不能移用；钥匙写成 PEM 又读回")
  void purposesAndKeys() {
    byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] signature = SnapshotSeal.sign(HOUSE.getPrivate(), SnapshotSeal.CHANGES, content);
    PublicKey read = SnapshotSeal.publicKey(SnapshotSeal.pem(HOUSE.getPublic()));
    assertThat(SnapshotSeal.holds(read, SnapshotSeal.CHANGES, content, signature)).isTrue();
    assertThat(SnapshotSeal.holds(read, SnapshotSeal.SNAPSHOT, content, signature)).isFalse();
    assertThat(SnapshotSeal.holds(read, SnapshotSeal.CHANGES, new byte[] {'{'}, signature)).isFalse();
    assertThat(SnapshotSeal.holds(OTHER.getPublic(), SnapshotSeal.CHANGES, content, signature)).isFalse();
    assertThat(SnapshotSeal.holds(read, SnapshotSeal.CHANGES, content, new byte[3])).isFalse();
    assertThat(SnapshotSeal.privateKey(SnapshotSeal.pem(HOUSE.getPrivate()))).isEqualTo(HOUSE.getPrivate());
    assertThat(SnapshotSeal.fingerprint(read)).hasSize(64).startsWith(SnapshotSeal.id(read));
    assertThatThrownBy(() -> SnapshotSeal.publicKey("x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SnapshotSeal.publicKey(SnapshotSeal.pem(HOUSE.getPrivate())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
