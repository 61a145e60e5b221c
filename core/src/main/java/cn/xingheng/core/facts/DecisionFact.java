package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 「处理决定」 Decisions of an agency about a physician: points, suspension, termination, and discretion not used. */
public sealed interface DecisionFact extends Fact {

  /** The physician. */
  PersonId person();

  /** The word of the ground that rests on the points account. */
  String POINTS = "points";

  /** The word of the ground that rests on consecutive years. */
  String STREAK = "streak";

  /** 「书面送达的决定」 A decision that must be served. */
  sealed interface Served extends DecisionFact permits Deducted, SanctionDecision {

    /** When it was served. */
    Service served();

    /** The same decision with service as known at the end of a day. */
    Served withService(Service known);
  }

  /** 「处理决定」 A decision to suspend or to terminate. */
  sealed interface SanctionDecision extends Served permits Suspended, Terminated {

    /** The day it names for its effect, or null for the first lawful day. */
    @Nullable LocalDate from();

    /** The deciding agency, or null for the one whose account gives the ground. */
    @Nullable RegionId by();

    /** {@link #POINTS}, {@link #STREAK} or the number of a finding, or null where none was named. */
    @Nullable String ground();

    /** The months, or the years of the bar; null where they are left to the edition. */
    @Nullable Integer length();
  }

  /**
   * 「扣分」 Points decided for one violation.
   *
   * @param at where the act was done
   * @param item the catalogue number
   * @param times how often, 1 or more
   * @param actFrom first day of the act
   * @param actThrough last day of the act
   * @param incident the name of the incident, or null for one of its own
   * @param decision the name of the document, or null for one of its own
   * @param loss loss of the fund
   * @param responsibility what only the national edition asks, or null
   */
  record Deducted(
      Head head,
      PersonId person,
      InstitutionId at,
      String item,
      int times,
      LocalDate actFrom,
      LocalDate actThrough,
      @Nullable String incident,
      @Nullable String decision,
      Service served,
      Money loss,
      @Nullable Responsibility responsibility)
      implements Served {

    /** Refuses a count below one, an act that ends before it begins, and a negative loss. */
    public Deducted {
      if (times < 1 || actThrough.isBefore(actFrom) || loss.fen() < 0) {
        throw new IllegalArgumentException(
            "deduction " + head.id() + ": times " + times + ", act " + actFrom + " to " + actThrough
                + ", loss " + loss);
      }
    }

    @Override
    public FactKind kind() {
      return FactKind.DEDUCTED;
    }

    @Override
    public Deducted withService(Service known) {
      return new Deducted(
          head, person, at, item, times, actFrom, actThrough, incident, decision, known, loss, responsibility);
    }

    /** The document that decides: its name, or this fact's own id. */
    public String document() {
      return decision == null ? "=" + id() : decision;
    }
  }

  /**
   * 「责任认定」 What the national scheme asks of a deduction.
   *
   * @param degree the degree of responsibility, or null
   * @param shift one band down (-1) or up (1), or 0
   * @param points the points decided, or null
   * @param inspection the inspection that found it, or null
   */
  record Responsibility(
      @Nullable String degree, int shift, @Nullable Integer points, @Nullable String inspection) {}

  /**
   * 「暂停服务协议」 A suspension decided.
   *
   * @param months its length
   * @param from a day named by the decision, or null for the first lawful day
   * @param by the deciding agency, or null for the one whose account gives the ground
   * @param ground {@link #POINTS} or the number of a finding, or null where none was named
   */
  record Suspended(
      Head head,
      PersonId person,
      int months,
      Service served,
      @Nullable LocalDate from,
      @Nullable RegionId by,
      @Nullable String ground)
      implements SanctionDecision {
    @Override
    public Integer length() {
      return months;
    }

    @Override
    public FactKind kind() {
      return FactKind.SUSPENDED;
    }

    @Override
    public Suspended withService(Service known) {
      return new Suspended(head, person, months, known, from, by, ground);
    }
  }

  /**
   * 「解除服务协议」 A termination decided.
   *
   * @param barYears the bar, or null for what the edition gives
   * @param fraud whether the decision finds fraud or the like
   * @param ground {@link #POINTS}, {@link #STREAK} or the number of a finding, or null where none was named
   */
  record Terminated(
      Head head,
      PersonId person,
      @Nullable Integer barYears,
      boolean fraud,
      Service served,
      @Nullable LocalDate from,
      @Nullable RegionId by,
      @Nullable String ground)
      implements SanctionDecision {
    @Override
    public @Nullable Integer length() {
      return barYears;
    }

    @Override
    public FactKind kind() {
      return FactKind.TERMINATED;
    }

    @Override
    public Terminated withService(Service known) {
      return new Terminated(head, person, barYears, fraud, known, from, by, ground);
    }
  }

  /** 「不予暂停」 Discretion exercised the other way, with its reason. */
  record NotSuspended(Head head, PersonId person, String because) implements DecisionFact {
    @Override
    public FactKind kind() {
      return FactKind.NOT_SUSPENDED;
    }
  }

  /** 「延长禁入期」 A running bar lengthened. */
  record BarExtended(Head head, PersonId person, FactId of, int barYears, boolean fraud, Service served)
      implements DecisionFact {
    @Override
    public FactKind kind() {
      return FactKind.BAR_EXTENDED;
    }
  }

  /** 「缓期生效」 The effect of a sanction put off; it begins the day after {@code through}. */
  record Deferred(Head head, PersonId person, FactId of, LocalDate through) implements DecisionFact {
    @Override
    public FactKind kind() {
      return FactKind.DEFERRED;
    }
  }
}
