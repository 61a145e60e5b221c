package cn.xingheng.server.standing;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.rulebook.Duty;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody must or may do about a physician.
 *
 * @param duty which duty, or null when it is another act
 * @param about the fact it is about, or null when it is about a total
 * @param from the first day on which it may be done, of an objection the day of the decision; null where none is told
 * @param by the last day, or null when the text gives none
 * @param left working days to it, below zero when it is over, or null when it cannot be said
 * @param since the day it arose where the text gives no last day, otherwise null
 * @param gone working days since then, or null when it cannot be said
 * @param figure whose trail tells where it comes from
 */
public record Due(
    Who who, Act act, @Nullable Duty duty, @Nullable FactId about, @Nullable DayAnswer from, @Nullable DayAnswer by,
    @Nullable Integer left, @Nullable LocalDate since, @Nullable Integer gone, Citation articles, String figure) {

  /** Whose turn it is. */
  public enum Who {
    /** 本人 */
    PERSON,
    /** 经办机构 */
    AGENCY,
    /** 医疗机构 */
    INSTITUTION;

    /** The word in the keys of the bundles. */
    public String word() {
      return Due.word(this);
    }
  }

  /** What is to be done. */
  public enum Act {
    /** a duty of the edition */
    DUTY,
    /** 对扣分提出书面异议 */
    OBJECT_DEDUCTION,
    /** 对暂停、解除提出书面异议 */
    OBJECT_SANCTION,
    /** 答复书面异议 */
    ANSWER_OBJECTION,
    /** 申请恢复 */
    RESUME,
    /** 答复恢复申请 */
    ANSWER_RESUMPTION,
    /** 申请重新签订 */
    REAPPLY,
    /** 答复重新签订的申请 */
    ANSWER_APPLICATION;

    /** The word in the keys of the bundles. */
    public String word() {
      return Due.word(this);
    }
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
