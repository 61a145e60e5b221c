package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** 「状态」 Puts together what is said of a physician on a day. */
public final class States {

  private States() {}

  /**
   * The state at a site on a day.
   *
   * @param year the year whose account is asked for, or null for the one of the day
   */
  public static State reckon(Dossier dossier, InstitutionId site, LocalDate day, @Nullable Integer year) {
    Account account = dossier.accountAt(site, day);
    LocalDateRange period = period(dossier, account, day, year);
    List<Entry> counted = dossier.ledger().counting(account, period, day);
    int points = Ledger.total(counted);
    Integer budget = dossier.law().edition().points().budget();
    LocalDateRange term = term(dossier, site, account, day);
    List<Entry> inTerm = dossier.ledger().counting(account, term, day);
    List<DutyState> duties = Duties.reckon(dossier, day);
    Set<Duty> due = EnumSet.noneOf(Duty.class);
    duties.stream().filter(state -> state.due() && state.account().equals(account)).forEach(s -> due.add(s.duty()));
    List<Step> dutySteps = new ArrayList<>();
    duties.forEach(state -> dutySteps.addAll(state.steps()));
    return new State(
        site,
        points,
        budget == null ? null : Math.max(0, budget - points),
        Ledger.total(inTerm),
        Qualifications.reckon(dossier, site, day),
        due,
        pointsTrail(dossier, site, account, day, period, counted, inTerm),
        dossier.trail(dutySteps, TrailScopes.duties(dossier, site, day)));
  }

  private static LocalDateRange period(
      Dossier dossier, Account account, LocalDate day, @Nullable Integer year) {
    Window window = dossier.law().edition().points().window();
    return dossier.periods().of(window, account, year == null ? day : LocalDate.of(year, 12, 31));
  }

  private static LocalDateRange term(Dossier dossier, InstitutionId site, Account account, LocalDate day) {
    return Qualifications.lastBegun(dossier, site, day)
        .map((Course course) -> course.termOn(day))
        .orElseGet(() -> dossier.periods().of(Window.TERM, account, day));
  }

  private static Trail pointsTrail(
      Dossier dossier, InstitutionId site, Account account, LocalDate day, LocalDateRange period, List<Entry> counted,
      List<Entry> inTerm) {
    Edition edition = dossier.law().edition();
    List<Step> steps = new ArrayList<>();
    Scope scope = TrailScopes.points(dossier, site, day);
    List<FactId> anchors =
        dossier.nominal().stream().map(Course::signed).filter(scope).map(signed -> signed.id()).toList();
    steps.add(
        new Step(anchors, edition.points().citation(), edition.label(ReadingKey.YEAR, ReadingKey.POINTS_SCOPE),
            site + " 归账户 " + account + "，周期 " + period.getStart() + " 至 " + period.getEnd().minusDays(1)));
    for (Entry entry : dossier.ledger().entries()) {
      if (entry.on().isAfter(day)) {
        continue;
      }
      List<FactId> facts = new ArrayList<>(List.of(entry.fact().id()));
      facts.addAll(entry.basis());
      String says =
          entry.points() + " 分：" + entry.item().id() + " " + entry.item().gloss()
              + (entry.account().equals(account) ? "" : "（归账户 " + entry.account() + "）")
              + (counted.contains(entry) ? "" : inTerm.contains(entry) ? "（不在本周期）" : "（不计入）");
      steps.add(
          new Step(
              facts, entry.item().citation(), edition.label(ReadingKey.POINTS_YEAR, ReadingKey.SAME_INCIDENT), says));
    }
    steps.add(
        new Step(
            List.of(), edition.points().citation(), edition.label(ReadingKey.OVERSHOOT),
            "合计 " + Ledger.total(counted) + " 分"));
    return dossier.trail(steps, scope);
  }
}
