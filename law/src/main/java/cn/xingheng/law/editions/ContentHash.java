package cn.xingheng.law.editions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content hash of an edition: SHA-256, in lower-case hexadecimal, of its text in UTF-8 without a byte order mark
 * and with every line ended by a single LF, so that a file keeps its hash on a system that ends lines with CR LF.
 */
final class ContentHash {

  private ContentHash() {}

  static String of(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String canonical = text.replace("\r\n", "\n");
      return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
