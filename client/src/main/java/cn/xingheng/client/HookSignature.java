package cn.xingheng.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * 「推送签名」 Whether a message that claims to be a house's is: HMAC-SHA-256, by the secret of the hook, over {@code
 * TIMESTAMP.BODY}, in the header {@code Xingheng-Signature: v1=HEX}.
 */
public final class HookSignature {
  private static final String VERSION = "v1=";

  private HookSignature() {}

  /** The header for a body. */
  public static String of(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("every Java has HmacSHA256", cause);
    }
  }

  /**
   * Whether the message is the house's and was sent just now. Takes the same time whatever is wrong with the signature.
   *
   * @param timestamp the header {@code Xingheng-Timestamp}: seconds since 1970; null when it is missing
   * @param signature the header {@code Xingheng-Signature}; null when it is missing
   * @param tolerance how far the two clocks may be apart, such as five minutes
   */
  public static boolean holds(
      String secret, @Nullable String timestamp, byte[] body, @Nullable String signature, Instant now,
      Duration tolerance) {
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    byte[] wanted = of(secret, timestamp, body).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8))
        && apart.compareTo(tolerance) <= 0;
  }
}
