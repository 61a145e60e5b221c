package cn.xingheng.law.properties;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;

/** Writes one random history: jumps from day to day, and lets chance say who does what. */
final class Author {

  private final Law law;
  private final long seed;
  private final Pen pen;
  private final LifeHand life;
  private final AgencyHand agency;
  private final ReviewHand review;

  Author(Law law, long seed) {
    this.law = law;
    this.seed = seed;
    this.pen = new Pen(law, seed * 7919 + law.edition().id().length());
    this.life = new LifeHand(pen);
    this.agency = new AgencyHand(pen);
    this.review = new ReviewHand(pen);
  }

  RandomHistory write() {
    LocalDate day = law.edition().inForce().from().plusDays(pen.between(0, 400));
    people(day);
    int steps = pen.between(7, 13);
    for (int step = 0; step < steps; step++) {
      day = day.plusDays(pen.between(15, 100));
      for (PersonId person : pen.persons) {
        if (person.equals(pen.persons.getFirst()) || pen.odds(25)) {
          live(person, day);
        }
      }
    }
    new StatementHand(pen, seed).write(day);
    return new RandomHistory(
        law.edition().id() + " #" + seed, law, pen.facts(), pen.persons, pen.sites, day.plusYears(5));
  }

  private void live(PersonId person, LocalDate day) {
    life.live(person, day);
    if (pen.odds(45)) {
      agency.deduct(person, day);
    }
    agency.decide(person, day.plusDays(pen.between(0, 3)));
    review.live(person, day.plusDays(pen.between(1, 8)));
  }

  private void people(LocalDate day) {
    int sites = pen.between(1, 3);
    for (int i = 1; i <= sites; i++) {
      InstitutionId site = new InstitutionId("h" + i);
      pen.sites.add(site);
      if (i > 1 || pen.odds(50)) {
        open(site, i, day);
      }
    }
    int persons = pen.odds(70) ? 1 : pen.between(2, 3);
    for (int i = 1; i <= persons; i++) {
      PersonId person = new PersonId("p" + i);
      pen.persons.add(person);
      life.sign(person, pen.sites.getFirst(), day);
      if (sites > 1 && pen.odds(60)) {
        life.sign(person, pen.any(pen.sites.subList(1, sites)), day.plusDays(pen.between(0, 90)));
      }
    }
  }

  private void open(InstitutionId site, int number, LocalDate day) {
    LocalDate from = day.minusDays(pen.between(0, 200));
    LocalDate through = pen.odds(30) ? from.plusYears(pen.between(2, 4)).minusDays(1) : null;
    Integer physicians = pen.odds(25) ? Integer.valueOf(pen.between(2, 30)) : null;
    RegionId region = new RegionId(number == 3 || pen.odds(30) ? "r2" : "r1");
    pen.write(
        new InstitutionFact.Opened(pen.head("i", from, from), site, region, 2, from, through, physicians));
    if (through != null && pen.odds(60)) {
      LocalDate next = through.plusDays(1);
      pen.write(
          new InstitutionFact.Opened(
              pen.head("i", next, next), site, region, 2, next, next.plusYears(3).minusDays(1), physicians));
    }
  }
}
