package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.MeasureFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 「逐条说明」 What the law makes of one person on one day: points, standing, duties and deadlines, each with its trail.
 *
 * <p>It asks what a case would ask, and prints the answers; a step of the trail is printed once, where it first serves.
 */
public final class Explanation {

  private final Case c;
  private final Reckoning reckoning;
  private final PersonId person;
  private final @Nullable LocalDate known;
  private final List<String> lines = new ArrayList<>();
  private final SequencedSet<String> told = new LinkedHashSet<>();

  private Explanation(Case c, Reckoning reckoning, PersonId person, @Nullable LocalDate known) {
    this.c = c;
    this.reckoning = reckoning;
    this.person = person;
    this.known = known;
  }

  /**
   * The explanation as lines to print.
   *
   * @param on the day the law looks at
   * @param known the day at whose end one asks what was known, or null for all that is known now
   */
  public static List<String> of(
      Case c, Reckoning reckoning, PersonId person, LocalDate on, @Nullable LocalDate known) {
    Explanation explanation = new Explanation(c, reckoning, person, known);
    explanation.lines.add(person + "，" + on + (known == null ? "" : "（按 " + known + " 日终所知）"));
    explanation.standings(on);
    explanation.decisions(on);
    explanation.bar();
    return List.copyOf(explanation.lines);
  }

  /** The persons that the facts name, in the order of the file. */
  public static List<PersonId> persons(Case c) {
    SequencedSet<PersonId> persons = new LinkedHashSet<>();
    for (Fact fact : c.facts()) {
      switch (fact) {
        case AgreementFact agreement -> persons.add(agreement.person());
        case DecisionFact decision -> persons.add(decision.person());
        case MeasureFact measure -> persons.add(measure.person());
        case Fact _ -> { }
      }
    }
    return List.copyOf(persons);
  }

  /** The last day on which a fact of the case happened, was entered or was served. */
  public static LocalDate lastDay(Case c) {
    return c.facts().stream()
        .map(Explanation::lastDay)
        .max(LocalDate::compareTo)
        .orElseThrow(() -> new IllegalArgumentException("case " + c.name() + " has no facts"));
  }

  private static LocalDate lastDay(Fact fact) {
    LocalDate last = fact.recorded();
    if (fact instanceof DecisionFact.Served decision) {
      LocalDate served = decision.served().both().orElse(last);
      return served.isAfter(last) ? served : last;
    }
    return last;
  }

  private void standings(LocalDate on) {
    Ask ask = ask("points", "remaining", "term-points", "standing", "because", "due");
    SequencedSet<InstitutionId> sites = sites();
    sites.forEach(site -> answer("  在 " + site, new Expectation.StateOn(ask, on, person, site, null)));
    if (sites.isEmpty()) {
      answer("  各处", new Expectation.StateOn(ask, on, person, null, null));
    }
  }

  private SequencedSet<InstitutionId> sites() {
    SequencedSet<InstitutionId> sites = new LinkedHashSet<>();
    for (Fact fact : c.facts()) {
      if (fact instanceof AgreementFact agreement && agreement.person().equals(person)) {
        sites.add(agreement.at());
      }
    }
    return sites;
  }

  private void decisions(LocalDate on) {
    for (Fact fact : c.facts()) {
      if (fact instanceof DecisionFact decision && decision.person().equals(person) && !fact.on().isAfter(on)) {
        decision(decision);
      }
    }
  }

  private void decision(DecisionFact decision) {
    FactId id = decision.id();
    switch (decision) {
      case DecisionFact.Deducted deducted -> {
        answer("  扣分 " + id + "（" + deducted.on() + "，条目 " + deducted.item() + "）", taken(id));
        answer("    异议", new Expectation.ObjectionThrough(ask("objection-through"), id));
      }
      case DecisionFact.Suspended suspended -> {
        answer("  暂停 " + id + "（" + suspended.on() + "，" + suspended.months() + " 个月）", taken(id));
        sanction(id);
        answer("    恢复申请", new Expectation.ResumeWindow(ask("resume-window"), id));
      }
      case DecisionFact.Terminated terminated -> {
        answer("  解除 " + id + "（" + terminated.on() + "）", taken(id));
        sanction(id);
      }
      case DecisionFact.BarExtended extended -> answer("  延长禁入 " + extended.id(), taken(id));
      case DecisionFact.Deferred deferred -> answer("  缓期 " + deferred.id(), taken(id));
      case DecisionFact.NotSuspended not -> answer("  不予暂停 " + not.id(), taken(id));
    }
  }

  private void sanction(FactId id) {
    answer("    最早生效", new Expectation.EarliestEffect(ask("earliest-effect"), id));
    answer("    起止", new Expectation.SanctionSpan(ask("from", "through", "void"), id));
    answer("    异议", new Expectation.ObjectionThrough(ask("objection-through"), id));
  }

  private void bar() {
    boolean ended = c.facts().stream()
        .anyMatch(fact -> fact instanceof DecisionFact.Terminated end && end.person().equals(person));
    if (ended) {
      answer("  禁入", new Expectation.BarOf(ask("may-apply-from", "apply-window"), person));
    }
  }

  private Expectation taken(FactId id) {
    return new Expectation.TakenOrNot(ask("accepted", "refused", "held", "because"), id);
  }

  private Ask ask(String... fields) {
    SequencedMap<String, Object> wants = new LinkedHashMap<>();
    List.of(fields).forEach(field -> wants.put(field, ""));
    return new Ask(0, c.line(), known, wants);
  }

  private void answer(String head, Expectation question) {
    try {
      Reckoning.Answer answer = reckoning.answer(question);
      String fields = shown(answer.actual());
      if (fields.isEmpty()) {
        return;
      }
      lines.add(head + "：" + fields);
      answer.why().stream().filter(told::add).forEach(step -> lines.add("        " + step));
    } catch (RuntimeException fault) {
      lines.add(head + "：没有答案（" + fault.getMessage() + "）");
    }
  }

  private static String shown(Map<String, @Nullable Object> actual) {
    return actual.entrySet().stream()
        .filter(field -> says(field.getValue()))
        .map(field -> LABELS.getOrDefault(field.getKey(), field.getKey()) + " " + Shown.value(field.getValue()))
        .collect(Collectors.joining("；"));
  }

  /** Whether a value is worth a word: no empty lists, and nothing that is merely not so. */
  private static boolean says(@Nullable Object value) {
    return value != null && !Boolean.FALSE.equals(value) && !List.of().equals(value);
  }

  private static final Map<String, String> LABELS = Map.ofEntries(
      Map.entry("points", "扣分累计"), Map.entry("remaining", "剩余"), Map.entry("term-points", "协议期累计"),
      Map.entry("standing", "资格"), Map.entry("because", "原因"), Map.entry("due", "待办"),
      Map.entry("from", "自"), Map.entry("through", "至"), Map.entry("void", "无效"),
      Map.entry("objection-through", "截止"), Map.entry("resume-window", "期间"),
      Map.entry("earliest-effect", "可自"), Map.entry("may-apply-from", "可签约自"),
      Map.entry("apply-window", "申请期"), Map.entry("accepted", "受理"), Map.entry("refused", "不予受理"),
      Map.entry("held", "待定"));
}
