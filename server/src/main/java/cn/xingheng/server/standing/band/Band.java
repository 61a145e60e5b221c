package cn.xingheng.server.standing.band;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.StandingSpan;
import cn.xingheng.core.standing.StandingSpans;
import cn.xingheng.server.standing.band.Drawing.Label;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** 「时间线」 Draws standing, causes, points and deadlines of one physician at one site over time. */
public final class Band {

  /** As wide as a staff page on a small screen: the texts of 12 pixels are then never smaller. */
  static final int WIDTH = 1_216;

  private static final int LEFT = 104;
  private static final int RIGHT = 84;
  private static final int GAP = 28;
  private static final int AHEAD_MONTHS = 3;
  private static final int MOST_YEARS_AHEAD = 6;

  private Band() {}

  /** The drawing that answers this. */
  public static Drawing draw(BandAsk ask) {
    List<StandingSpan> spans = StandingSpans.reckon(ask.dossier(), ask.site());
    List<Mark> marks = Marks.gather(ask);
    Scale scale = scale(ask, spans, marks);
    Canvas canvas = new Canvas(WIDTH);
    Axis axis = new Axis(ask, scale, canvas);
    axis.tag();
    axis.names();
    int lanes = new Lanes(ask, scale, canvas, spans).draw(Axis.TOP);
    Totals totals = new Totals(ask, scale, canvas);
    int base = totals.draw(lanes);
    Ticks ticks = new Ticks(ask, scale, canvas, marks);
    int bottom = ticks.draw(base);
    axis.ground(bottom);
    Words words = ask.words();
    String years =
        scale.from().getYear() == scale.until().minusDays(1).getYear()
            ? Integer.toString(scale.from().getYear())
            : words.say(
                "band.years", Integer.toString(scale.from().getYear()),
                Integer.toString(scale.until().minusDays(1).getYear()));
    return new Drawing(
        words.say("band.title", ask.name(), years),
        Telling.description(ask, scale, spans, totals.told(), ticks.told()),
        WIDTH, bottom + 4, labelsLast(canvas));
  }

  /** Texts above all lines, so that no line strikes one through. */
  private static List<Drawing.Shape> labelsLast(Canvas canvas) {
    List<Drawing.Shape> shapes = new ArrayList<>(canvas.shapes());
    List<Drawing.Shape> labels = shapes.stream().filter(Label.class::isInstance).toList();
    shapes.removeAll(labels);
    shapes.addAll(labels);
    return shapes;
  }

  static Scale scale(BandAsk ask, List<StandingSpan> spans, List<Mark> marks) {
    LocalDate asOf = ask.asOf();
    LocalDate yearEnd = LocalDate.of(asOf.getYear() + 1, 1, 1);
    LocalDate ahead = nextMonth(asOf.plusMonths(AHEAD_MONTHS));
    LocalDate until = ahead.isAfter(yearEnd) ? ahead : yearEnd;
    LocalDate from = switch (ask.reach()) {
      case YEAR -> LocalDate.of(asOf.getYear(), 1, 1);
      case TWO_YEARS -> LocalDate.of(asOf.getYear() - 1, 1, 1);
      case ALL -> beginning(ask, spans);
    };
    if (ask.reach() == Reach.ALL) {
      LocalDate last = nextMonth(last(ask, spans, marks));
      until = last.isAfter(until) ? last : until;
    }
    Scale rough = new Scale(from, until, LEFT, WIDTH - RIGHT);
    return new Scale(from, until, left(ask, rough, spans), WIDTH - right(ask));
  }

  private static LocalDate nextMonth(LocalDate day) {
    return day.with(TemporalAdjusters.firstDayOfNextMonth());
  }

  private static LocalDate beginning(BandAsk ask, List<StandingSpan> spans) {
    Stream<LocalDate> standing =
        spans.stream().filter(span -> span.standing() != Standing.NONE && !span.days().isUnboundedStart())
            .map(span -> span.days().getStart());
    Stream<LocalDate> points = ask.dossier().ledger().entries().stream().map(entry -> entry.on());
    LocalDate first =
        Stream.concat(standing, points).min(LocalDate::compareTo).orElse(ask.asOf());
    LocalDate year = LocalDate.of(ask.asOf().getYear(), 1, 1);
    return (first.isAfter(year) ? year : first).withDayOfMonth(1);
  }

  private static LocalDate last(BandAsk ask, List<StandingSpan> spans, List<Mark> marks) {
    LocalDate limit = ask.asOf().plusYears(MOST_YEARS_AHEAD);
    Stream<LocalDate> turns =
        spans.stream().filter(span -> !span.days().isUnboundedStart()).map(span -> span.days().getStart());
    Stream<LocalDate> days = marks.stream().map(mark -> mark.day().latest());
    return Stream.concat(turns, days).filter(day -> day.isBefore(limit)).max(LocalDate::compareTo)
        .orElse(ask.asOf());
  }

  private static int left(BandAsk ask, Scale rough, List<StandingSpan> spans) {
    Words words = ask.words();
    int widest = Math.max(
        Widths.of(words.say("band.lane.answer"), Ink.TEXT_LANE.size()),
        Widths.of(words.say("band.lane.points"), Ink.TEXT_LANE.size()));
    for (Cause cause : Lanes.causes(rough, spans)) {
      widest = Math.max(widest, Widths.of(words.say("band.cause." + cause.word()), Ink.TEXT_LANE.size()));
    }
    return Math.max(LEFT, widest + GAP);
  }

  private static int right(BandAsk ask) {
    int widest = Totals.thresholds(ask.dossier().law().edition(), ask.words()).values().stream()
        .mapToInt(text -> Widths.of(text, Ink.TEXT.size())).max().orElse(0);
    return Math.max(RIGHT, widest + 12);
  }
}
