package cn.xingheng.server.archive;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.facts.StatementFact;
import cn.xingheng.core.merit.Honour;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.house.Notch;
import cn.xingheng.server.house.Words;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import cn.xingheng.server.rulebook.ArticleLinks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * Everything on a dossier page, reckoned.
 *
 * @param dossier for the picture, which is drawn in the reader's language
 * @param later how many facts were recorded after the day by which this was known
 */
public record DossierView(
    DossierAsk ask, Head head, List<Answer> answers, List<Card> cards, List<Choice> sites,
    @Nullable InstitutionId site, Dossier dossier, List<StopRow> stops, List<Task> tasks, List<LedgerYear> ledger,
    List<StatedRow> stated, List<SanctionRow> sanctions, List<BarRow> bars, List<Term> terms, Merit merit,
    List<FactRow> facts, int later) {

  /** Who it is; the identity number is masked here. */
  public record Head(
      String name, Sex sex, @Nullable Title title, String specialty, String masked, List<CodeGrant> codes,
      boolean mayIdentity, boolean mayRecord) {}

  /** A site to choose. */
  public record Choice(InstitutionId id, String name, String href) {}

  /**
   * The answer on the day, for the sites where it is the same.
   *
   * @param since the first day of it, or null when it has none
   * @param through the last day of it as far as is known, or null when it has none
   * @param next what follows the last day, or null
   */
  public record Answer(
      List<String> sites, Standing standing, Set<Cause> causes, Verdict ordinary, Verdict urgent,
      @Nullable LocalDate since, @Nullable LocalDate through, @Nullable Standing next, Citation articles,
      String standingDoor, String ordinaryDoor, String urgentDoor, List<StopRow> now) {

    /** Whether care is not paid for, or nobody can say. */
    public boolean off() {
      return ordinary != Verdict.PAYABLE;
    }
  }

  /** A threshold of the account. */
  public record Threshold(int at, String word, Force force) {}

  /** The points of an account on the day; {@code account} is empty when there is only one. */
  public record Card(
      String account, LocalDateRange period, int points, @Nullable Integer remaining, @Nullable Integer budget,
      List<Threshold> thresholds, String door) {

    /** The thresholds in the reader's words. */
    public List<Notch> notches(Words words) {
      return thresholds.stream()
          .map(
              one ->
                  new Notch(
                      one.at(), words.say("dossier.notch." + one.word() + "." + one.force().name().toLowerCase(
                          java.util.Locale.ROOT)),
                      one.force() == Force.MUST, !one.word().equals("interview")))
          .toList();
    }

    /** The calendar year it is, or empty for another period. */
    public Optional<Integer> year() {
      return wholeYear(period);
    }
  }

  private static Optional<Integer> wholeYear(LocalDateRange period) {
    LocalDate from = period.getStart();
    boolean whole = from.getDayOfYear() == 1 && from.plusYears(1).equals(period.getEnd());
    return whole ? Optional.of(from.getYear()) : Optional.empty();
  }

  /** Where the day looked at lies beside days. */
  public enum When {
    AHEAD,
    RUNNING,
    OVER
  }

  /** One cause that stops settlement, what recorded act about the person it comes from, and how it is lifted. */
  public record StopRow(
      Cause cause, @Nullable Phrase of, Citation articles, String gloss, LocalDate from,
      @Nullable LocalDate through, When when, Phrase how, List<String> sites, String door) {}

  /**
   * Who must or may do what.
   *
   * @param by the last day, or null when the text gives none
   * @param left working days to it, or null when it cannot be said
   * @param gone working days since it arose, where no day is given
   */
  public record Task(
      Phrase who, Phrase what, @Nullable DayAnswer by, @Nullable Integer left, @Nullable LocalDate since,
      @Nullable Integer gone, Citation articles, String door) {

    /** Whether it is overdue. */
    public boolean late() {
      return left != null && left < 0;
    }
  }

  /** The deductions of one account in one period, the newest first. */
  public record LedgerYear(
      LocalDateRange period, String account, int total, @Nullable Integer remaining, boolean over,
      List<LedgerRow> rows) {

    /** The calendar year it is, or empty for another period. */
    public Optional<Integer> year() {
      return wholeYear(period);
    }
  }

  /** How a fact lost its worth. */
  public record Struck(LocalDate on, boolean upheld, @Nullable String reason, List<FactId> by) {}

  /** What a corrected deduction said before. */
  public record Was(LocalDate on, String item, String gloss, int points, LocalDate actFrom, LocalDate actThrough) {}

  /**
   * One deduction.
   *
   * @param running the total of its account after that day's decisions, or null when it does not stand
   * @param counts whether it counts in its account; of one incident only the highest does
   */
  public record LedgerRow(
      FactId id, LocalDate on, LocalDate actFrom, LocalDate actThrough, String item, String gloss, int times,
      String site, @Nullable String document, Service served, int points, @Nullable Integer running, String door,
      boolean counts, boolean ahead, @Nullable Struck struck, @Nullable Was was) {}

  /** A row of an opening statement. */
  public record StatedRow(
      FactId id, LocalDate on, String site, StatementFact.Status status, @Nullable Integer points,
      @Nullable Integer last, @Nullable String category, @Nullable String description, String source,
      @Nullable LocalDate settledOn, @Nullable FactId settledBy, @Nullable String settledBecause) {}

  /** One decided suspension or termination. */
  public record SanctionRow(
      FactId id, LocalDate on, @Nullable String document, boolean terminates, int length, @Nullable LocalDate first,
      @Nullable LocalDate last, String status, boolean loud, @Nullable DayAnswer earliest,
      @Nullable DayAnswer objection, @Nullable ApplicationWindow window, @Nullable Citation articles, String door,
      String effectDoor, String objectionDoor, String windowDoor, @Nullable Struck struck) {

    /** Whether it never counted. */
    public boolean gone() {
      return struck != null || status.equals("void");
    }
  }

  /** One bar. */
  public record BarRow(
      FactId of, LocalDate from, LocalDate last, boolean province, @Nullable ApplicationWindow window,
      Citation articles, String door, String windowDoor, When when) {}

  /** One agreement or visiting post. */
  public record Term(
      FactId id, String site, LocalDate from, @Nullable LocalDate through, boolean renews, @Nullable LocalDate ended,
      @Nullable String home) {}

  /** Honours on the day. */
  public record Merit(List<LocalDate> awards, Honour.Status status, @Nullable LocalDate through, String door) {}

  /** One recorded fact as it was taken. */
  public record FactRow(
      FactId id, LocalDate recorded, String kind, LocalDate on, @Nullable FactId about, String who,
      @Nullable String document, @Nullable String text, @Nullable Refusal refusal) {}

  /** Where an article of the edition is to be read. */
  public Function<String, Cited> cites() {
    return ArticleLinks.of(dossier.law().edition().id());
  }

  /** The task with the nearest last day, those overdue before. */
  public Optional<Task> next() {
    return tasks.stream().filter(task -> task.by() != null).findFirst();
  }

  /** The refused facts. */
  public List<FactRow> refused() {
    return facts.stream().filter(fact -> fact.refusal() != null).toList();
  }

  /** Whether anything about the standing cannot be said. */
  public boolean unresolved() {
    return answers.stream().anyMatch(answer -> answer.standing() == Standing.UNRESOLVED);
  }
}
