package cn.xingheng.law.cases;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what the state of a physician is on a day: of the named site, or of every site where they agree. */
final class StateAnswers {

  private StateAnswers() {}

  static Reckoning.Answer answer(Dossier dossier, Expectation.StateOn ask) {
    List<InstitutionId> sites = ask.at() != null ? List.of(ask.at()) : Qualifications.sites(dossier, ask.on());
    List<State> states =
        sites.stream().map(site -> States.reckon(dossier, site, ask.on(), ask.year())).toList();
    if (states.isEmpty()) {
      return nobody(dossier, ask);
    }
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    List<String> why = new ArrayList<>();
    agreed(actual, why, states, "points", State::points);
    agreed(actual, why, states, "remaining", State::remaining);
    agreed(actual, why, states, "term-points", State::termPoints);
    agreed(actual, why, states, "standing", state -> state.qualification().standing().word());
    actual.put("because", common(states));
    due(actual, why, states, ask);
    for (State state : states) {
      why.addAll(state.pointsTrail().lines());
      why.addAll(state.qualification().trail().lines());
      why.addAll(state.dutiesTrail().lines());
    }
    return new Reckoning.Answer(actual, List.copyOf(new LinkedHashSet<>(why)));
  }

  /** A person without any site: nothing counted, nothing signed, nothing due. */
  private static Reckoning.Answer nobody(Dossier dossier, Expectation.StateOn ask) {
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("points", 0);
    actual.put("remaining", dossier.law().edition().points().budget());
    actual.put("term-points", 0);
    actual.put("standing", "none");
    actual.put("because", List.of(Cause.NOT_SIGNED.word()));
    actual.put("due", List.of());
    return new Reckoning.Answer(actual, List.of(ask.person() + " 从未签订过协议"));
  }

  private static void agreed(
      SequencedMap<String, @Nullable Object> actual,
      List<String> why,
      List<State> states,
      String field,
      Function<State, @Nullable Object> value) {
    Object first = value.apply(states.getFirst());
    if (states.stream().allMatch(state -> Objects.equals(first, value.apply(state)))) {
      actual.put(field, first);
    } else {
      states.forEach(state -> why.add(state.site() + " 的 " + field + "：" + value.apply(state)));
      why.add("各机构不一致，请以 at 指明机构");
    }
  }

  /** The causes that every site has. */
  private static List<String> common(List<State> states) {
    Set<Cause> causes = new LinkedHashSet<>(states.getFirst().qualification().causes());
    states.forEach(state -> causes.retainAll(state.qualification().causes()));
    return causes.stream().map(Cause::word).toList();
  }

  /** The duties; left out where the sites differ in one that is asked about, for then there is no one answer. */
  private static void due(
      SequencedMap<String, @Nullable Object> actual, List<String> why, List<State> states, Expectation.StateOn ask) {
    List<String> asked = new ArrayList<>(Comparison.words(ask.wants().get("due")));
    asked.addAll(Comparison.words(ask.wants().get("not-due")));
    List<List<String>> due =
        states.stream().map(state -> state.due().stream().map(Duty::word).toList()).toList();
    for (String word : asked) {
      if (due.stream().map(words -> words.contains(word)).distinct().count() > 1) {
        why.add("各机构的 " + word + " 不一致，请以 at 指明机构");
        return;
      }
    }
    actual.put("due", due.getFirst());
  }
}
