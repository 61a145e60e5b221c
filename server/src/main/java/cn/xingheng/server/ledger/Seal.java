package cn.xingheng.server.ledger;

import cn.xingheng.core.foresight.Choice;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.InstitutionAhead;
import cn.xingheng.core.foresight.Ladder;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.rulebook.InstitutionTier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A short seal of what a panel says: two panels with one seal promise the same.
 *
 * <p>Of institutions the tier and what waits for a decision are promised; their sums move with every deduction of
 * anybody there, and where they bring no other tier they hold up nobody.
 */
final class Seal {
  private static final String BETWEEN = ".";

  private Seal() {}

  static String of(Foresight seen, List<InstitutionAhead> institutions) {
    StringBuilder text = new StringBuilder();
    institutions.forEach(
        one -> text.append('|').append(one.site()).append(one.day()).append(tier(one.before())).append(one.dueBefore())
            .append(tier(one.after())).append(one.dueAfter()));
    return of(seen) + BETWEEN + hash(text.toString());
  }

  private static String tier(Consequence one) {
    return one.tier().map(InstitutionTier::id).orElse("-");
  }

  /** Whether two panels promise the same but for the institutions. */
  static boolean sameBut(String one, String other) {
    return !one.equals(other) && own(one).equals(own(other));
  }

  private static String own(String seal) {
    int between = seal.indexOf(BETWEEN);
    return between < 0 ? seal : seal.substring(0, between);
  }

  private static String of(Foresight seen) {
    StringBuilder text = new StringBuilder();
    text.append(seen.unsaved().kind()).append('|').append(seen.site()).append('|').append(seen.day());
    text.append('|').append(seen.refusal()).append('|').append(seen.waitsFor()).append('|').append(seen.rejudged());
    add(text, seen.ladderBefore());
    add(text, seen.ladderAfter());
    text.append('|').append(seen.before().qualification().standing()).append(seen.before().points());
    text.append('|').append(seen.after().qualification().standing()).append(seen.after().points());
    text.append('|').append(seen.changes()).append(seen.elsewhere()).append(seen.lines()).append(seen.duties());
    text.append('|').append(seen.assumed());
    seen.choices().forEach(choice -> add(text, choice));
    if (seen.effect() != null) {
      text.append('|').append(seen.effect().earliest());
    }
    seen.sanctions().forEach(
        change -> {
          text.append('|').append(change.sanction());
          if (change.after() != null) {
            text.append(change.after().status()).append(change.after().first()).append(change.after().last());
          }
        });
    seen.bars().forEach(
        change -> text.append('|').append(change.termination())
            .append(change.after() == null ? "" : change.after().days()));
    return hash(text.toString());
  }

  private static void add(StringBuilder text, Ladder ladder) {
    text.append('|').append(ladder.account()).append(ladder.period()).append(ladder.total());
  }

  private static void add(StringBuilder text, Choice choice) {
    text.append('|').append(choice.rule().id()).append(choice.force());
    choice.terms().forEach(
        term -> text.append(';').append(term.length()).append(term.judgment()).append(term.first())
            .append(term.last()));
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
