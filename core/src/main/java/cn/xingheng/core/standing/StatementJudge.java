package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.StatementFact;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.sanction.Sanction;
import java.util.List;
import java.util.Optional;

/** 「期初申报的受理」 Whether opening statements and findings about them are taken. */
final class StatementJudge {

  private final Dossier dossier;
  private final Citation citation;

  StatementJudge(Dossier dossier) {
    this.dossier = dossier;
    this.citation = dossier.law().edition().cause(Cause.STATED.word()).citation();
  }

  Optional<Refusal> judge(StatementFact fact) {
    return switch (fact) {
      case Stated stated -> Refusing.any(dossier, Signed.class, signed -> true)
          ? Optional.empty()
          : refuse(Word.UNKNOWN_PERSON, citation, "此人从未签订过协议", "核对人员编号，先录入协议");
      case StatementSettled settled -> settled(settled);
    };
  }

  private Optional<Refusal> settled(StatementSettled fact) {
    if (!(dossier.known().find(fact.of()).orElse(null) instanceof Stated stated)) {
      return refuse(Word.NO_GROUND, citation, fact.of() + " 不是有效的期初申报", "只能确认有效的申报", List.of(fact.of()));
    }
    if (stated.status() == Status.EFFECTIVE) {
      return refuse(Word.NO_GROUND, citation, fact.of() + " 申报协议有效", "无须确认", List.of(fact.of()));
    }
    Optional<StatementSettled> before = dossier.statements().settling(stated);
    if (before.isPresent()) {
      return refuse(Word.DUPLICATE, citation, fact.of() + " 已经确认", "改变确认须先撤销 " + before.get().id(),
          List.of(fact.of(), before.get().id()));
    }
    FactId by = fact.by();
    return by == null ? Optional.empty() : confirmed(stated, by);
  }

  private Optional<Refusal> confirmed(Stated stated, FactId by) {
    String wanted = stated.status() == Status.SUSPENDED ? "暂停" : "解除";
    Optional<Sanction> sanction = Statements.confirming(dossier, stated, by);
    if (sanction.isEmpty()) {
      return refuse(Word.NO_GROUND, citation, by + " 不是对此人有效的" + wanted + "决定",
          "写明" + wanted + "决定的编号；没有这样的决定的，写明理由", List.of(stated.id(), by));
    }
    return sanction.get().actsOn(dossier.register().region(stated.at()))
        ? Optional.empty()
        : refuse(Word.WRONG_REGION, citation, by + " 不及于 " + stated.at() + " 所在统筹地区的协议",
            "写明该统筹地区经办机构的" + wanted + "决定", List.of(stated.id(), by));
  }
}
