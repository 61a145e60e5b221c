package cn.xingheng.law.properties;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is taken over from archive forms, and what officers find about it. It writes last and has a chance of its own,
 * so that the rest of each history is the same with it and without.
 */
final class StatementHand {

  private final Pen pen;
  private final SplittableRandom chance;
  private int ids;

  StatementHand(Pen pen, long seed) {
    this.pen = pen;
    this.chance = new SplittableRandom(seed * 31 + 5);
  }

  /** Statements about some of the persons, between the first day of the edition and this one. */
  void write(LocalDate end) {
    for (PersonId person : List.copyOf(pen.persons)) {
      int count = chance.nextInt(100) < 35 ? 1 + chance.nextInt(2) : 0;
      for (int i = 0; i < count; i++) {
        state(person, end.minusDays(chance.nextInt(700)));
      }
    }
  }

  private void state(PersonId person, LocalDate day) {
    InstitutionId site = odds(10) ? new InstitutionId("h9") : pen.sites.get(chance.nextInt(pen.sites.size()));
    Stated stated = stated(head("st", day), person, site);
    pen.write(stated);
    if (odds(15)) {
      pen.write(new Corrected(head("sc", day.plusDays(1)), stated.id(), stated(stated.head(), person, site)));
    }
    if (odds(60)) {
      settle(person, stated.id(), day.plusDays(chance.nextInt(60)));
    }
    if (odds(10)) {
      pen.write(new Withdrawn(head("sx", day.plusDays(5)), stated.id()));
    }
  }

  private Stated stated(Head head, PersonId person, InstitutionId site) {
    Status status = Status.values()[chance.nextInt(3)];
    return new Stated(
        head, person, site, status, odds(50) ? chance.nextInt(12) : null, null, odds(30) ? "二类" : null, null,
        "档案表.xlsx 第 " + (3 + chance.nextInt(40)) + " 行");
  }

  private void settle(PersonId person, FactId stated, LocalDate day) {
    List<Sanction> sanctions = pen.dossier(person).sanctions().all();
    @Nullable FactId by =
        sanctions.isEmpty() || odds(30) ? null : sanctions.get(chance.nextInt(sanctions.size())).id();
    StatementSettled settled = new StatementSettled(head("ss", day), stated, by, by == null ? "查无此项处理" : null);
    pen.write(settled);
    if (odds(25)) {
      pen.write(new Withdrawn(head("sx", day.plusDays(chance.nextInt(30))), settled.id()));
      if (odds(50)) {
        pen.write(new StatementSettled(head("ss", day.plusDays(40)), stated, null, "再查仍无"));
      }
    } else if (odds(20)) {
      pen.write(new StatementSettled(head("ss", day.plusDays(3)), stated, null, "重复确认"));
    }
  }

  private boolean odds(int percent) {
    return chance.nextInt(100) < percent;
  }

  private Head head(String prefix, LocalDate on) {
    ids++;
    return new Head(new FactId(prefix + "-" + ids), on, odds(20) ? on.plusDays(chance.nextInt(20)) : on);
  }
}
