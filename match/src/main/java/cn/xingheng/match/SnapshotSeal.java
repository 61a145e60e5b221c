package cn.xingheng.match;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 「快照签章」 Ed25519 signatures over what a house tells hospitals, and the PEM texts of the keys.
 *
 * <p>Signed is the line {@code xingheng PURPOSE 1} with its line feed, followed by the SHA-512 of the content: so a
 * signature of one purpose is worth nothing for another, and a file need not be in memory.
 */
public final class SnapshotSeal {
  /** The purpose of signatures in snapshot files. */
  public static final String SNAPSHOT = "snapshot";

  /** The purpose of signatures over changes of standings. */
  public static final String CHANGES = "changes";

  /** Bytes of a signature. */
  public static final int LENGTH = 64;

  private static final String ALGORITHM = "Ed25519";
  private static final int ID_DIGITS = 16;
  private static final int LINE = 64;

  private SnapshotSeal() {}

  /** The signature over some content. */
  public static byte[] sign(PrivateKey key, String purpose, byte[] content) {
    return signed(key, purpose, digest().digest(content));
  }

  /** Whether the signature is that of the key's owner over this content. */
  public static boolean holds(PublicKey key, String purpose, byte[] content, byte[] signature) {
    return held(key, purpose, digest().digest(content), signature);
  }

  static byte[] signed(PrivateKey key, String purpose, byte[] digest) {
    try {
      Signature sign = Signature.getInstance(ALGORITHM);
      sign.initSign(key);
      sign.update(head(purpose));
      sign.update(digest);
      return sign.sign();
    } catch (GeneralSecurityException fault) {
      throw new IllegalArgumentException("no Ed25519 key: " + key.getAlgorithm(), fault);
    }
  }

  static boolean held(PublicKey key, String purpose, byte[] digest, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(head(purpose));
      check.update(digest);
      return signature.length == LENGTH && check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static byte[] head(String purpose) {
    return ("xingheng " + purpose + " 1\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The SHA-512 of the first bytes of a file. */
  static byte[] digest(FileChannel file, long length) throws IOException {
    MessageDigest digest = digest();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    for (long at = 0; at < length; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), length - at));
      file.position(at);
      Longs.fill(file, buffer);
      digest.update(buffer.flip());
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("every Java has SHA-512", cause);
    }
  }

  /** The SHA-256 of the key as 64 hexadecimal digits: what people compare. */
  public static String fingerprint(PublicKey key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }

  /** The first digits of the fingerprint: which key it was, for machines. */
  public static String id(PublicKey key) {
    return fingerprint(key).substring(0, ID_DIGITS);
  }

  /** The key as PEM. */
  public static String pem(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  /** The key as PEM; for the eyes of its owner only. */
  public static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }

  /**
   * Reads a public key.
   *
   * @throws IllegalArgumentException when the text holds no Ed25519 public key
   */
  public static PublicKey publicKey(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes("PUBLIC KEY", pem)));
    } catch (GeneralSecurityException fault) {
      throw new IllegalArgumentException("no Ed25519 public key", fault);
    }
  }

  /**
   * Reads a private key.
   *
   * @throws IllegalArgumentException when the text holds no Ed25519 private key
   */
  public static PrivateKey privateKey(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes("PRIVATE KEY", pem)));
    } catch (GeneralSecurityException fault) {
      throw new IllegalArgumentException("no Ed25519 private key", fault);
    }
  }

  /** What stands between the lines that begin and end a key of this kind. */
  private static byte[] bytes(String what, String pem) {
    String begin = "-----BEGIN " + what + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + what + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no " + what + " in PEM");
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
  }
}
