package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.threeten.extra.LocalDateRange;

/**
 * 「扣除期间」 The days of a suspension that fall inside the institution's own, and are served after it
 * (reading {@code institution-cascade}).
 *
 * @param halts for a sanction, the times in which every site it acts on is stopped, in order, not overlapping
 */
public record Toll(Function<Sanction, List<Halted>> halts) {

  /** 「停止期间」 One such time and the facts that made it. */
  public record Halted(LocalDateRange days, List<FactId> facts) {}

  /** No day is taken out. */
  public static final Toll NONE = new Toll(sanction -> List.of());

  /** The suspension with its last day moved by the days taken out. */
  Sanction stretch(Law law, Sanction suspension) {
    if (!law.reads(ReadingKey.INSTITUTION_CASCADE, "tolled")) {
      return suspension;
    }
    Sanction stretched = suspension;
    for (Halted halt : halts.apply(suspension)) {
      LocalDate first = Objects.requireNonNull(stretched.first());
      LocalDate last = Objects.requireNonNull(stretched.last());
      LocalDate start = halt.days().getStart().isAfter(first) ? halt.days().getStart() : first;
      if (start.isAfter(last) || !halt.days().getEnd().isAfter(start)) {
        continue;
      }
      LocalDate newLast =
          halt.days().isUnboundedEnd()
              ? LocalDate.MAX
              : last.plusDays(ChronoUnit.DAYS.between(start, halt.days().getEnd()));
      stretched =
          stretched.spanning(
              first,
              newLast,
              halt.facts(),
              new Step(
                  halt.facts(),
                  law.edition().cascade().citation(),
                  law.edition().label(ReadingKey.INSTITUTION_CASCADE),
                  "机构停止期间不计入，末日顺延至 " + newLast));
    }
    return stretched;
  }
}
