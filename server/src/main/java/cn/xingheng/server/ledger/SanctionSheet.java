package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.foresight.Counting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a suspension or a termination chooses from: what the law offers, and nothing else.
 *
 * @param terminates whether it is a termination
 * @param agencies the pooling areas for which the viewer decides and whose account gives a ground
 * @param terms the lawful lengths, each with its days; of a range without end none
 * @param least the least length of a range without end, or null where all lengths are offered
 * @param fraud whether the edition knows a bar after fraud
 * @param counting how the first lawful day is counted, from service on both, or from today while that is missing
 * @param assumed whether service is assumed to be today
 */
public record SanctionSheet(
    boolean terminates, List<String> agencies, List<GroundOffer> grounds, List<Term> terms, @Nullable Integer least,
    boolean fraud, Counting counting, boolean assumed) {

  public SanctionSheet {
    agencies = List.copyOf(agencies);
    grounds = List.copyOf(grounds);
    terms = List.copyOf(terms);
  }

  /** A ground by its word, with what the rule says. */
  public record GroundOffer(String word, Citation citation, String gloss) {}

  /**
   * A length.
   *
   * @param last the last day, or null when it has no end that can be named
   */
  public record Term(int length, @Nullable DayAnswer first, @Nullable DayAnswer last) {}
}
