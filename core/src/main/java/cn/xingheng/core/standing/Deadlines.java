package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Reapplication;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Effect;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 「期限」 The last and first days that the law gives one physician and the agencies (M18, R3.2d, R3.2e, R5.1). */
public final class Deadlines {

  private Deadlines() {}

  /** The first lawful day of effect of a decision as served, or empty while it is not. */
  public static Optional<Deadline> earliestEffect(Law law, Served decision) {
    Edition edition = law.edition();
    return Effect.earliest(law, decision.served())
        .map(day -> new Deadline(
            day,
            new Step(
                List.of(decision.id()),
                Effect.counting(law, Effect.served(law, decision.served()).orElseThrow()),
                edition.label(
                    ReadingKey.ADVANCE_NOTICE, ReadingKey.SERVED, ReadingKey.EFFECT, ReadingKey.PROCEDURAL_PERIOD,
                    ReadingKey.WORKING_DAY),
                "送达 " + Effect.served(law, decision.served()).orElseThrow() + "，最早 " + Deadline.says(day) + " 生效")));
  }

  /** The last day to object to a decision, or empty where there is none. */
  public static Optional<Deadline> objectionThrough(Dossier dossier, Served decision) {
    Edition edition = dossier.law().edition();
    return ReviewJudge.objectionThrough(dossier, decision)
        .map(day -> new Deadline(
            day,
            new Step(
                List.of(decision.id()),
                counting(edition, edition.citation(ReadingKey.OBJECTION), Objects.requireNonNull(received(decision))),
                edition.label(ReadingKey.OBJECTION, ReadingKey.PROCEDURAL_PERIOD, ReadingKey.WORKING_DAY),
                "本人 " + received(decision) + " 接到，至迟 " + Deadline.says(day) + " 提出异议")));
  }

  /** The window to apply for resumption after a suspension, or empty where it resumes by itself or has no last day. */
  public static Optional<ApplicationWindow> resumeWindow(Dossier dossier, FactId suspension) {
    Law law = dossier.law();
    if (!(law.edition().resumption() instanceof Resumption.OnApproval approval)) {
      return Optional.empty();
    }
    return dossier
        .sanction(suspension)
        .filter(sanction -> sanction.runs() && !sanction.terminates())
        .map(Sanction::last)
        .filter(last -> !last.equals(LocalDate.MAX))
        .map(last -> ApplicationWindow.reckon(law, approval.window(), last));
  }

  /** The step that says how a window to apply was counted. */
  public static Step windowStep(Law law, FactId of, ApplicationWindow window, LocalDate last, Citation rule) {
    String from = window.from() == null ? "" : "自 " + Deadline.says(window.from()) + " 起，";
    return new Step(
        List.of(of), counting(law.edition(), rule, last),
        law.edition().label(ReadingKey.RESUME_WINDOW, ReadingKey.WORKING_DAY),
        "末日 " + last + "，" + from + "至迟 " + Deadline.says(window.through()) + " 申请");
  }

  /** The bar that ends last, of one area or of any, or empty when there is none. */
  public static Optional<Exclusion> lastBar(Dossier dossier, @Nullable InstitutionId at) {
    RegionId region = at == null ? null : dossier.register().region(at);
    return dossier.exclusions().stream()
        .filter(bar -> region == null || bar.bars(region))
        .max(Comparator.comparing(Exclusion::last));
  }

  /** The window to apply for a new agreement before a bar ends, or empty where the edition has none. */
  public static Optional<ApplicationWindow> applyWindow(Law law, Exclusion bar) {
    return law.edition().reapplication() == null || law.reads(ReadingKey.REAPPLICATION, "after-bar")
        ? Optional.empty()
        : Optional.of(ApplicationWindow.reckon(law, law.edition().reapplication().window(), bar.last()));
  }

  /**
   * The last day to answer an application.
   *
   * @param of the application, or the suspension or measure it is about, or null for the newest application
   */
  public static Optional<Deadline> answerBy(Dossier dossier, @Nullable FactId of) {
    Comparator<Fact> newest = Comparator.comparing(Fact::on).thenComparing(Fact::id);
    Fact asked =
        dossier.known().stream()
            .filter(fact -> fact instanceof ResumptionAsked || fact instanceof Reapplied)
            .filter(fact -> of == null || about(dossier, fact, of))
            .max(newest)
            .orElse(null);
    Law law = dossier.law();
    if (asked instanceof ResumptionAsked resumption
        && law.edition().resumption() instanceof Resumption.OnApproval approval) {
      return Optional.of(answer(law, asked, resumption.received(), approval.answer(), approval.citation()));
    }
    Reapplication rule = law.edition().reapplication();
    return asked instanceof Reapplied reapplied && rule != null
        ? Optional.of(answer(law, asked, reapplied.received(), rule.answer(), rule.citation()))
        : Optional.empty();
  }

  private static @Nullable LocalDate received(Served decision) {
    return decision.served().person();
  }

  private static Citation counting(Edition edition, Citation rule, LocalDate event) {
    return rule.and(
        edition.citation(ReadingKey.PROCEDURAL_PERIOD, event), edition.citation(ReadingKey.WORKING_DAY, event));
  }

  private static Deadline answer(Law law, Fact asked, LocalDate received, int workingDays, Citation citation) {
    DayAnswer day = law.calendar().afterWorkingDays(received, workingDays);
    return new Deadline(
        day,
        new Step(
            List.of(asked.id()), counting(law.edition(), citation, received),
            law.edition().label(ReadingKey.PROCEDURAL_PERIOD, ReadingKey.WORKING_DAY),
            "收到 " + received + "，" + workingDays + " 个工作日，至迟 " + Deadline.says(day) + " 答复"));
  }

  /** What an accepted fact still waits for before it has effect: service, or a published calendar; else empty. */
  public static Optional<Word> waitsFor(Dossier dossier, FactId id) {
    Optional<Sanction> sanction = dossier.sanction(id);
    if (sanction.isPresent()) {
      return switch (sanction.get().status()) {
        case NOT_SERVED -> Optional.of(Word.NOT_SERVED);
        case PROVISIONAL -> Optional.of(Word.PROVISIONAL);
        case RUNS, STAYED, VOID -> Optional.empty();
      };
    }
    Fact fact = dossier.known().find(id).orElse(null);
    if (fact instanceof Released released) {
      DayAnswer day = Enrolments.releaseDay(dossier.law(), released).orElse(null);
      return day == null
          ? Optional.of(Word.NOT_SERVED)
          : day instanceof Provisional ? Optional.of(Word.PROVISIONAL) : Optional.empty();
    }
    boolean unserved =
        fact instanceof BarExtended extended && Effect.served(dossier.law(), extended.served()).isEmpty();
    return unserved ? Optional.of(Word.NOT_SERVED) : Optional.empty();
  }

  private static boolean about(Dossier dossier, Fact asked, FactId of) {
    if (asked.id().equals(of)) {
      return true;
    }
    return asked instanceof ResumptionAsked resumption
        && dossier.reviews().find(of).filter(review -> review.facts().contains(resumption.id())).isPresent();
  }
}
