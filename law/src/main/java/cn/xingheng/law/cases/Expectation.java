package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.Setting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** 「预期」 One question to the law, and the fields of the answer that a case asserts. */
public sealed interface Expectation {

  /** Line, known day and asserted fields. */
  Ask ask();

  /** The place in the case's list, from 0. */
  default int index() {
    return ask().index();
  }

  /** The line in the file, from 1. */
  default int line() {
    return ask().line();
  }

  /** The day at whose end one asks what was known, or null for all that is known now. */
  default @Nullable LocalDate known() {
    return ask().known();
  }

  /** The asserted fields. */
  default SequencedMap<String, Object> wants() {
    return ask().wants();
  }

  /**
   * 「某日状态」 Wants {@code points, remaining, term-points, standing, because, due, not-due}; the answer to
   * {@code not-due} is the whole of {@code due}.
   *
   * @param at the site, or null when all sites must agree
   * @param year whose account, or null for the account of the day
   */
  record StateOn(Ask ask, LocalDate on, PersonId person, @Nullable InstitutionId at, @Nullable Integer year)
      implements Expectation {}

  /** 「处理起止」 Wants {@code from, through} or {@code void}. */
  record SanctionSpan(Ask ask, FactId sanction) implements Expectation {}

  /** 「异议截止日」 Wants {@code objection-through}. */
  record ObjectionThrough(Ask ask, FactId of) implements Expectation {}

  /** 「恢复申请期」 Wants {@code resume-window}, a map of {@code from} and {@code through}. */
  record ResumeWindow(Ask ask, FactId sanction) implements Expectation {}

  /**
   * 「答复截止日」 Wants {@code answer-by}.
   *
   * @param of the application or objection, or null when the person is named
   * @param person whose open application, or null when {@code of} is named
   */
  record AnswerBy(Ask ask, @Nullable FactId of, @Nullable PersonId person) implements Expectation {}

  /** 「最早生效日」 Wants {@code earliest-effect}; answered also for a refused sanction. */
  record EarliestEffect(Ask ask, FactId sanction) implements Expectation {}

  /** 「禁入」 Wants {@code may-apply-from} and {@code apply-window}, a map of {@code from} and {@code through}. */
  record BarOf(Ask ask, PersonId person) implements Expectation {}

  /** 「机构后果」 Wants {@code points, ended-share, tier, due, not-due}, the share as a {@code Share}. */
  record InstitutionOn(Ask ask, LocalDate on, InstitutionId institution) implements Expectation {}

  /**
   * 「结算行」 Wants {@code verdict, because}.
   *
   * @param at the time of the order, in Beijing
   * @param person the physician, or null when the line carries no code
   */
  record ClaimLine(
      Ask ask, LocalDateTime at, @Nullable PersonId person, InstitutionId institution, Setting setting)
      implements Expectation {}

  /** 「荣誉」 Wants {@code honour, through}. */
  record HonourOn(Ask ask, LocalDate on, PersonId person) implements Expectation {}

  /** 「奖励基金」 Wants {@code ceiling-yuan, left-yuan}, each a {@code Money}. */
  record FundOn(Ask ask, LocalDate on) implements Expectation {}

  /**
   * 「受理与否」 Wants one of {@code refused, accepted, held} with the fact's id as its value, and {@code because}.
   * The answer holds the one of the three that is so.
   */
  record TakenOrNot(Ask ask, FactId fact) implements Expectation {}

  /**
   * 「判定变动」 Wants {@code spans}, a list of maps of {@code from, through, was, now}: the days whose outpatient
   * verdict at this site differs between the two states of knowledge. {@link #known()} is null.
   *
   * @param before the day of the earlier knowledge
   * @param after the day of the later knowledge
   */
  record Changed(Ask ask, PersonId person, InstitutionId at, LocalDate before, LocalDate after)
      implements Expectation {}
}
