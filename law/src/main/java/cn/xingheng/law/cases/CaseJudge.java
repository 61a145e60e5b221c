package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.LawFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** 「案例判定」 Runs one case: its edition, its reckoning, its expectations one after the other. */
public final class CaseJudge {

  private final CaseEditions editions;
  private final Reckoning.Factory factory;

  /** Judges with these editions and this reckoning. */
  public CaseJudge(CaseEditions editions, Reckoning.Factory factory) {
    this.editions = editions;
    this.factory = factory;
  }

  /** Throws {@link LawFault} when the edition's file is faulty or does not offer the readings that the case chooses. */
  void check(Case c) {
    editions.find(c);
  }

  /**
   * What comes of the case. A reckoning that breaks is a failed case with its message.
   *
   * @throws LawFault as {@link #check}
   */
  public CaseResult judge(Case c) {
    return switch (editions.find(c)) {
      case CaseEditions.Absent absent -> unanswered(c, absent.why());
      case CaseEditions.Ready ready -> {
        try {
          yield answered(c, factory.of(c, ready.edition(), editions.calendar(c)));
        } catch (RuntimeException fault) {
          yield unanswered(c, told(fault));
        }
      }
    };
  }

  private static CaseResult answered(Case c, Reckoning reckoning) {
    List<CaseResult.Outcome> outcomes = new ArrayList<>();
    for (List<Expectation> entry : entries(c)) {
      outcomes.add(outcome(entry, reckoning));
    }
    return new CaseResult(c.name(), c.file(), c.line(), outcomes);
  }

  private static CaseResult.Outcome outcome(List<Expectation> entry, Reckoning reckoning) {
    Expectation first = entry.getFirst();
    SequencedMap<String, Object> wants = wants(entry);
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    SequencedSet<String> why = new LinkedHashSet<>();
    try {
      for (Expectation each : entry) {
        Reckoning.Answer answer = reckoning.answer(each);
        actual.putAll(answer.actual());
        why.addAll(answer.why());
      }
    } catch (RuntimeException fault) {
      return new CaseResult.Outcome(first.index(), first.line(), wants, null, List.of(), List.of(told(fault)));
    }
    List<String> wrong = Comparison.mismatches(wants, actual);
    return new CaseResult.Outcome(first.index(), first.line(), wants, actual, wrong, List.copyOf(why));
  }

  private static CaseResult unanswered(Case c, String why) {
    List<CaseResult.Outcome> outcomes = entries(c).stream()
        .map(entry -> new CaseResult.Outcome(
            entry.getFirst().index(), entry.getFirst().line(), wants(entry), null, List.of(), List.of(why)))
        .toList();
    return new CaseResult(c.name(), c.file(), c.line(), outcomes);
  }

  /** The expectations of each entry of the file. */
  private static List<List<Expectation>> entries(Case c) {
    SequencedMap<Integer, List<Expectation>> entries = new LinkedHashMap<>();
    c.expectations().forEach(each -> entries.computeIfAbsent(each.index(), _ -> new ArrayList<>()).add(each));
    return List.copyOf(entries.values());
  }

  private static SequencedMap<String, Object> wants(List<Expectation> entry) {
    SequencedMap<String, Object> wants = new LinkedHashMap<>();
    entry.forEach(each -> wants.putAll(each.wants()));
    return wants;
  }

  private static String told(RuntimeException fault) {
    String message = fault.getMessage() == null ? "" : "：" + fault.getMessage();
    StackTraceElement[] stack = fault.getStackTrace();
    String where = stack.length == 0 ? "" : "（" + stack[0] + "）";
    return "推算中断 " + fault.getClass().getSimpleName() + message + where;
  }
}
