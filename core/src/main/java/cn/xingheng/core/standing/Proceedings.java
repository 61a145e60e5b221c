package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.register.Halt;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.sanction.Docket;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.sanction.Sanctions;
import cn.xingheng.core.sanction.Toll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.threeten.extra.LocalDateRange;

/** 「处理归集」 Gathers what was recorded about each sanction and reckons them together. */
final class Proceedings {

  private Proceedings() {}

  static Sanctions reckon(Dossier dossier) {
    return Sanctions.reckon(
        dossier.law(),
        dossier.grounds(),
        docket(dossier),
        day -> agencies(dossier, day),
        new Toll(sanction -> halts(dossier, sanction)));
  }

  private static Docket docket(Dossier dossier) {
    Known known = dossier.known();
    List<SanctionDecision> decisions =
        known.all(SanctionDecision.class).stream()
            .sorted(Comparator.comparing(SanctionDecision::on).thenComparing(SanctionDecision::id))
            .toList();
    Map<FactId, ObjectionAnswered> answers = new HashMap<>();
    known.all(ObjectionAnswered.class).forEach(answer -> answers.put(known.decision(answer), answer));
    return new Docket(
        decisions,
        group(known.all(Deferred.class), Deferred::of),
        group(known.all(Objected.class), Objected::of),
        answers,
        group(extensions(dossier), BarExtended::of));
  }

  private static List<BarExtended> extensions(Dossier dossier) {
    return dossier.known().all(BarExtended.class).stream()
        .map(
            fact -> {
              Service served = fact.served().knownAt(dossier.knownAt());
              return new BarExtended(fact.head(), fact.person(), fact.of(), fact.barYears(), fact.fraud(), served);
            })
        .toList();
  }

  private static <F> Map<FactId, List<F>> group(List<F> facts, Function<F, FactId> of) {
    Map<FactId, List<F>> grouped = new LinkedHashMap<>();
    facts.forEach(fact -> grouped.computeIfAbsent(of.apply(fact), id -> new ArrayList<>()).add(fact));
    return grouped;
  }

  /** The accounts whose agencies have an agreement with the person on the day. */
  static List<Account> agencies(Dossier dossier, LocalDate day) {
    return dossier.nominal().stream()
        .filter(course -> course.inForceOn(day))
        .map(course -> dossier.account(course.region()))
        .distinct()
        .sorted(Comparator.comparing(Account::toString))
        .toList();
  }

  /** The times in which every site that a sanction acts on is stopped by its institution's own suspension. */
  private static List<Toll.Halted> halts(Dossier dossier, Sanction sanction) {
    List<Institution> sites =
        dossier.nominal().stream()
            .filter(course -> sanction.actsOn(course.region()))
            .map(Course::at)
            .distinct()
            .map(site -> dossier.register().institution(site))
            .toList();
    if (sites.isEmpty()) {
      return List.of();
    }
    List<Toll.Halted> common = new ArrayList<>();
    for (Halt halt : sites.getFirst().halts()) {
      common.add(new Toll.Halted(halt.days(), halt.facts()));
    }
    for (Institution other : sites.subList(1, sites.size())) {
      common = intersect(common, other);
    }
    return common;
  }

  private static List<Toll.Halted> intersect(List<Toll.Halted> common, Institution other) {
    List<Toll.Halted> both = new ArrayList<>();
    for (Toll.Halted one : common) {
      for (Halt halt : other.halts()) {
        if (one.days().overlaps(halt.days())) {
          LocalDateRange days = one.days().intersection(halt.days());
          List<FactId> facts = new ArrayList<>(one.facts());
          facts.addAll(halt.facts());
          both.add(new Toll.Halted(days, facts));
        }
      }
    }
    return both;
  }
}
