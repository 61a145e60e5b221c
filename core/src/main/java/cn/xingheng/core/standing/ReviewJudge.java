package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ReappliedAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Objection;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Review;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** 「异议与申请的受理」 Whether objections, applications to resume, re-applications and their answers are taken. */
final class ReviewJudge {

  private final Dossier dossier;
  private final Edition edition;

  ReviewJudge(Dossier dossier) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
  }

  Optional<Refusal> judge(ReviewFact fact) {
    return switch (fact) {
      case Objected objected -> objected(objected);
      case ObjectionAnswered answered -> answered(answered);
      case ResumptionAsked asked -> asked(asked);
      case ResumptionAnswered answered -> resumptionAnswered(answered);
      case Reapplied reapplied -> reapplied(reapplied);
      case ReappliedAnswered answered -> reappliedAnswered();
    };
  }

  /** The last day to object to a decision, or empty where the edition sets none or the person has not been served. */
  static Optional<DayAnswer> objectionThrough(Dossier dossier, Served decision) {
    Objection rule = dossier.law().edition().objection();
    LocalDate received = decision.served().person();
    return rule == null || received == null
        ? Optional.empty()
        : Optional.of(dossier.law().calendar().afterWorkingDays(received, rule.workingDays()));
  }

  private Optional<Refusal> objected(Objected fact) {
    Citation citation = edition.citation(ReadingKey.OBJECTION);
    Fact target = dossier.known().find(fact.of()).orElse(null);
    if (!(target instanceof Served decision)) {
      return refuse(Word.NO_GROUND, citation, fact.of() + " 不是有效的扣分或处理决定", "只能对决定提出异议", List.of(fact.of()));
    }
    LocalDate received = decision.served().person();
    if (received == null || fact.on().isBefore(received)) {
      return refuse(Word.NOT_SERVED, citation, fact.of() + " 尚未送达本人", "接到书面通知之后提出", List.of(fact.of()));
    }
    List<FactId> same =
        Refusing.ids(dossier, Objected.class, other -> other.of().equals(fact.of()));
    if (!same.isEmpty()) {
      return refuse(Word.DUPLICATE, citation, "已对 " + fact.of() + " 提出异议", "等待答复", same);
    }
    DayAnswer last = objectionThrough(dossier, decision).orElse(null);
    return last != null && fact.on().isAfter(last.latest())
        ? refuse(Word.TOO_LATE, citation, fact.on() + " 晚于 " + last.latest(), "至迟 " + last.latest() + " 提出",
            List.of(fact.of()))
        : Optional.empty();
  }

  private Optional<Refusal> answered(ObjectionAnswered fact) {
    Citation citation = edition.citation(ReadingKey.OBJECTION);
    FactId decision = dossier.known().decision(fact);
    boolean objected = Refusing.any(dossier, Objected.class, other -> other.of().equals(decision));
    if (!objected) {
      return refuse(Word.NO_GROUND, citation, "没有对 " + decision + " 的有效异议", "先有异议才有答复", List.of(decision));
    }
    List<FactId> same =
        Refusing.ids(dossier, ObjectionAnswered.class, other -> dossier.known().decision(other).equals(decision));
    return same.isEmpty()
        ? Optional.empty()
        : refuse(Word.DUPLICATE, citation, "对 " + decision + " 的异议已经答复", "改变答复须另行撤销或更正", same);
  }

  private Optional<Refusal> asked(ResumptionAsked fact) {
    Resumption rule = edition.resumption();
    Optional<FactId> stop = dossier.reviews().means(fact.of(), fact.on());
    if (stop.isEmpty()) {
      return unservedOrNone(fact, rule.citation());
    }
    Review review = dossier.reviews().find(stop.get()).orElseThrow();
    Optional<ResumptionAsked> open = dossier.reviews().open(stop.get(), fact.on());
    if (open.isPresent()) {
      return refuse(Word.DUPLICATE, rule.citation(), "已有待答复的申请 " + open.get().id(), "等待答复",
          List.of(open.get().id(), stop.get()));
    }
    Optional<Sanction> suspension = dossier.sanction(stop.get());
    boolean asksAgain = review.asked() != null;
    if (suspension.isEmpty() || asksAgain || !(rule instanceof Resumption.OnApproval approval)
        || dossier.law().reads(ReadingKey.NO_APPLICATION, "late-accepted")) {
      return Optional.empty();
    }
    LocalDate last = suspension.get().last();
    if (last == null || last.equals(LocalDate.MAX)) {
      return Optional.empty();
    }
    ApplicationWindow window = ApplicationWindow.reckon(dossier.law(), approval.window(), last);
    return window.lateBeyondDoubt(fact.on())
        ? refuse(Word.TOO_LATE, rule.citation(), fact.on() + " 晚于申请末日 " + window.through().latest(),
            "未按时申请的，暂停延至协议期满", List.of(stop.get()))
        : Optional.empty();
  }

  private Optional<Refusal> unservedOrNone(ResumptionAsked fact, Citation citation) {
    boolean named = fact.of() != null && dossier.sanction(fact.of()).isPresent();
    boolean unserved =
        dossier.sanctions().all().stream()
            .filter(sanction -> !named || sanction.id().equals(fact.of()))
            .anyMatch(sanction -> !sanction.terminates() && sanction.status() == Sanction.Status.NOT_SERVED);
    List<FactId> sanctions = dossier.sanctions().all().stream().map(Sanction::id).toList();
    return unserved
        ? refuse(Word.NOT_SERVED, citation, "暂停决定尚未送达", "送达并生效之后申请", sanctions)
        : refuse(Word.NO_GROUND, citation, "没有须经申请才恢复的暂停", "无须申请", sanctions);
  }

  private Optional<Refusal> resumptionAnswered(ResumptionAnswered fact) {
    return dossier.reviews().open(fact.of(), fact.on()).isPresent()
        ? Optional.empty()
        : refuse(Word.NO_GROUND, edition.resumption().citation(), "没有待答复的恢复申请", "先有申请才有答复",
            Refusing.ids(dossier, ResumptionAsked.class, asked -> true));
  }

  private Optional<Refusal> reapplied(Reapplied fact) {
    RegionId region = dossier.register().region(fact.at());
    Citation citation = edition.bar().citation();
    List<Exclusion> bars = dossier.exclusions().stream().filter(bar -> bar.bars(region)).toList();
    if (bars.isEmpty()) {
      return refuse(Word.NO_GROUND, citation, "没有禁入期", "直接申请签订", List.of());
    }
    Exclusion bar = bars.stream().max(Comparator.comparing(Exclusion::last)).orElseThrow();
    if (!bar.free().isAfter(fact.on())) {
      return Optional.empty();
    }
    List<FactId> facts = bar.facts();
    if (edition.reapplication() == null) {
      return refuse(Word.BARRED, citation, fact.on() + " 在禁入期内，末日 " + bar.last(), "自 " + bar.free() + " 起申请", facts);
    }
    if (dossier.law().reads(ReadingKey.REAPPLICATION, "after-bar")) {
      return refuse(Word.TOO_EARLY, citation, fact.on() + " 在禁入期内，末日 " + bar.last(), "自 " + bar.free() + " 起申请", facts);
    }
    ApplicationWindow window =
        ApplicationWindow.reckon(dossier.law(), edition.reapplication().window(), bar.last());
    if (window.earlyBeyondDoubt(fact.on())) {
      return refuse(Word.TOO_EARLY, edition.reapplication().citation(), fact.on() + " 早于申请窗口",
          "自 " + Objects.requireNonNull(window.from()).earliest() + " 起申请", facts);
    }
    return window.lateBeyondDoubt(fact.on())
        ? refuse(Word.TOO_LATE, edition.reapplication().citation(), fact.on() + " 晚于 " + window.through().latest(),
            "自 " + bar.free() + " 起按新申请办理", facts)
        : Optional.empty();
  }

  private Optional<Refusal> reappliedAnswered() {
    long asked = dossier.known().all(Reapplied.class).size();
    long answered = dossier.known().all(ReappliedAnswered.class).size();
    return asked > answered
        ? Optional.empty()
        : refuse(Word.NO_GROUND, edition.bar().citation(), "没有待答复的重新申请", "先有申请才有答复",
            Refusing.ids(dossier, Reapplied.class, any -> true));
  }
}
