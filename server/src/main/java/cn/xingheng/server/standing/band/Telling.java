package cn.xingheng.server.standing.band;

import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.StandingSpan;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.threeten.extra.LocalDateRange;

/** 「图之言」 The days as short texts, and the whole picture in words. */
final class Telling {

  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  private Telling() {}

  /** The day without its year: the axis says the year. */
  static String monthDay(LocalDate day) {
    return MONTH_DAY.format(day);
  }

  /** The days of a span, first and last, or from when. */
  static String days(Words words, LocalDateRange days) {
    if (days.isUnboundedEnd()) {
      return words.say("band.since", monthDay(days.getStart()));
    }
    if (days.lengthInDays() == 1) {
      return monthDay(days.getStart());
    }
    return days.getStart().getYear() == days.getEndInclusive().getYear()
        ? words.say("band.days", monthDay(days.getStart()), monthDay(days.getEndInclusive()))
        : whole(words, days);
  }

  /** What the picture shows: the answer of the day, every time that is not paid, the points, what is to come. */
  static String description(BandAsk ask, Scale scale, List<StandingSpan> spans, List<String> totals,
      List<String> coming) {
    Words words = ask.words();
    List<String> said = new ArrayList<>();
    for (StandingSpan span : spans) {
      if (span.days().contains(ask.asOf())) {
        said.add(words.say("band.desc.asof", ask.asOf().toString(), standing(words, span.standing())));
      }
    }
    for (StandingSpan span : spans) {
      if (scale.shows(span.days()) && span.standing() != Standing.EFFECTIVE && span.standing() != Standing.NONE) {
        String causes =
            String.join(
                words.say("band.desc.and"),
                span.causes().stream().map(cause -> words.say("band.cause." + cause.word())).toList());
        said.add(words.say("band.desc.span", whole(words, span.days()), standing(words, span.standing()), causes));
      }
    }
    said.addAll(totals);
    said.addAll(coming);
    said.add(words.say("band.desc.below"));
    return String.join(words.say("band.desc.join"), said);
  }

  private static String whole(Words words, LocalDateRange days) {
    return days.isUnboundedEnd()
        ? words.say("band.since", days.getStart().toString())
        : words.say("band.days", days.getStart().toString(), days.getEndInclusive().toString());
  }

  static String standing(Words words, Standing standing) {
    return words.say("band.standing." + standing.word());
  }
}
