package cn.xingheng.core.institution;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「名单」 The physicians of an institution on a day, as far as the share needs them.
 *
 * @param inForce how many have an agreement in force there, suspended ones included
 * @param ended how many were terminated for violations with effect in the calendar year up to the day
 * @param headcount the stated number of physicians, which includes the ended, or null to count
 */
public record Roster(int inForce, int ended, @Nullable Integer headcount, List<FactId> facts) {

  /** The share of the ended (reading {@code share}); nobody of nobody is no share. */
  Share share(Law law) {
    int roster = headcount != null ? headcount : inForce + ended;
    int whole = law.reads(ReadingKey.SHARE, "active-only") ? roster - ended : roster;
    return ended == 0 ? Share.NONE : new Share(ended, Math.max(1, whole));
  }
}
