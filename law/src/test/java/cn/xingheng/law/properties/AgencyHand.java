package cn.xingheng.law.properties;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.sanction.Ground;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Duties;
import cn.xingheng.core.standing.DutyState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the agency decides: points, and what the reckoning says is due; now and then something unlawful. */
final class AgencyHand {

  private final Pen pen;

  AgencyHand(Pen pen) {
    this.pen = pen;
  }

  void deduct(PersonId person, LocalDate day) {
    String document = pen.odds(25) ? "doc" + pen.between(1, 99) : null;
    String incident = pen.odds(25) ? "inc" + pen.between(1, 99) : null;
    int count = pen.odds(20) ? 2 : 1;
    InstitutionId site = site(person, day);
    for (int i = 0; i < count; i++) {
      LocalDate act = day.minusDays(pen.between(0, 60));
      LocalDate from = pen.odds(20) ? act.minusDays(pen.between(1, 20)) : act;
      Money loss = pen.odds(20) ? new Money(pen.between(1, 900_000)) : Money.ZERO;
      pen.write(
          new Deducted(
              pen.head("d", day), person, site, item().id(), pen.odds(8) ? 2 : 1, from, act, incident, document,
              pen.service(day), loss, null));
    }
  }

  private InstitutionId site(PersonId person, LocalDate day) {
    Dossier dossier = pen.dossier(person);
    List<InstitutionId> agreed =
        dossier.sites().stream().filter(site -> dossier.inForce(site, day).isPresent()).toList();
    return agreed.isEmpty() || pen.odds(6) ? pen.any(pen.sites) : pen.any(agreed);
  }

  /** Mostly middling items: enough of them for every tier, not too many that end it all at once. */
  private Item item() {
    List<Item> items = List.copyOf(pen.law.edition().catalogue().values());
    int most = items.stream().mapToInt(Item::points).max().orElseThrow();
    Item item = pen.any(items);
    for (int i = 0; i < 4 && (item.points() == most && pen.odds(95) || item.points() < 3 && pen.odds(30)); i++) {
      item = pen.any(items);
    }
    return item;
  }

  /** Does what is due, mostly. */
  void decide(PersonId person, LocalDate day) {
    for (DutyState state : Duties.reckon(pen.dossier(person), day)) {
      if (state.due()) {
        act(person, day, state);
      }
    }
    if (pen.odds(4)) {
      unlawful(person, day);
    }
    if (pen.odds(6)) {
      later(person, day);
    }
  }

  private void act(PersonId person, LocalDate day, DutyState state) {
    switch (state.duty()) {
      case SUSPEND, CONSIDER_SUSPENSION -> suspend(person, day, state);
      case TERMINATE -> terminate(person, day, state);
      case INTERVIEW -> {
        if (pen.odds(20)) {
          pen.write(new DutyFact.Interviewed(pen.head("iv", day), person, null));
        }
      }
      case NOTICE, CIRCULATE, REPORT_PROVINCE, TELL_PATIENTS, STOP_SETTLEMENT, INSTITUTION_CONSEQUENCE, RECOVER_FUNDS,
          ALERT_OTHER_AGENCY, REPORT_DEPARTMENT -> {
        if (pen.odds(7)) {
          pen.write(
              new DutyFact.Notified(
                  pen.head("n", day), person, null, pen.odds(60) ? state.about() : null, state.duty().word()));
        }
      }
    }
  }

  private void suspend(PersonId person, LocalDate day, DutyState state) {
    if (state.duty() == Duty.CONSIDER_SUSPENSION && pen.odds(20)) {
      pen.write(new DecisionFact.NotSuspended(pen.head("ns", day), person, "情节轻微"));
    } else if (pen.odds(85)) {
      Range months = ground(person, day, state).map(AgencyHand::range).orElse(new Range(1, 3));
      int given = pen.odds(5) ? 7 : pen.between(months.from(), months.through() == null ? 6 : months.through());
      pen.write(
          new Suspended(
              pen.head("s", day), person, given, pen.service(day), named(day), by(state),
              pen.odds(30) ? DecisionFact.POINTS : null));
    }
  }

  private void terminate(PersonId person, LocalDate day, DutyState state) {
    if (pen.odds(30)) {
      return;
    }
    Range years = ground(person, day, state).map(AgencyHand::range).orElse(new Range(1, 1));
    boolean fraud = pen.law.edition().bar().fraud() != null && pen.odds(15);
    boolean open = !years.fixed() || fraud || pen.odds(20);
    int most = years.through() == null ? 5 : years.through();
    Integer given = open ? Integer.valueOf(pen.between(years.from(), most)) : null;
    pen.write(
        new Terminated(
            pen.head("t", day), person, given, fraud, pen.service(day), named(day), by(state), word(state)));
  }

  private @Nullable String word(DutyState state) {
    if (state.about() == null || pen.law.edition().findings() == null) {
      return null;
    }
    return pen.any(List.copyOf(pen.law.edition().findings().grounds().keySet()));
  }

  private Optional<Ground> ground(PersonId person, LocalDate day, DutyState state) {
    return pen.dossier(person).grounds().reckon(day).stream()
        .filter(ground -> ground.account().equals(state.account()))
        .filter(ground -> fits(ground, state.duty()))
        .findFirst();
  }

  private static boolean fits(Ground ground, Duty duty) {
    return switch (ground.rule().consequence()) {
      case Consequence.Interview() -> duty == Duty.INTERVIEW;
      case Consequence.Suspend(var months) -> duty == Duty.SUSPEND || duty == Duty.CONSIDER_SUSPENSION;
      case Consequence.Terminate(var years) -> duty == Duty.TERMINATE;
    };
  }

  private static Range range(Ground ground) {
    return switch (ground.rule().consequence()) {
      case Consequence.Interview() -> new Range(1, 1);
      case Consequence.Suspend(Range months) -> months;
      case Consequence.Terminate(Range years) -> years;
    };
  }

  private @Nullable LocalDate named(LocalDate day) {
    return pen.odds(15) ? day.plusDays(pen.between(20, 60)) : null;
  }

  private @Nullable RegionId by(DutyState state) {
    return pen.odds(20) ? state.account().region() : null;
  }

  private void unlawful(PersonId person, LocalDate day) {
    if (pen.odds(50)) {
      String ground = pen.odds(40) ? "M13.4" : null;
      pen.write(
          new Suspended(
              pen.head("s", day), person, pen.between(1, 6), pen.service(day), named(day), null, ground));
    } else {
      pen.write(
          new Terminated(pen.head("t", day), person, null, false, pen.service(day), null, null, null));
    }
  }

  /** Puts off a sanction, or lengthens a bar. */
  private void later(PersonId person, LocalDate day) {
    List<Sanction> sanctions = pen.dossier(person).sanctions().all();
    if (sanctions.isEmpty()) {
      return;
    }
    Sanction sanction = sanctions.getLast();
    if (sanction.terminates() && pen.odds(50)) {
      pen.write(
          new DecisionFact.BarExtended(
              pen.head("b", day), person, sanction.id(), pen.between(1, 5), pen.odds(60), pen.service(day)));
    } else {
      LocalDate on = sanction.fact().on().plusDays(pen.between(1, 12));
      pen.write(
          new DecisionFact.Deferred(
              pen.head("f", on, on), person, sanction.id(), on.plusDays(pen.between(20, 70))));
    }
  }
}
