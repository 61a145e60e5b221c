package cn.xingheng.server.demo;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.NotSuspended;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Item;
import java.time.LocalDate;

/** Stories of points: deductions, objections to them, their end, and totals that wait for a decision. */
final class PointsStories {

  private PointsStories() {}

  /** One light deduction at some time; a few are entered days later. */
  static boolean minor(Tale tale) {
    tale.sign(tale.today());
    some(tale, 5, 800);
    return true;
  }

  /** One light deduction in this year. */
  static boolean minorNow(Tale tale) {
    tale.sign(tale.today());
    return tale.deductThisYear(tale.scale().lightest(), tale.chance().between(20, 240));
  }

  /** A deduction with a loss of the fund that has been paid back. */
  static boolean recovered(Tale tale) {
    tale.sign(tale.today());
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(60, 500)));
    Deducted deducted = tale.deduct(
        tale.scale().light(tale.chance()), on, on, Service.on(tale.soon(on, 2)), loss(tale));
    tale.tell(Duty.RECOVER_FUNDS, deducted, tale.soon(on, tale.chance().between(10, 40)));
    return true;
  }

  /** A deduction that has long not been served on the physician, its loss not paid back. */
  static boolean overdue(Tale tale) {
    tale.sign(tale.today());
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(45, 90)));
    tale.deduct(tale.scale().light(tale.chance()), on, on, new Service(null, tale.soon(on, 2)), loss(tale));
    return true;
  }

  /** An objection that waits for its answer. */
  static boolean pendingObjection(Tale tale) {
    tale.sign(tale.today());
    objected(tale, some(tale, 5, 9));
    return true;
  }

  /** An objection that succeeded. */
  static boolean upheld(Tale tale) {
    return answered(tale, true);
  }

  /** An objection that did not. */
  static boolean dismissed(Tale tale) {
    return answered(tale, false);
  }

  private static boolean answered(Tale tale, boolean upheld) {
    tale.sign(tale.today());
    Deducted deducted = some(tale, 40, 700);
    Objected objected = objected(tale, deducted);
    LocalDate on = tale.working(objected.on().plusDays(tale.chance().between(8, 15)));
    tale.note(new ObjectionAnswered(tale.head("w", on), deducted.id(), upheld));
    return true;
  }

  /** A deduction overturned by the agency itself. */
  static boolean withdrawn(Tale tale) {
    tale.sign(tale.today());
    Deducted deducted = some(tale, 30, 600);
    LocalDate on = tale.working(deducted.recorded().plusDays(tale.chance().between(6, 20)));
    tale.note(new Withdrawn(tale.head("u", on), deducted.id()));
    return true;
  }

  /** A deduction entered under a wrong item, and put right. */
  static boolean corrected(Tale tale) {
    tale.sign(tale.today());
    Deducted wrong = some(tale, 20, 500);
    Item right = tale.scale().light(tale.chance());
    if (right.id().equals(wrong.item())) {
      return false;
    }
    LocalDate on = tale.working(wrong.recorded().plusDays(tale.chance().between(4, 15)));
    Deducted as = new Deducted(
        wrong.head(), wrong.person(), wrong.at(), right.id(), wrong.times(), wrong.actFrom(), wrong.actThrough(),
        wrong.incident(), wrong.decision(), wrong.served(), wrong.loss(), null);
    tale.note(new Corrected(tale.head("c", on), wrong.id(), as));
    return true;
  }

  /** One point less than may suspend. */
  static boolean belowBand(Tale tale) {
    tale.sign(tale.today());
    int total = tale.scale().suspension().least() - 1;
    boolean told = tale.deductThisYear(total, tale.chance().between(12, 30));
    if (total >= tale.scale().interview()) {
      tale.interview(tale.soon(tale.thisYear(10), 2));
    }
    return told;
  }

  /** A total that may or must suspend, and no decision yet. */
  static boolean inBand(Tale tale) {
    tale.sign(tale.today());
    Scale.Step step = tale.scale().suspension();
    return tale.deductThisYear(Math.min(step.least() + 1, step.most()), tale.chance().between(3, 25));
  }

  /** A total that may suspend, and the decision not to. */
  static boolean declined(Tale tale) {
    boolean told = inBand(tale);
    tale.note(new NotSuspended(tale.head("y", tale.today()), tale.person(), "情节较轻，已主动整改并退回费用"));
    return told;
  }

  /** A total that terminates, and no decision yet. */
  static boolean terminateDue(Tale tale) {
    tale.sign(tale.today());
    return tale.deductThisYear(tale.scale().termination().least(), tale.chance().between(2, 20));
  }

  /** A total that asks for an interview, which was held or not. */
  static boolean interview(Tale tale) {
    tale.sign(tale.today());
    boolean told = tale.deductThisYear(tale.scale().interview(), tale.chance().between(15, 60));
    if (tale.chance().percent(50)) {
      tale.interview(tale.soon(tale.thisYear(10), 1));
    }
    return told;
  }

  private static Deducted some(Tale tale, int fewestDaysAgo, int mostDaysAgo) {
    LocalDate on = tale.working(tale.today().minusDays(tale.chance().between(fewestDaysAgo, mostDaysAgo)));
    LocalDate recorded = tale.chance().percent(10) ? tale.soon(on, tale.chance().between(1, 4)) : on;
    Money loss = tale.chance().percent(25) ? loss(tale) : Money.ZERO;
    LocalDate served = tale.soon(on, tale.chance().between(1, 3));
    return tale.deduct(tale.scale().light(tale.chance()), on, recorded, Service.on(served), loss);
  }

  /** An objection within days of receipt, however late the deduction was entered. */
  private static Objected objected(Tale tale, Deducted deducted) {
    LocalDate received = deducted.served().both().orElse(deducted.on());
    LocalDate from = received.isBefore(deducted.recorded()) ? deducted.recorded() : received;
    LocalDate on = tale.soon(from, tale.chance().between(1, 3));
    return tale.note(new Objected(tale.head("o", on), deducted.id(), on));
  }

  private static Money loss(Tale tale) {
    return new Money(tale.chance().between(8_000, 900_000));
  }
}
