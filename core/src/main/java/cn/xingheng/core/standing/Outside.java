package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.facts.MeasureFact.MeasureLifted;
import cn.xingheng.core.facts.MeasureFact.MeasureTaken;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.OutsideMeasure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.threeten.extra.LocalDateRange;

/**
 * 「外部措施」 A measure of another authority, with its days as known and the rule about it (R3.2c).
 *
 * @param facts the decision and, where known, its lifting
 */
record Outside(MeasureTaken fact, OutsideMeasure rule, LocalDateRange days, List<FactId> facts) {

  static List<Outside> reckon(Edition edition, Known known) {
    List<MeasureLifted> lifted = known.all(MeasureLifted.class);
    List<Outside> measures = new ArrayList<>();
    for (MeasureTaken taken : known.all(MeasureTaken.class)) {
      rule(edition, taken).ifPresent(rule -> measures.add(outside(taken, rule, lifted)));
    }
    return measures;
  }

  /** The rule of the edition about this measure, or empty when it has none. */
  static Optional<OutsideMeasure> rule(Edition edition, MeasureTaken taken) {
    boolean sanction = taken.measure() == MeasureKind.REGISTRATION_CANCELLED && taken.sanction();
    return Optional.ofNullable(edition.measures().get(taken.measure().word() + (sanction ? "-as-sanction" : "")));
  }

  private static Outside outside(MeasureTaken taken, OutsideMeasure rule, List<MeasureLifted> lifted) {
    LocalDate end = taken.through() == null ? LocalDate.MAX : taken.through().plusDays(1);
    Optional<MeasureLifted> first =
        lifted.stream()
            .filter(fact -> fact.measure() == taken.measure())
            .filter(fact -> fact.at() == null || taken.at() == null || Objects.equals(fact.at(), taken.at()))
            .filter(fact -> !fact.on().isBefore(taken.from()) && fact.on().isBefore(end))
            .min(Comparator.comparing(MeasureLifted::on));
    List<FactId> facts = new ArrayList<>(List.of(taken.id()));
    first.ifPresent(fact -> facts.add(fact.id()));
    return new Outside(
        taken, rule, LocalDateRange.of(taken.from(), first.map(MeasureLifted::on).orElse(end)), facts);
  }

  /** The cause it is. */
  Cause cause() {
    return switch (fact.measure()) {
      case PRACTICE_SUSPENDED -> Cause.PRACTICE_SUSPENDED;
      case PRESCRIBING_STOPPED -> Cause.PRESCRIBING_STOPPED;
      case LICENCE_REVOKED -> Cause.LICENCE_REVOKED;
      case REGISTRATION_CANCELLED -> Cause.REGISTRATION_CANCELLED;
    };
  }
}
