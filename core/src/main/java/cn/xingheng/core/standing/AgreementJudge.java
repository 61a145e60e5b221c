package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.inForceFacts;
import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Declared;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.rulebook.Declaration;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Visits;
import cn.xingheng.core.sanction.Exclusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 「协议事实的受理」 Whether signing, leaving, releasing, visiting and declaring are taken. */
final class AgreementJudge {

  private final Dossier dossier;
  private final Edition edition;

  AgreementJudge(Dossier dossier) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
  }

  Optional<Refusal> judge(AgreementFact fact) {
    return switch (fact) {
      case Signed signed -> barred(signed)
          .or(() -> institution(signed))
          .or(() -> tooLong(signed))
          .or(() -> overlaps(signed));
      case Left left -> inForce(left);
      case Released released -> inForce(released).or(() -> provisional(released));
      case Visiting visiting -> visiting(visiting);
      case Declared declared -> declared(declared);
    };
  }

  private Optional<Refusal> barred(Signed signed) {
    RegionId region = dossier.register().region(signed.at());
    LocalDate day = signed.from().isBefore(signed.on()) ? signed.from() : signed.on();
    return bar(region, day).or(() -> withinReleasedTerm(region, day));
  }

  private Optional<Refusal> bar(RegionId region, LocalDate day) {
    return dossier.exclusions().stream()
        .filter(bar -> bar.bars(region) && bar.days().contains(day))
        .findFirst()
        .flatMap(
            bar ->
                refuse(Word.BARRED, edition.bar().citation(), day + " 在禁入期内，末日 " + bar.last(),
                    "自 " + bar.free() + " 起可以签订", facts(bar)));
  }

  private static List<FactId> facts(Exclusion bar) {
    List<FactId> facts = new ArrayList<>(bar.facts());
    bar.of().steps().forEach(step -> facts.addAll(step.facts()));
    return facts.stream().distinct().toList();
  }

  /** Read literally, nobody who left or asked to end signs again with that agency within the old term (M14). */
  private Optional<Refusal> withinReleasedTerm(RegionId region, LocalDate day) {
    if (!dossier.law().reads(ReadingKey.RELEASE, "literal")) {
      return Optional.empty();
    }
    for (Course course : dossier.courses()) {
      Ending ending = course.ending();
      if (ending == null || !ending.kinds().contains(Ending.Kind.LEFT)) {
        continue;
      }
      if (course.region().equals(region) && !course.inForceOn(day) && course.termOn(day).contains(day)) {
        return refuse(
            Word.BARRED, edition.bar().termCitation(), "原协议签订期至 " + course.termOn(day).getEndInclusive(),
            "自 " + course.termOn(day).getEnd() + " 起可以签订", ending.facts());
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> institution(Signed signed) {
    var institution = dossier.register().institution(signed.at());
    if (institution.inForceOn(signed.from())) {
      return Optional.empty();
    }
    List<FactId> facts = new ArrayList<>();
    institution.opened().forEach(opened -> facts.add(opened.id()));
    institution.closed().forEach(closed -> facts.add(closed.id()));
    return refuse(Word.NOT_IN_FORCE, edition.cascade().citation(),
        "机构 " + signed.at() + " 在 " + signed.from() + " 没有有效的定点协议", "机构协议有效之日起可以签订", facts);
  }

  private Optional<Refusal> tooLong(Signed signed) {
    LocalDate through = signed.through();
    if (through == null) {
      return Optional.empty();
    }
    if (through.isBefore(signed.from())) {
      return refuse(Word.OUT_OF_RANGE, edition.terms().citation(), "末日 " + through + " 早于首日", "末日不早于首日");
    }
    Integer months = edition.terms().months();
    if (months == null) {
      return Optional.empty();
    }
    LocalDate last = Spans.lastDayOfMonths(signed.from(), months);
    return through.isAfter(last)
        ? refuse(Word.TOO_LONG, edition.terms().citation(), "末日 " + through + " 超过 " + months + " 个月", "至迟 " + last)
        : Optional.empty();
  }

  private Optional<Refusal> overlaps(Signed signed) {
    for (Course course : dossier.courses()) {
      if (!course.at().equals(signed.at()) || !course.days().getEnd().isAfter(signed.from())) {
        continue;
      }
      boolean later = course.signed().from().isAfter(signed.from());
      LocalDate through = Course.firstThrough(dossier.law(), signed, dossier.register().institution(signed.at()));
      boolean clash =
          later
              ? !course.signed().from().isAfter(through)
              : !course.termOn(signed.from()).getStart().isAfter(signed.on())
                  || course.termOn(signed.from()).equals(course.terms().getFirst());
      if (clash) {
        return refuse(Word.OVERLAPS, edition.terms().citation(),
            signed.at() + " 已有协议 " + course.signed().id() + " 在该期间有效", "原协议结束之后再签订",
            List.of(course.signed().id()));
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> inForce(AgreementFact fact) {
    if (dossier.inForce(fact.at(), fact.on()).isPresent()) {
      return Optional.empty();
    }
    return refuse(Word.NOT_IN_FORCE, edition.release().leaveCitation(),
        fact.on() + " 在 " + fact.at() + " 没有有效的协议", "只能解除有效的协议", inForceFacts(dossier));
  }

  /** An agency's release is adverse: its day must be firm. */
  private Optional<Refusal> provisional(Released released) {
    DayAnswer day = Enrolments.releaseDay(dossier.law(), released).orElse(null);
    return released.by() == AgreementFact.Side.AGENCY && day instanceof Provisional range
        ? refuse(Word.PROVISIONAL, edition.release().citation(),
            "生效日在 " + range.earliest() + " 与 " + range.latest() + " 之间，" + range.missingYear() + " 年日历未公布",
            "待日历公布并装载后再作出")
        : Optional.empty();
  }

  private Optional<Refusal> visiting(Visiting visiting) {
    Visits rule = edition.visits();
    if (rule == null) {
      return refuse(Word.NO_EDITION, edition.terms().citation(), edition.id() + " 没有来院服务的规定", "另行签订协议");
    }
    LocalDate last = Spans.lastDayOfMonths(visiting.from(), rule.months());
    if (visiting.through().isAfter(last)) {
      return refuse(
          Word.TOO_LONG, rule.citation(), "末日 " + visiting.through() + " 超过 " + rule.months() + " 个月",
          "至迟 " + last);
    }
    if (dossier.inForce(visiting.home(), visiting.from()).isEmpty()) {
      return refuse(Word.NOT_IN_FORCE, rule.citation(), visiting.from() + " 在 " + visiting.home() + " 没有有效的协议",
          "先在原执业地签订协议", inForceFacts(dossier));
    }
    List<FactId> clashing =
        Refusing.ids(dossier, Visiting.class,
            other -> other.at().equals(visiting.at()) && !other.from().isAfter(visiting.through())
                && !other.through().isBefore(visiting.from()));
    return clashing.isEmpty()
        ? Optional.empty()
        : refuse(Word.OVERLAPS, rule.citation(), "同一接收医院的来院服务期间重叠", "前一期间结束之后再申报", clashing);
  }

  private Optional<Refusal> declared(Declared declared) {
    Optional<Refusal> barred = bar(dossier.register().region(declared.at()), declared.on());
    Declaration rule = edition.declaration();
    if (barred.isPresent() || rule == null) {
      return barred;
    }
    List<FactId> same =
        Refusing.ids(dossier, Declared.class,
            other -> other.round() == declared.round() && other.at().equals(declared.at()));
    if (!same.isEmpty()) {
      return refuse(Word.DUPLICATE, rule.citation(), declared.round() + " 年度已经申报", "无须再次申报", same);
    }
    LocalDate last = rule.until().atYear(declared.round());
    return declared.special() || !declared.on().isAfter(last)
        ? Optional.empty()
        : refuse(Word.TOO_LATE, rule.citation(), declared.on() + " 晚于 " + last, rule.gloss());
  }
}
