package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.sanction.Ground;
import cn.xingheng.core.standing.Judgment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「可作的处理」 A suspension or termination that the points then require or allow, with every length it may have.
 *
 * @param ground the rule and the deductions that meet it
 * @param newly whether it was not yet due without the fact
 * @param terms each length of the range, from the least; of a range without end only the least
 */
public record Choice(Ground ground, boolean newly, List<Term> terms) {

  public Choice {
    terms = List.copyOf(terms);
  }

  /**
   * 「期限试算」 One length, decided and served on the assumed day, judged as if it were recorded.
   *
   * @param length months of a suspension, years of a bar
   * @param judgment what the law would make of it
   * @param first the first day, or null when it is refused
   * @param last the last day of the suspension, or of the bar; null when it is refused, has no end that can be named
   *     yet, or is a bar whose first day is provisional
   */
  public record Term(int length, Judgment judgment, @Nullable DayAnswer first, @Nullable DayAnswer last) {

    /** Why this length is not lawful, or empty when it is. */
    public Optional<Refusal> refusal() {
      return judgment instanceof Judgment.Refused(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
    }
  }

  /** The rule. */
  public Rule rule() {
    return ground.rule();
  }

  /** Whether it is a duty or left to discretion. */
  public Force force() {
    return rule().force();
  }

  /** The account whose agency decides. */
  public Account account() {
    return ground.account();
  }

  /** The articles. */
  public Citation citation() {
    return rule().citation();
  }

  /** What the rule says, in our own words. */
  public String gloss() {
    return rule().gloss();
  }

  /** Whether it is a termination. */
  public boolean terminates() {
    return rule().consequence() instanceof Consequence.Terminate;
  }
}
