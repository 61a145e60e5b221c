package cn.xingheng.server.demo;

import cn.xingheng.core.facts.AgreementFact.Declared;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.facts.AgreementFact.Side;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.DutyFact.Graded;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.facts.MeasureFact.MeasureLifted;
import cn.xingheng.core.facts.MeasureFact.MeasureTaken;
import cn.xingheng.core.facts.MeritFact.Honoured;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.rulebook.Declaration;
import cn.xingheng.core.rulebook.Resumption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stories of agreements, of measures of other authorities, and of merit. */
final class AgreementStories {

  private AgreementStories() {}

  /** Signed, and nothing else; long ago where the institution has a fate of its own. */
  static boolean quiet(Tale tale) {
    if (!tale.home().plain() || tale.chance().percent(80)) {
      tale.sign(tale.today());
    } else {
      LocalDate from = tale.today().minusDays(tale.chance().between(30, 1000));
      tale.sign(tale.home(), tale.opened(from), tale.today());
    }
    return true;
  }

  static boolean left(Tale tale) {
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(5, 700)));
    tale.sign(on);
    LocalDate recorded = tale.chance().percent(20) ? tale.soon(on, tale.chance().between(1, 9)) : on;
    tale.note(new Left(tale.head("l", on, recorded), tale.person(), tale.home().id()));
    return true;
  }

  /** Ended on the physician's own request, after the notice. */
  static boolean released(Tale tale) {
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(60, 400)));
    tale.sign(on);
    tale.note(new Released(
        tale.head("l", on), tale.person(), tale.home().id(), Side.PERSON, Service.on(tale.soon(on, 1))));
    return true;
  }

  static boolean expired(Tale tale) {
    LocalDate through = tale.today().minusDays(tale.chance().between(3, 200));
    Integer months = tale.province().law().edition().terms().months();
    LocalDate from = months == null
        ? tale.province().first().plusDays(tale.chance().between(0, 60))
        : through.plusDays(1).minusMonths(months).plusDays(1);
    tale.note(new Signed(tale.head("s", from), tale.person(), tale.home().id(), from, through, false));
    return true;
  }

  /** Never signed; half of them will, from a day to come. */
  static boolean notSigned(Tale tale) {
    if (tale.chance().percent(50)) {
      LocalDate from = tale.today().plusDays(tale.chance().between(3, 9));
      LocalDate on = tale.working(tale.today().minusDays(1));
      tale.note(new Signed(tale.head("s", on), tale.person(), tale.home().id(), from, null, null));
    }
    return true;
  }

  static boolean visiting(Tale tale) {
    tale.sign(tale.today());
    LocalDate from = tale.today().minusDays(tale.chance().between(10, 120));
    LocalDate through = tale.today().plusDays(tale.chance().between(20, 180));
    tale.note(new Visiting(
        tale.head("t", from), tale.person(), tale.home().id(), tale.elsewhere().id(), from, through));
    return true;
  }

  static boolean multiSite(Tale tale) {
    tale.sign(tale.today());
    tale.sign(tale.elsewhere(), tale.since().plusDays(tale.chance().between(20, 300)), tale.today());
    return true;
  }

  /** The yearly declarations, the newest included when its time has come. */
  static boolean declared(Tale tale) {
    tale.sign(tale.today());
    Declaration rule = Objects.requireNonNull(tale.province().law().edition().declaration());
    int back = tale.chance().between(3, 60);
    for (int year = tale.province().first().getYear() + 1; year <= tale.today().getYear(); year++) {
      LocalDate on = tale.working(rule.until().atYear(year).minusDays(back));
      if (!on.isAfter(tale.today())) {
        tale.note(new Declared(tale.head("a", on), tale.person(), tale.home().id(), year, false));
      }
    }
    return true;
  }

  static boolean practiceSuspended(Tale tale) {
    LocalDate through = tale.today().plusDays(tale.chance().between(10, 120));
    return measure(tale, MeasureKind.PRACTICE_SUSPENDED, through, false);
  }

  static boolean prescribingStopped(Tale tale) {
    return measure(tale, MeasureKind.PRESCRIBING_STOPPED, null, false);
  }

  static boolean licenceRevoked(Tale tale) {
    return measure(tale, MeasureKind.LICENCE_REVOKED, null, false);
  }

  static boolean registrationCancelled(Tale tale) {
    return measure(tale, MeasureKind.REGISTRATION_CANCELLED, null, false);
  }

  static boolean registrationCancelledAsSanction(Tale tale) {
    return measure(tale, MeasureKind.REGISTRATION_CANCELLED, null, true);
  }

  /** Stated by the institution as suspended when its archive form was taken over; nobody has settled it. */
  static boolean stated(Tale tale) {
    tale.sign(tale.today());
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(6, 60)));
    state(tale, on);
    return true;
  }

  /** As {@link #stated}, and settled: there is no such decision. */
  static boolean statedAndSettled(Tale tale) {
    tale.sign(tale.today());
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(60, 300)));
    Stated stated = state(tale, on);
    LocalDate settled = tale.soon(on, tale.chance().between(5, 30));
    tale.note(new StatementSettled(tale.head("y", settled), stated.id(), null, "经查没有处理决定，系机构填报有误"));
    return true;
  }

  private static Stated state(Tale tale, LocalDate on) {
    return tale.note(new Stated(
        tale.head("z", on), tale.person(), tale.home().id(), Status.SUSPENDED,
        tale.scale().suspension().least(), null, null, "填报时未附决定",
        "附件3，第 " + tale.chance().between(2, 400) + " 行"));
  }

  /** A suspension of practice that was lifted, and the settlement resumed; on application where it takes one. */
  static boolean practiceRestored(Tale tale) {
    tale.sign(tale.today());
    LocalDate from = tale.working(tale.today().minusDays(tale.chance().between(150, 500)));
    MeasureTaken taken = tale.note(new MeasureTaken(
        tale.head("m", from), tale.person(), MeasureKind.PRACTICE_SUSPENDED, from, null, null, false));
    LocalDate until = tale.soon(from, tale.chance().between(40, 90));
    tale.note(new MeasureLifted(tale.head("k", until), tale.person(), MeasureKind.PRACTICE_SUSPENDED, null));
    if (tale.province().law().edition().resumption() instanceof Resumption.OnApproval) {
      LocalDate asked = tale.soon(until, 2);
      tale.note(new ResumptionAsked(tale.head("r", asked), tale.person(), taken.id(), asked));
      LocalDate answered = tale.soon(asked, 6);
      tale.note(new ResumptionAnswered(tale.head("w", answered), tale.person(), null, true, answered));
    }
    return true;
  }

  private static boolean measure(Tale tale, MeasureKind kind, @Nullable LocalDate through, boolean sanction) {
    LocalDate from = tale.working(tale.today().minusDays(tale.chance().between(4, 60)));
    tale.sign(from);
    tale.note(new MeasureTaken(
        tale.head("m", from, tale.soon(from, tale.chance().between(0, 3))), tale.person(), kind, from, through,
        kind == MeasureKind.PRESCRIBING_STOPPED ? tale.home().id() : null, sanction));
    return true;
  }

  static boolean honoured(Tale tale) {
    tale.sign(tale.today());
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(30, 700)));
    tale.note(new Honoured(tale.head("h", on), tale.person()));
    return true;
  }

  /** Grades of past years: mostly among the better ones. */
  static boolean graded(Tale tale) {
    tale.sign(tale.today());
    List<String> grades = tale.province().law().edition().grades();
    for (int year = tale.province().first().getYear(); year < tale.today().getYear(); year++) {
      LocalDate on = tale.working(LocalDate.of(year + 1, 3, 20));
      int last = tale.chance().percent(90) ? (grades.size() - 1) / 2 : grades.size() - 1;
      if (!on.isAfter(tale.today())) {
        String grade = grades.get(tale.chance().between(0, last));
        tale.note(new Graded(tale.head("g", on), tale.person(), year, grade));
      }
    }
    return true;
  }
}
