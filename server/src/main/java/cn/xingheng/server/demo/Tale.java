package cn.xingheng.server.demo;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.DutyFact.Interviewed;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.sanction.Effect;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One physician's history while it is being told: where and when, and the facts so far. */
final class Tale {

  private static final int FARTHEST_NOTICE = 460;

  private final Province province;
  private final Places places;
  private final Places.Place home;
  private final int number;
  private final Chance chance;
  private final List<Fact> facts = new ArrayList<>();
  private LocalDate since = LocalDate.MIN;

  Tale(Province province, Places places, Places.Place home, int number, Chance chance) {
    this.province = province;
    this.places = places;
    this.home = home;
    this.number = number;
    this.chance = chance;
  }

  Province province() {
    return province;
  }

  Scale scale() {
    return province.scale();
  }

  Places.Place home() {
    return home;
  }

  Places.Place elsewhere() {
    return places.other(home, number);
  }

  Chance chance() {
    return chance;
  }

  LocalDate today() {
    return province.today();
  }

  PersonId person() {
    return Identities.id(number);
  }

  List<Fact> facts() {
    return facts;
  }

  /** The first day of the first agreement at home. */
  LocalDate since() {
    return since;
  }

  /** Writes a fact down. */
  <F extends Fact> F note(F fact) {
    facts.add(fact);
    return fact;
  }

  /** The head of the next fact, recorded on its day. */
  Head head(String letter, LocalDate on) {
    return head(letter, on, on);
  }

  Head head(String letter, LocalDate on, LocalDate recorded) {
    return new Head(new FactId("%s-%06d-%d".formatted(letter, number, facts.size() + 1)), on, recorded);
  }

  /** Agreements at home from soon after the beginning, without a gap, the last begun by a day. */
  void sign(LocalDate until) {
    since = opened(province.first().plusDays(chance.between(0, 40)));
    sign(home, since, until);
  }

  /** Agreements from a day on, each as long as the edition lets it be, the last begun by another day. */
  void sign(Places.Place at, LocalDate from, LocalDate until) {
    Integer months = province.law().edition().terms().months();
    LocalDate begins = from;
    do {
      LocalDate through = months == null ? null : Spans.lastDayOfMonths(begins, months);
      note(new Signed(head("s", begins), person(), at.id(), begins, through, null));
      begins = through == null ? LocalDate.MAX : through.plusDays(1);
    } while (!begins.isAfter(until));
  }

  /** A deduction on a day, served a little later, for an act some weeks before. */
  Deducted deduct(Item item, LocalDate on) {
    return deduct(item, on, on, Service.on(soon(on, chance.between(1, 3))), Money.ZERO);
  }

  Deducted deduct(Item item, LocalDate on, LocalDate recorded, Service served, Money loss) {
    LocalDate act = on.minusDays(chance.between(12, 60));
    act = act.isBefore(since) ? since : act;
    return note(new Deducted(
        head("d", on, recorded), person(), home.id(), item.id(), 1, act, act, null, null, served, loss, null));
  }

  /** Deductions that add up to a total, on days of one year, the last one by a day; false where no items do. */
  boolean deduct(int total, LocalDate by) {
    List<Item> items = scale().adding(total, chance);
    int room = by.getDayOfYear() - 1;
    int step = Math.min(24, room / (items.size() + 1));
    for (int i = 0; i < items.size(); i++) {
      LocalDate day = by.minusDays((long) step * (items.size() - 1 - i));
      LocalDate working = working(day);
      deduct(items.get(i), working.getYear() == by.getYear() ? working : day);
    }
    return !items.isEmpty();
  }

  /** Deductions that add up to a total in the year of today, the last some days ago. */
  boolean deductThisYear(int total, int daysAgo) {
    return deduct(total, thisYear(daysAgo));
  }

  /** A day so many days ago, or as near to it as this year allows. */
  LocalDate thisYear(int daysAgo) {
    LocalDate newYear = LocalDate.of(today().getYear(), 1, 1);
    LocalDate day = today().minusDays(daysAgo);
    return day.isBefore(newYear) ? newYear.plusDays(today().getDayOfYear() / 2) : day;
  }

  /** The last day of service from which an effect on a day would be lawful and certain; empty where there is none. */
  Optional<LocalDate> lastService(LocalDate effect) {
    for (int back = 1; back < FARTHEST_NOTICE; back++) {
      LocalDate served = effect.minusDays(back);
      boolean lawful = Effect.earliest(province.law(), Service.on(served)).orElse(null) instanceof Firm firm
          && !firm.day().isAfter(effect);
      if (lawful && workday(served)) {
        return Optional.of(served);
      }
    }
    return Optional.empty();
  }

  /** The first day of effect to be named by a decision: none where the first lawful day is the one. */
  @Nullable LocalDate named(LocalDate served, LocalDate effect) {
    return Effect.earliest(province.law(), Service.on(served)).orElseThrow() instanceof Firm firm
            && firm.day().equals(effect)
        ? null
        : effect;
  }

  /** A working day about so many days later; one before it, or today, where that would lie ahead. */
  LocalDate soon(LocalDate day, int days) {
    LocalDate later = opened(day.plusDays(days));
    if (!later.isAfter(today())) {
      return later;
    }
    LocalDate before = working(today());
    return before.isBefore(day) ? today() : before;
  }

  /** The first working day from a day on. */
  LocalDate opened(LocalDate day) {
    LocalDate at = day;
    while (!workday(at)) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** The last working day by a day; where the calendar is not known, the last weekday. */
  LocalDate working(LocalDate day) {
    LocalDate at = day;
    while (!workday(at)) {
      at = at.minusDays(1);
    }
    return at;
  }

  private boolean workday(LocalDate day) {
    return province.law().calendar().working(day)
        .orElse(day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
  }

  /** The interview about the deductions so far. */
  void interview(LocalDate on) {
    note(new Interviewed(head("v", on), person(), null));
  }

  /** That a duty about a decision was done. */
  void tell(Duty duty, Served about, LocalDate on) {
    note(new Notified(head("n", on), person(), null, about.id(), duty.word()));
  }

  /** What stands with the facts so far. */
  Dossier dossier() {
    return history().knownAt(today());
  }

  private History history() {
    return History.reckon(province.law(), province.house(), facts);
  }

  /** The dossier as of today if every fact is taken by the law and none lies ahead; empty otherwise. */
  Optional<Dossier> lawful() {
    boolean ahead = facts.stream().anyMatch(fact -> fact.recorded().isAfter(today()) || fact.on().isAfter(today()));
    if (ahead) {
      return Optional.empty();
    }
    History history = history();
    boolean taken = history.judgments().values().stream().allMatch(Judgment.Accepted.class::isInstance);
    return taken ? Optional.of(history.knownAt(today())) : Optional.empty();
  }

  /** The days of effect of a sanction as they stand. */
  Optional<Sanction> sanction(SanctionDecision decision) {
    return dossier().sanction(decision.id());
  }
}
