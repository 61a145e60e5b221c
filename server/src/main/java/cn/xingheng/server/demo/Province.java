package cn.xingheng.server.demo;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.FundCeiling;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.House;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One province: its law, its institutions' own histories, and the book of them before which stories are put. */
final class Province {

  private static final int HISTORY_YEARS = 3;
  private static final int MONTHS_A_YEAR = 12;

  private final Law law;
  private final LocalDate today;
  private final Scale scale;
  private final List<Fact> facts = new ArrayList<>();
  private final House house;

  Province(Law law, LocalDate today, List<Places.Place> places) {
    this.law = law;
    this.today = today;
    this.scale = new Scale(law.edition());
    places.forEach(this::institution);
    this.house = House.reckon(law, facts.stream().filter(fact -> fact instanceof InstitutionFact).toList());
    fund(places);
  }

  Law law() {
    return law;
  }

  LocalDate today() {
    return today;
  }

  Scale scale() {
    return scale;
  }

  House house() {
    return house;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The first day of the history told: a New Year's Day more than three years back. */
  LocalDate first() {
    return LocalDate.of(today.getYear() - HISTORY_YEARS, 1, 1);
  }

  /** Terms of agreements follow the institution's where the edition gives none of its own: then those have an end. */
  private void institution(Places.Place place) {
    RegionId region = new RegionId(place.region());
    if (law.edition().terms().months() != null) {
      facts.add(new InstitutionFact.Opened(
          head(place, 1, first()), place.id(), region, place.site().level(), first(), null, null));
    } else {
      int years = 2 + place.ordinal() % 2;
      int serial = 1;
      for (LocalDate from = first(); !from.isAfter(today); from = from.plusYears(years)) {
        facts.add(new InstitutionFact.Opened(
            head(place, serial++, from), place.id(), region, place.site().level(), from,
            Spans.lastDayOfMonths(from, years * MONTHS_A_YEAR), null));
      }
    }
    fate(place);
  }

  private void fate(Places.Place place) {
    switch (place.site().state()) {
      case HALTED -> facts.add(new InstitutionFact.Halted(
          head(place, 7, today.minusDays(20)), place.id(), today.minusDays(20), null, List.of()));
      case ONCE_HALTED -> {
        LocalDate from = first().plusDays(400);
        facts.add(new InstitutionFact.Halted(head(place, 7, from), place.id(), from, null, List.of()));
        LocalDate until = from.plusDays(75);
        facts.add(new InstitutionFact.Restored(head(place, 8, until), place.id(), until));
      }
      case CLOSED -> {
        LocalDate end = today.minusDays(150);
        facts.add(new InstitutionFact.Closed(head(place, 7, end), place.id(), end, List.of()));
      }
      case OPEN, NEAR_TIER, TIER -> { }
    }
  }

  /** Penalties and rewards, where the edition knows a reward fund; and one word about an institution's tier, done. */
  private void fund(List<Places.Place> places) {
    FundCeiling ceiling = law.edition().fund();
    if (ceiling == null) {
      return;
    }
    for (int year = first().getYear(); year <= today.getYear(); year++) {
      LocalDate collected = earlier(LocalDate.of(year, 3, 10).plusDays(places.size()));
      Money sum = Money.ZERO;
      for (Places.Place place : places.subList(0, places.size() / 3)) {
        Money amount = new Money(1_000_000L + 137_500L * place.ordinal());
        facts.add(new MeritFact.Penalty(head(place, 20 + year % 100, collected), place.id(), amount));
        sum = sum.plus(amount);
      }
      LocalDate paid = earlier(LocalDate.of(year, 12, 5));
      Money half = new Money(sum.percentRoundedDown(ceiling.percent()).fen() / 2);
      facts.add(new MeritFact.Reward(new Head(new FactId("b-" + year), paid, paid), half));
    }
    LocalDate told = first().plusDays(300);
    facts.add(new Notified(
        head(places.getFirst(), 9, told), null, places.getFirst().id(), null, Duty.INSTITUTION_CONSEQUENCE.word()));
  }

  private LocalDate earlier(LocalDate day) {
    return day.isAfter(today) ? today : day;
  }

  private static Head head(Places.Place place, int serial, LocalDate on) {
    return new Head(new FactId("i-%02d-%d".formatted(place.ordinal(), serial)), on, on);
  }
}
