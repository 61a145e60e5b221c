package cn.xingheng.server.claims;

import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.house.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs what hospitals keep on their own disks. The key is made at the first start and lies in the data folder for its
 * owner's eyes only, or a deployment names one: servers of one database must have the same.
 */
@Component
public class SealDesk {
  private static final String NAME = "signing-key.pem";
  /** What stands before the 32 bytes of an Ed25519 key in its usual wrapping. */
  private static final byte[] WRAPPING = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PrivateKey secret;
  private final PublicKey open;

  SealDesk(Settings settings) {
    this.secret = read(settings.data().resolve(NAME), settings.signingKey());
    this.open = opened(secret);
  }

  /** A signature as base64, and the id of the key it was made with. */
  record Sealed(String key, String signature) {}

  /** The public key by which hospitals know the house. */
  public PublicKey key() {
    return open;
  }

  /** Signs a whole content. */
  Sealed seal(String purpose, byte[] content) {
    String signature = Base64.getEncoder().encodeToString(SnapshotSeal.sign(secret, purpose, content));
    return new Sealed(SnapshotSeal.id(open), signature);
  }

  /** A secret of its own for a purpose, always the same while the key is the same; it need not be kept anywhere. */
  public String derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"));
      byte[] made = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("every Java has HmacSHA256", cause);
    }
  }

  /** For signing a file while it is written. */
  PrivateKey secret() {
    return secret;
  }

  private static PrivateKey read(Path own, @Nullable Path named) {
    Path file = named == null ? own : named;
    try {
      if (named == null && !Files.exists(own)) {
        make(own);
      }
      return SnapshotSeal.privateKey(Files.readString(file));
    } catch (IOException fault) {
      throw new UncheckedIOException("the signing key cannot be read or made: " + file, fault);
    } catch (IllegalArgumentException other) {
      throw new IllegalStateException(
          "the signing key is no Ed25519 key in PEM (PKCS 8): " + file
              + ". Maybe make one with: openssl genpkey -algorithm ed25519",
          other);
    }
  }

  /** There as a whole or not at all, and never readable for others. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(part);
    Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      PrivateKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
      ByteBuffer bytes = ByteBuffer.wrap(SnapshotSeal.pem(key).getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has Ed25519", cause);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static PublicKey opened(PrivateKey key) {
    byte[] seed =
        key instanceof EdECPrivateKey own ? own.getBytes().orElseThrow() : key.getEncoded();
    byte[] point = new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
    ByteBuffer wrapped = ByteBuffer.allocate(WRAPPING.length + point.length).put(WRAPPING).put(point);
    String text = Base64.getEncoder().encodeToString(wrapped.array());
    return SnapshotSeal.publicKey("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----");
  }
}
