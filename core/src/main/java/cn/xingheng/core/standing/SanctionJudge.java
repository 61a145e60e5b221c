package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.inForceFacts;
import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.sanction.Basis;
import cn.xingheng.core.sanction.Docket;
import cn.xingheng.core.sanction.Effect;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.sanction.Sanctions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** 「暂停、解除决定的受理」 Whether a suspension or a termination is taken: in force, agency, ground, length, overlap, day. */
final class SanctionJudge {

  private final Dossier dossier;
  private final Edition edition;
  private final Citation citation;

  SanctionJudge(Dossier dossier) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
    this.citation = edition.notice().citation();
  }

  Optional<Refusal> judge(SanctionDecision decision) {
    if (dossier.courses().stream().noneMatch(course -> course.inForceOn(decision.on()))) {
      return refuse(Word.NOT_IN_FORCE, citation, decision.on() + " 没有有效的协议", "只能处理有效的协议", inForceFacts(dossier));
    }
    List<Basis> bases = dossier.sanctions().bases(decision);
    RegionId by = decision.by();
    List<Basis> own = bases.stream().filter(basis -> by == null || basis.account().covers(by)).toList();
    if (own.isEmpty()) {
      return bases.isEmpty() ? noGround(decision) : wrongRegion(decision, by);
    }
    if (by == null && onFinding(own) && own.size() > 1) {
      return refuse(Word.WRONG_REGION, citation, "与几个经办机构都有协议，未写明由谁决定", "写明作出决定的经办机构");
    }
    return length(decision, own).or(() -> used(decision, own)).or(() -> agreed(decision, own))
        .or(() -> overlaps(decision, own)).or(() -> day(decision));
  }

  private static boolean onFinding(List<Basis> bases) {
    return bases.getFirst() instanceof Basis.OnFinding;
  }

  private Optional<Refusal> noGround(SanctionDecision decision) {
    if (decision.by() != null && dossier.courses().stream().noneMatch(c -> c.region().equals(decision.by()))) {
      return wrongRegion(decision, decision.by());
    }
    List<FactId> counted =
        dossier.ledger().counting(decision.on()).stream().map(entry -> entry.fact().id()).toList();
    String points =
        dossier.ledger().accounts().stream()
            .map(account -> account + " 账户 "
                + Ledger.total(dossier.ledger().counting(account, decision.on())) + " 分")
            .reduce((one, other) -> one + "，" + other)
            .orElse("没有扣分");
    return refuse(Word.NO_GROUND, citation, points + "，没有此项处理的依据", lawfulRules(decision), counted);
  }

  private String lawfulRules(SanctionDecision decision) {
    return edition.rules().stream()
        .filter(rule -> Sanctions.length(rule.consequence(), decision).isPresent())
        .map(rule -> rule.citation() + "：" + rule.gloss())
        .reduce((one, other) -> one + "；" + other)
        .orElse("本规则没有此项处理");
  }

  private Optional<Refusal> wrongRegion(SanctionDecision decision, @Nullable RegionId by) {
    return refuse(Word.WRONG_REGION, citation, "依据不在 " + by + " 的账户，或与其没有协议", "由账户给出依据的经办机构决定",
        dossier.ledger().counting(decision.on()).stream().map(entry -> entry.fact().id()).toList());
  }

  private Optional<Refusal> length(SanctionDecision decision, List<Basis> bases) {
    Integer given = decision.length();
    boolean fraud = decision instanceof Terminated terminated && terminated.fraud();
    boolean lawful = bases.stream().anyMatch(basis -> dossier.sanctions().lawful(basis, decision));
    if (lawful && !(fraud && edition.bar().fraud() == null)) {
      return Optional.empty();
    }
    Range range = dossier.sanctions().range(bases.getFirst(), decision);
    String unit = decision instanceof Suspended ? " 个月" : " 年";
    return refuse(Word.OUT_OF_RANGE, bases.getFirst().citation(), given == null ? "未写明年限" : "决定为 " + given + unit,
        fraud && edition.bar().fraud() == null ? "本规则没有骗保的加重禁入" : "应为 " + range + unit, facts(bases));
  }

  private Optional<Refusal> used(SanctionDecision decision, List<Basis> bases) {
    List<Sanction> users =
        bases.stream()
            .filter(basis -> dossier.sanctions().lawful(basis, decision))
            .map(basis -> dossier.sanctions().usedBy(basis).orElse(null))
            .toList();
    if (users.contains(null)) {
      return Optional.empty();
    }
    Sanction user = users.getFirst();
    Optional<Refusal> overlap = overlaps(decision, bases);
    return overlap.isPresent()
        ? overlap
        : refuse(Word.DUPLICATE, citation, "同一累计已由 " + user.id() + " 处理", lawfulAgain(),
            List.of(user.id()));
  }

  private String lawfulAgain() {
    Reading reading = edition.readings().get(ReadingKey.TIER_CROSSING);
    return (reading == null ? "" : reading.reason() + "；") + "须有新的依据";
  }

  /** The deciding agency must itself have an agreement to act on. */
  private Optional<Refusal> agreed(SanctionDecision decision, List<Basis> bases) {
    RegionId by = decision.by();
    boolean agreed =
        dossier.courses().stream()
            .filter(course -> course.inForceOn(decision.on()))
            .anyMatch(
                course ->
                    by != null
                        ? course.region().equals(by)
                        : bases.stream().anyMatch(basis -> basis.account().covers(course.region())));
    return agreed
        ? Optional.empty()
        : refuse(Word.NOT_IN_FORCE, citation, decision.on() + " 与该经办机构没有有效的协议", "只能处理自己的协议", inForceFacts(dossier));
  }

  private Optional<Refusal> overlaps(SanctionDecision decision, List<Basis> bases) {
    boolean stepwise =
        bases.getFirst() instanceof Basis.OnPoints points && points.ground().rule().force() == Force.MUST;
    LocalDate first = effect(decision).first();
    if (stepwise || first == null || !(decision instanceof Suspended suspended) || suspended.months() < 1) {
      return Optional.empty();
    }
    LocalDate last = Spans.lastDayOfMonths(first, suspended.months());
    return dossier.sanctions().all().stream()
        .filter(other -> other.runs() && !other.terminates() && sameAgency(other, decision, bases))
        .filter(other -> other.days().overlaps(LocalDateRange.ofClosed(first, last)))
        .findFirst()
        .flatMap(
            other ->
                refuse(Word.OVERLAPS, citation, "与 " + other.id() + "（" + other.first() + " 至 " + other.last() + "）重叠",
                    "写明自 " + other.days().getEnd() + " 或以后生效", List.of(other.id())));
  }

  private static boolean sameAgency(Sanction other, SanctionDecision decision, List<Basis> bases) {
    RegionId by = decision.by();
    return by != null
        ? other.actsOn(by)
        : bases.stream().anyMatch(basis -> other.basis() != null && basis.account().equals(other.basis().account()));
  }

  private Optional<Refusal> day(SanctionDecision decision) {
    LocalDate named = decision.from();
    DayAnswer earliest = Effect.earliest(dossier.law(), decision.served()).orElse(null);
    return named != null && earliest != null && named.isBefore(earliest.earliest())
        ? refuse(Word.TOO_EARLY, citation, "决定自 " + named + " 生效",
            "最早 " + earliest.earliest() + "（" + String.join("，",
                edition.label(ReadingKey.ADVANCE_NOTICE, ReadingKey.SERVED)) + "）")
        : Optional.empty();
  }

  private Effect effect(SanctionDecision decision) {
    return Effect.reckon(
        dossier.law(), decision, new Docket(List.of(), Map.of(), Map.of(), Map.of(), Map.of()));
  }

  private static List<FactId> facts(List<Basis> bases) {
    return bases.stream()
        .flatMap(basis -> basis.step(List.of()).facts().stream())
        .distinct()
        .toList();
  }
}
