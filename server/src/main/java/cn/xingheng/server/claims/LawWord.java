package cn.xingheng.server.claims;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short word for editions and readings: another one when they are others. */
final class LawWord {
  private static final int DIGITS = 16;

  private LawWord() {}

  static String of(Law law) {
    String said = law.edition().id() + '\n' + law.edition().hash() + '\n' + atStoppedInstitution(law);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }

  /** What an urgent line gets whose only cause is the institution's own stop. */
  static Verdict atStoppedInstitution(Law law) {
    return law.reads(ReadingKey.EMERGENCY_AT_STOPPED_INSTITUTION, "refused") ? Verdict.REFUSED : Verdict.EXCEPTED;
  }
}
