package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.house.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("系统的签名钥匙")
class SealDeskTest {
  private static final byte[] TEXT = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path folder;

  private SealDesk desk(@Nullable Path named) {
    return new SealDesk(
        new Settings(
            folder.resolve("data"), new Settings.Database(null, "", ""), false, named,
            new Settings.Push(List.of(443), List.of(), false)));
  }

  private static boolean holds(SealDesk desk, SealDesk.Sealed sealed) {
    return SnapshotSeal.holds(
        desk.key(), SnapshotSeal.CHANGES, TEXT, Base64.getDecoder().decode(sealed.signature()));
  }

  @Test
  @DisplayName("头一次启动时生成，只有主人读得到；再启动还是它；签名用公钥核得上，派生的密钥不变")
  void made() throws Exception {
    SealDesk first = desk(null);
    Path file = folder.resolve("data").resolve("signing-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    SealDesk.Sealed sealed = first.seal(SnapshotSeal.CHANGES, TEXT);
    assertThat(holds(first, sealed)).isTrue();
    assertThat(sealed.key()).isEqualTo(SnapshotSeal.id(first.key()));
    SealDesk again = desk(null);
    assertThat(again.key()).isEqualTo(first.key());
    assertThat(holds(again, sealed)).isTrue();
    assertThat(again.derived("hook 1 x")).isEqualTo(first.derived("hook 1 x")).isNotEqualTo(first.derived("hook 2 x"));
    Files.delete(file);
    SealDesk other = desk(null);
    assertThat(holds(other, sealed)).as("another key").isFalse();
    assertThat(other.derived("hook 1 x")).isNotEqualTo(first.derived("hook 1 x"));
  }

  @Test
  @DisplayName("设置里指定的就用指定的，公钥与它配对；不是 Ed25519、没有这个文件：启动不了，并说怎么办")
  void named() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path file = Files.writeString(folder.resolve("own.pem"), SnapshotSeal.pem(pair.getPrivate()));
    assertThat(desk(file).key()).isEqualTo(pair.getPublic());
    assertThat(Files.exists(folder.resolve("data"))).as("none is made then").isFalse();
    Files.writeString(file, SnapshotSeal.pem(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
    assertThatThrownBy(() -> desk(file)).hasMessageContaining("own.pem").hasMessageContaining("Maybe");
    assertThatThrownBy(() -> desk(folder.resolve("none.pem"))).hasMessageContaining("none.pem");
  }
}
