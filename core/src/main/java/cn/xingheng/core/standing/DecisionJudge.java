package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.inForceFacts;
import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.NotSuspended;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** 「决定的受理」 Whether deductions, deferrals, extended bars and unused discretion are taken; not sanctions. */
final class DecisionJudge {

  private final Dossier dossier;
  private final Edition edition;

  DecisionJudge(Dossier dossier) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
  }

  Optional<Refusal> judge(DecisionFact fact) {
    return switch (fact) {
      case Deducted deducted -> deducted(deducted);
      case SanctionDecision sanction -> sanction(sanction);
      case NotSuspended declined -> known(declined).or(() -> discretion(declined));
      case BarExtended extended -> extended(extended);
      case Deferred deferred -> deferred(deferred);
    };
  }

  private Optional<Refusal> sanction(SanctionDecision decision) {
    return known(decision).or(() -> new SanctionJudge(dossier).judge(decision));
  }

  private Optional<Refusal> known(DecisionFact fact) {
    return Refusing.any(dossier, Signed.class, signed -> true)
        ? Optional.empty()
        : refuse(Word.UNKNOWN_PERSON, edition.terms().citation(), fact.person() + " 从未签订过协议", "核对人员编号");
  }

  private Optional<Refusal> deducted(Deducted fact) {
    Citation points = edition.points().citation();
    if (fact.responsibility() != null) {
      return refuse(Word.NO_EDITION, points, edition.id() + " 不认责任程度，只按条目扣分", "删去责任程度");
    }
    Item item = edition.findItem(fact.item()).orElse(null);
    if (item == null) {
      return refuse(Word.UNKNOWN_ITEM, points, edition.id() + " 没有条目 " + fact.item(), "按扣分目录选择条目");
    }
    Optional<Refusal> unknown = known(fact);
    if (unknown.isPresent()) {
      return unknown;
    }
    LocalDate from = edition.inForce().from();
    if (fact.actThrough().isBefore(from) || fact.on().isBefore(from)) {
      return refuse(Word.NO_EDITION, edition.inForce().citation(),
          "行为止于 " + fact.actThrough() + "，规则自 " + from + " 起施行", "施行前的行为不适用本规则");
    }
    if (fact.actThrough().isAfter(fact.on())) {
      return refuse(Word.TOO_EARLY, item.citation(), "决定日 " + fact.on() + " 早于行为止日 " + fact.actThrough(),
          "行为终了之后才能决定");
    }
    return inForce(fact).or(() -> again(fact, item));
  }

  private Optional<Refusal> inForce(Deducted fact) {
    boolean own = dossier.inForce(fact.at(), fact.actThrough()).isPresent();
    boolean visiting =
        Qualifications.visit(dossier, fact.at(), fact.actThrough())
            .flatMap(visit -> dossier.inForce(visit.fact().home(), fact.actThrough()))
            .isPresent();
    return own || visiting
        ? Optional.empty()
        : refuse(Word.NOT_IN_FORCE, edition.terms().citation(),
            fact.actThrough() + " 在 " + fact.at() + " 没有有效的协议或来院服务", "只对协议期内的行为扣分", inForceFacts(dossier));
  }

  private Optional<Refusal> again(Deducted fact, Item item) {
    for (Deducted other : dossier.known().all(Deducted.class)) {
      boolean sameAct =
          other.item().equals(fact.item()) && other.at().equals(fact.at())
              && other.actFrom().equals(fact.actFrom()) && other.actThrough().equals(fact.actThrough());
      boolean sameDocument = other.document().equals(fact.document());
      if (sameDocument && sameAct && Objects.equals(other.incident(), fact.incident())) {
        return refuse(Word.DUPLICATE, item.citation(), "同一文书已就同一行为按同一条目扣分 " + other.id(), "不重复记录",
            List.of(other.id()));
      }
    }
    if (fact.incident() == null || !dossier.law().reads(ReadingKey.SAME_INCIDENT, "highest")) {
      return Optional.empty();
    }
    int points = Math.multiplyExact(item.points(), fact.times());
    return dossier.ledger().entries().stream()
        .filter(entry -> fact.incident().equals(entry.fact().incident()))
        .filter(entry -> !entry.fact().document().equals(fact.document()) && entry.points() >= points)
        .findFirst()
        .flatMap(
            entry ->
                refuse(Word.SAME_INCIDENT, edition.citation(ReadingKey.SAME_INCIDENT),
                    "同一事件 " + fact.incident() + " 已按 " + entry.item().id() + " 计 " + entry.points() + " 分",
                    "另一文书只能按更高的条目再决定", List.of(entry.fact().id())));
  }

  private Optional<Refusal> discretion(NotSuspended fact) {
    boolean band =
        dossier.grounds().reckon(fact.on()).stream()
            .anyMatch(
                ground ->
                    ground.rule().force() == Force.MAY
                        && ground.rule().consequence() instanceof Consequence.Suspend);
    return band
        ? Optional.empty()
        : refuse(Word.NO_GROUND, edition.points().citation(), "没有可以暂停的情形", "累计进入可以暂停的档次后再作决定",
            dossier.ledger().counting(fact.on()).stream().map(entry -> entry.fact().id()).toList());
  }

  private Optional<Refusal> deferred(Deferred fact) {
    Sanction sanction = dossier.sanction(fact.of()).filter(Sanction::stands).orElse(null);
    Citation notice = edition.notice().citation();
    if (sanction == null) {
      return refuse(Word.NO_GROUND, notice, fact.of() + " 不是有效的暂停或解除决定", "只能对已作出的处理决定缓期", List.of(fact.of()));
    }
    LocalDate first = sanction.first();
    if (sanction.status() == Sanction.Status.NOT_SERVED) {
      return refuse(Word.NOT_SERVED, notice, fact.of() + " 尚未送达，没有生效日可缓", "送达之后再缓期", about(sanction));
    }
    return first != null && !fact.recorded().isBefore(first)
        ? refuse(Word.BACK_DATED, notice, fact.of() + " 已于 " + first + " 生效", "只能在生效日之前缓期", about(sanction))
        : Optional.empty();
  }

  private Optional<Refusal> extended(BarExtended fact) {
    Sanction sanction = dossier.sanction(fact.of()).filter(Sanction::stands).orElse(null);
    Citation bar = edition.bar().citation();
    if (sanction == null || !sanction.terminates()) {
      return refuse(Word.NO_GROUND, bar, fact.of() + " 不是有效的解除决定", "只能延长解除所生的禁入期", List.of(fact.of()));
    }
    if (sanction.status() == Sanction.Status.NOT_SERVED) {
      return refuse(Word.NOT_SERVED, bar, fact.of() + " 尚未送达，没有禁入期可延长", "送达之后再延长", about(sanction));
    }
    Exclusion running =
        dossier.exclusions().stream().filter(e -> e.of().id().equals(fact.of())).findFirst().orElse(null);
    if (running != null && !running.free().isAfter(fact.on())) {
      return refuse(Word.TOO_LATE, bar, "禁入期已于 " + running.last() + " 届满", "只能延长尚未届满的禁入期", about(sanction));
    }
    Range range = fact.fraud() ? edition.bar().fraud() : dossier.sanctions().range(
        Objects.requireNonNull(sanction.basis()), sanction.fact());
    boolean longer = fact.barYears() > sanction.length() || fact.fraud();
    return range != null && !range.fixed() && range.contains(fact.barYears()) && longer
        ? Optional.empty()
        : refuse(Word.OUT_OF_RANGE, bar, "禁入 " + fact.barYears() + " 年，现为 " + sanction.length() + " 年",
            range == null || range.fixed() ? "本规则的禁入年限是固定的" : "可延长至 " + range + " 年之内", about(sanction));
  }

  private static List<FactId> about(Sanction sanction) {
    return List.of(sanction.id());
  }
}
