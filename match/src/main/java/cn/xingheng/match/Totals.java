package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * 「合计」 Adds up decided lines; two totals of one table become one by {@link #add(Totals)}, in any order.
 *
 * <p>Institutions of the table are counted by their number. Others, by their code: memory grows with how many there
 * are.
 */
final class Totals {
  private final StandingTable table;
  private final Outcome[] outcomes;
  private final Tally[] byOutcome;
  private final Tally[] byInstitution;
  private final Map<String, Tally> byOtherInstitution = new HashMap<>();
  private long read;

  Totals(StandingTable table, Outcome[] outcomes) {
    this.table = table;
    this.outcomes = outcomes;
    this.byOutcome = tallies(outcomes.length);
    this.byInstitution = tallies(table.institutions().size());
  }

  private static Tally[] tallies(int count) {
    Tally[] tallies = new Tally[count];
    for (int i = 0; i < count; i++) {
      tallies[i] = new Tally();
    }
    return tallies;
  }

  /** Counts records that were met, whatever becomes of them. */
  void read(long records) {
    read += records;
  }

  /** A decided line at an institution of the table. */
  void decided(Outcome outcome, int institution, long fen) {
    byOutcome[outcome.number()].add(fen);
    byInstitution[institution].add(fen);
  }

  /** A decided line at an institution that the table does not know. */
  void decided(Outcome outcome, String institution, long fen) {
    byOutcome[outcome.number()].add(fen);
    byOtherInstitution.computeIfAbsent(institution, code -> new Tally()).add(fen);
  }

  void add(Totals other) {
    read += other.read;
    for (int i = 0; i < byOutcome.length; i++) {
      byOutcome[i].add(other.byOutcome[i]);
    }
    for (int i = 0; i < byInstitution.length; i++) {
      byInstitution[i].add(other.byInstitution[i]);
    }
    other.byOtherInstitution.forEach(
        (code, tally) -> byOtherInstitution.computeIfAbsent(code, c -> new Tally()).add(tally));
  }

  /** The summary, with the rejects as they were counted where they were written. */
  Summary summary(long rejected) {
    Tally all = new Tally();
    Map<Verdict, Tally> verdicts = new TreeMap<>();
    Map<Cause, Tally> causes = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      Tally tally = byOutcome[outcome.number()];
      Cause cause = outcome.cause();
      all.add(tally);
      verdicts.computeIfAbsent(outcome.verdict(), v -> new Tally()).add(tally);
      if (cause != null) {
        causes.computeIfAbsent(cause, c -> new Tally()).add(tally);
      }
    }
    Map<String, Tally> byWord = new LinkedHashMap<>();
    verdicts.forEach((verdict, tally) -> byWord.put(verdict.word(), tally));
    Map<String, Tally> byCause = new LinkedHashMap<>();
    causes.forEach((cause, tally) -> byCause.put(cause.word(), tally));
    Map<String, Tally> places = new TreeMap<>(byOtherInstitution);
    for (int i = 0; i < byInstitution.length; i++) {
      places.put(table.institutions().code(i), byInstitution[i]);
    }
    return new Summary(
        read, all.lines(), rejected, all.fen(), entries(byWord), entries(byCause), entries(places));
  }

  private static Map<String, Summary.Entry> entries(Map<String, Tally> tallies) {
    Map<String, Summary.Entry> entries = new LinkedHashMap<>();
    tallies.forEach((key, tally) -> {
      if (tally.lines() > 0) {
        entries.put(key, new Summary.Entry(tally.lines(), tally.fen()));
      }
    });
    return entries;
  }
}
