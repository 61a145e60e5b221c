package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import org.jspecify.annotations.Nullable;

/** 「履职事实」 Duties of the agency that were done, and gradings. */
public sealed interface DutyFact extends Fact {

  /**
   * 「约谈」 A physician was interviewed.
   *
   * @param of the deduction it was about, or null for all so far
   */
  record Interviewed(Head head, PersonId person, @Nullable FactId of) implements DutyFact {
    @Override
    public FactKind kind() {
      return FactKind.INTERVIEWED;
    }
  }

  /**
   * 「告知、通报」 Somebody who had to be told was told.
   *
   * @param person the physician it was about, or null for an institution
   * @param institution the institution it was about, or null for a physician
   * @param of the decision it was about, or null for all so far
   * @param duty the word of the duty done
   */
  record Notified(
      Head head, @Nullable PersonId person, @Nullable InstitutionId institution, @Nullable FactId of, String duty)
      implements DutyFact {
    @Override
    public FactKind kind() {
      return FactKind.NOTIFIED;
    }
  }

  /** 「诚信考评」 The integrity grade of a year. */
  record Graded(Head head, PersonId person, int year, String grade) implements DutyFact {
    @Override
    public FactKind kind() {
      return FactKind.GRADED;
    }
  }
}
