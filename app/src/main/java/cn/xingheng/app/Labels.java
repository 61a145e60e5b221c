package cn.xingheng.app;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.Locale;
import java.util.ResourceBundle;

/** 「显示用词」 The closed lists in the words of the field. */
final class Labels {

  private Labels() {}

  static String of(Standing standing) {
    return switch (standing) {
      case EFFECTIVE -> "有效";
      case SUSPENDED -> "暂停";
      case ENDED -> "终止";
      case NONE -> "未签约";
      case UNRESOLVED -> "不明";
    };
  }

  static String of(Verdict verdict) {
    return switch (verdict) {
      case PAYABLE -> "应付";
      case REFUSED -> "拒付";
      case EXCEPTED -> "急救例外";
      case UNRESOLVED -> "不明";
    };
  }

  /** As the pages say it. */
  static String of(Cause cause) {
    return ResourceBundle.getBundle("messages/law", Locale.CHINESE).getString("cause." + cause.word());
  }

  static String of(Duty duty) {
    return switch (duty) {
      case NOTICE -> "书面告知";
      case INTERVIEW -> "约谈";
      case CONSIDER_SUSPENSION -> "考虑暂停";
      case SUSPEND -> "作出暂停";
      case TERMINATE -> "作出解除";
      case CIRCULATE -> "通报有关部门";
      case REPORT_PROVINCE -> "报省经办机构";
      case TELL_PATIENTS -> "告知患者";
      case STOP_SETTLEMENT -> "停止结算";
      case INSTITUTION_CONSEQUENCE -> "机构后果";
      case RECOVER_FUNDS -> "追回基金";
      case ALERT_OTHER_AGENCY -> "告知他地经办";
      case REPORT_DEPARTMENT -> "报医保部门";
    };
  }

  /** The text, filled up with blanks to so many columns of a terminal, where a Chinese character takes two. */
  static String padded(String text, int columns) {
    int wide = (int) text.chars().filter(c -> c >= 0x2E80).count();
    return text + " ".repeat(Math.max(1, columns - text.length() - wide));
  }
}
