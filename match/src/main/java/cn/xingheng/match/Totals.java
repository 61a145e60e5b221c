package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * 「合计」 Adds up decided lines; totals of one table become one by {@link #add} or {@link #restore}, in any order.
 *
 * <p>Institutions of the table are counted by their number. Others, by their code: memory grows with how many there
 * are.
 */
public final class Totals {
  private final StandingTable table;
  private final Outcome[] outcomes;
  private final Tallies byOutcome;
  private final Tallies byInstitution;
  /** The codes of institutions that the table does not know, and what they count. */
  private final CodeTable others = new CodeTable();

  private final Tallies byOther = new Tallies(64);
  private long read;

  Totals(StandingTable table, Outcome[] outcomes) {
    this.table = table;
    this.outcomes = outcomes;
    this.byOutcome = new Tallies(outcomes.length);
    this.byInstitution = new Tallies(table.institutions().size());
  }

  /** Counts records that were met, whatever becomes of them. */
  public void read(long records) {
    read += records;
  }

  /** A decided line at an institution of the table. */
  void decided(int outcome, int institution, long fen) {
    byOutcome.add(outcome, fen);
    byInstitution.add(institution, fen);
  }

  /** A decided line at an institution that the table does not know, the {@code i}th of these codes. */
  void decided(int outcome, Codes codes, int i, long fen) {
    byOutcome.add(outcome, fen);
    byOther.add(other(codes, i), fen);
  }

  private int other(Codes codes, int i) {
    int number = others.add(codes, i);
    if (number >= byOther.count()) {
      byOther.grow(2 * byOther.count());
    }
    return number;
  }

  /** Adds others of the same table. */
  public void add(Totals added) {
    read += added.read;
    for (int i = 0; i < byOutcome.count(); i++) {
      byOutcome.add(i, added.byOutcome, i);
    }
    for (int i = 0; i < byInstitution.count(); i++) {
      byInstitution.add(i, added.byInstitution, i);
    }
    Codes code = new Codes(1);
    for (int i = 0; i < added.others.size(); i++) {
      code.set(0, added.others.words(), Codes.WORDS * i);
      byOther.add(other(code, 0), added.byOther, i);
    }
  }

  /** Totals of their own that say the same. */
  Totals copy() {
    Totals copy = new Totals(table, outcomes);
    copy.add(this);
    return copy;
  }

  /** Writes all of it. */
  public void save(DataOutputStream to) throws IOException {
    to.writeLong(read);
    byOutcome.save(to);
    byInstitution.save(to);
    to.writeInt(others.size());
    for (int i = 0; i < Codes.WORDS * others.size(); i++) {
      to.writeLong(others.words()[i]);
    }
    byOther.save(to);
  }

  /** Adds what was saved by others of the same table. */
  public void restore(DataInputStream from) throws IOException {
    read += from.readLong();
    byOutcome.restore(from);
    byInstitution.restore(from);
    restoreOthers(from);
  }

  private void restoreOthers(DataInputStream from) throws IOException {
    long[] words = new long[Codes.WORDS * from.readInt()];
    for (int i = 0; i < words.length; i++) {
      words[i] = from.readLong();
    }
    Tallies saved = new Tallies(0);
    saved.restore(from);
    Codes code = new Codes(1);
    for (int i = 0; Codes.WORDS * i < words.length; i++) {
      code.set(0, words, Codes.WORDS * i);
      byOther.add(other(code, 0), saved, i);
    }
  }

  /** The summary, with the rejects as they were counted where they were written. */
  public Summary summary(long rejected) {
    Map<Verdict, Summary.Entry> verdicts = new TreeMap<>();
    Map<Cause, Summary.Entry> causes = new TreeMap<>();
    Summary.Entry all = new Summary.Entry(0, BigInteger.ZERO);
    for (int i = 0; i < outcomes.length; i++) {
      Summary.Entry entry = entry(byOutcome, i);
      Cause cause = outcomes[i].cause();
      all = all.plus(entry);
      verdicts.merge(outcomes[i].verdict(), entry, Summary.Entry::plus);
      if (cause != null) {
        causes.merge(cause, entry, Summary.Entry::plus);
      }
    }
    Map<String, Summary.Entry> places = new TreeMap<>();
    for (int i = 0; i < byInstitution.count(); i++) {
      places.put(table.institutions().code(i), entry(byInstitution, i));
    }
    for (int i = 0; i < others.size(); i++) {
      places.put(others.code(i), entry(byOther, i));
    }
    return new Summary(read, all.lines(), rejected, all.fen(),
        met(verdicts, Verdict::word), met(causes, Cause::word), met(places, code -> code));
  }

  private static Summary.Entry entry(Tallies tallies, int number) {
    return new Summary.Entry(tallies.lines(number), tallies.fen(number));
  }

  /** Those that at least one line has. */
  private static <K> Map<String, Summary.Entry> met(Map<K, Summary.Entry> entries, Function<K, String> word) {
    Map<String, Summary.Entry> met = new LinkedHashMap<>();
    entries.forEach((key, entry) -> {
      if (entry.lines() > 0) {
        met.put(word.apply(key), entry);
      }
    });
    return met;
  }
}
