package cn.xingheng.law.properties;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What physicians, institutions and other authorities do: sign, leave, visit, stop, lift, honour. */
final class LifeHand {

  private final Pen pen;
  private final Set<FactId> bars = new HashSet<>();

  LifeHand(Pen pen) {
    this.pen = pen;
  }

  void live(PersonId person, LocalDate day) {
    if (pen.odds(4)) {
      measure(person, day);
    }
    if (pen.odds(7)) {
      halt(day);
    }
    if (pen.odds(5)) {
      leave(person, day);
    }
    if (pen.odds(4)) {
      visit(person, day);
    }
    if (pen.odds(4)) {
      pen.write(new MeritFact.Honoured(pen.head("h", day), person));
    }
    if (pen.odds(12)) {
      duty(person, day);
    }
    if (pen.odds(3)) {
      money(day);
    }
    newcomer(person, day);
  }

  void sign(PersonId person, InstitutionId site, LocalDate day) {
    Integer months = pen.law.edition().terms().months();
    LocalDate through = null;
    if (pen.odds(70)) {
      through = day.plusMonths(months == null ? pen.between(6, 36) : pen.between(12, months)).minusDays(1);
    }
    Boolean renews = pen.odds(40) ? Boolean.valueOf(pen.odds(80)) : null;
    pen.write(new AgreementFact.Signed(pen.head("a", day), person, site, day, through, renews));
  }

  /** Nobody without an agreement stays so for long, be it lawful or not. */
  private void newcomer(PersonId person, LocalDate day) {
    Dossier dossier = pen.dossier(person);
    boolean agreed = dossier.courses().stream().anyMatch(course -> course.inForceOn(day));
    InstitutionId site = pen.any(pen.sites);
    Optional<Exclusion> bar = Deadlines.lastBar(dossier, site).filter(last -> last.free().isAfter(day));
    if (bar.isPresent() && bars.add(bar.get().of().id()) && pen.odds(70)) {
      LocalDate asked = bar.get().free().minusDays(pen.between(1, 30));
      pen.write(new ReviewFact.Reapplied(pen.head("ra", asked, asked), person, site, asked));
      pen.write(new ReviewFact.ReappliedAnswered(pen.head("rb", asked.plusDays(9)), person, pen.odds(80)));
      sign(person, site, bar.get().free().plusDays(pen.between(0, 20)));
    } else if (bar.isPresent() ? pen.odds(4) : !agreed && pen.odds(50)) {
      sign(person, site, day);
    } else if (pen.odds(4)) {
      sign(person, site, day);
    }
  }

  private void measure(PersonId person, LocalDate day) {
    MeasureKind kind = pen.any(List.of(MeasureKind.values()));
    boolean once = kind == MeasureKind.LICENCE_REVOKED || kind == MeasureKind.REGISTRATION_CANCELLED;
    if (once && pen.odds(60)) {
      kind = MeasureKind.PRACTICE_SUSPENDED;
    }
    LocalDate through = pen.odds(60) ? day.plusMonths(pen.between(1, 6)) : null;
    InstitutionId at = kind == MeasureKind.PRESCRIBING_STOPPED && pen.odds(70) ? pen.any(pen.sites) : null;
    pen.write(
        new MeasureFact.MeasureTaken(
            pen.head("m", day), person, kind, day, through, at,
            pen.odds(50) && kind == MeasureKind.REGISTRATION_CANCELLED));
    if (pen.odds(50)) {
      LocalDate lifted = day.plusDays(pen.between(10, 200));
      pen.write(new MeasureFact.MeasureLifted(pen.head("ml", lifted), person, kind, pen.odds(70) ? at : null));
    }
    if (pen.odds(50)) {
      LocalDate asked = day.plusDays(pen.between(20, 220));
      pen.write(new ReviewFact.ResumptionAsked(pen.head("q", asked), person, null, asked));
      LocalDate served = asked.plusDays(pen.between(1, 20));
      pen.write(
          new ReviewFact.ResumptionAnswered(pen.head("w", served.minusDays(1)), person, null, pen.odds(80), served));
    }
  }

  private void halt(LocalDate day) {
    InstitutionId site = pen.any(pen.sites);
    if (pen.odds(12)) {
      pen.write(new InstitutionFact.Closed(pen.head("ic", day), site, day, List.of()));
      return;
    }
    LocalDate through = pen.odds(40) ? day.plusDays(pen.between(20, 150)) : null;
    pen.write(new InstitutionFact.Halted(pen.head("ih", day), site, day, through, List.of()));
    if (through == null || pen.odds(40)) {
      LocalDate restored = day.plusDays(pen.between(5, 140));
      pen.write(new InstitutionFact.Restored(pen.head("ir", restored), site, restored));
    }
  }

  private void leave(PersonId person, LocalDate day) {
    InstitutionId site = pen.any(pen.sites);
    if (pen.odds(60)) {
      pen.write(new AgreementFact.Left(pen.head("l", day), person, site));
    } else {
      AgreementFact.Side side = pen.odds(60) ? AgreementFact.Side.PERSON : AgreementFact.Side.AGENCY;
      pen.write(new AgreementFact.Released(pen.head("re", day), person, site, side, pen.service(day)));
    }
  }

  private void visit(PersonId person, LocalDate day) {
    InstitutionId home = pen.any(pen.sites);
    List<InstitutionId> others = new ArrayList<>(pen.sites);
    others.remove(home);
    others.add(new InstitutionId("h9"));
    LocalDate through = day.plusMonths(pen.between(1, 13));
    pen.write(new AgreementFact.Visiting(pen.head("v", day), person, home, pen.any(others), day, through));
  }

  private void duty(PersonId person, LocalDate day) {
    @Nullable FactId of =
        pen.odds(50) || pen.facts().isEmpty() ? null : pen.any(pen.facts()).id();
    if (pen.odds(40)) {
      pen.write(new DutyFact.Interviewed(pen.head("iv", day), person, of));
    } else if (pen.odds(20)) {
      pen.write(new DutyFact.Graded(pen.head("g", day), person, day.getYear(), "合格"));
    } else if (pen.odds(20)) {
      String word = Duty.INSTITUTION_CONSEQUENCE.word();
      pen.write(new DutyFact.Notified(pen.head("n", day), null, pen.any(pen.sites), null, word));
    } else {
      Duty duty = pen.any(List.of(Duty.values()));
      String word = (duty == Duty.INSTITUTION_CONSEQUENCE ? Duty.NOTICE : duty).word();
      pen.write(new DutyFact.Notified(pen.head("n", day), person, null, of, word));
    }
  }

  private void money(LocalDate day) {
    if (pen.odds(70)) {
      Money amount = new Money(pen.between(100, 1_000_000));
      pen.write(new MeritFact.Penalty(pen.head("pe", day), pen.any(pen.sites), amount));
    } else {
      pen.write(new MeritFact.Reward(pen.head("rw", day), new Money(pen.between(1, 50_000))));
    }
  }
}
