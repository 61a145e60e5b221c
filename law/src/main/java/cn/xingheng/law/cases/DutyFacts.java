package cn.xingheng.law.cases;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.rulebook.Duty;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Duties done, and gradings. */
final class DutyFacts {

  private DutyFacts() {}

  static Fact interviewed(Head head, Fields fields) {
    return new DutyFact.Interviewed(head, fields.person("person"), fields.factOrNull("of"));
  }

  static Fact notified(Head head, Fields fields) {
    String duty = Duty.NOTICE.word();
    if (fields.has("duty")) {
      duty = fields.word("duty", Arrays.stream(Duty.values()).map(Duty::word).toList());
    }
    boolean ofInstitution = duty.equals(Duty.INSTITUTION_CONSEQUENCE.word());
    String due = ofInstitution ? "institution" : "person";
    String other = ofInstitution ? "person" : "institution";
    if (fields.has(other)) {
      throw fields.refuse(other, "义务 " + duty + " 的对象写在 `" + due + "` 里，不写 `" + other + "`", "改用 `" + due + "`");
    }
    if (!fields.has(due)) {
      throw fields.refuse("缺少字段 `" + due + "`", "在这里补上 `" + due + ":`");
    }
    @Nullable PersonId person = ofInstitution ? null : fields.person(due);
    @Nullable InstitutionId institution = ofInstitution ? fields.institution(due) : null;
    return new DutyFact.Notified(head, person, institution, fields.factOrNull("of"), duty);
  }

  static Fact graded(Head head, Fields fields) {
    return new DutyFact.Graded(
        head,
        fields.person("person"),
        fields.number("year", Limits.FIRST_DAY.getYear(), Limits.LAST_DAY.getYear()),
        fields.text("grade"));
  }
}
