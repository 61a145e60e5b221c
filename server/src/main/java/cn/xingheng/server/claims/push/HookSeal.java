package cn.xingheng.server.claims.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature by which a receiver knows a message: HMAC-SHA-256 over the time, a full stop and the body. */
final class HookSeal {
  private static final String ALGORITHM = "HmacSHA256";

  private HookSeal() {}

  static String of(String secret, String stamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((stamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("every Java has HmacSHA256", cause);
    }
  }
}
