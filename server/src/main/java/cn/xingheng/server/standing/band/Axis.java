package cn.xingheng.server.standing.band;

import cn.xingheng.server.standing.band.Canvas.Spot;
import cn.xingheng.server.standing.band.Drawing.Box;
import cn.xingheng.server.standing.band.Drawing.Line;
import java.time.LocalDate;
import java.util.List;

/** 「时间刻度」 Years and months above, hairlines through everything, the future on grey, the day looked at. */
final class Axis {

  /** Where the lanes begin. */
  static final int TOP = 58;

  private static final int HEAD = 24;
  private static final int ROOM_FOR_MONTH = 36;
  private static final int ROOM_FOR_YEAR = 56;
  private static final List<Integer> MONTH_STEPS = List.of(1, 2, 3, 6, 12);

  private final BandAsk ask;
  private final Scale scale;
  private final Canvas canvas;

  Axis(BandAsk ask, Scale scale, Canvas canvas) {
    this.ask = ask;
    this.scale = scale;
    this.canvas = canvas;
  }

  /** The tag of the day, before any other text: it has the first choice of place. */
  void tag() {
    Words words = ask.words();
    String day = Telling.monthDay(ask.asOf());
    String text = words.say(ask.today() ? "band.now" : "band.asof", day);
    int width = Widths.of(text, Ink.TEXT_NOW.size()) + 12;
    int x = scale.x(ask.asOf());
    int start = Math.clamp(x - width / 2L, scale.left(), scale.right() - width);
    canvas.box(Ink.NOW_TAG, new Rect(start, 2, width, 20));
    canvas.write(Ink.TEXT_NOW, List.of(Canvas.within(Ink.TEXT_NOW, start + 7, 17, text)));
    canvas.keepClear(new Rect(x - 2, HEAD, 4, 10_000));
  }

  /** The names of years and months, as many as there is room for. */
  void names() {
    years();
    int step = MONTH_STEPS.stream().filter(months -> scale.months(months) >= ROOM_FOR_MONTH).findFirst().orElse(12);
    if (step == 12) {
      return;
    }
    LocalDate day = scale.from().withDayOfMonth(1);
    for (; day.isBefore(scale.until()); day = day.plusMonths(1)) {
      boolean named = (day.getMonthValue() - 1) % step == 0;
      if (named || day.equals(scale.from())) {
        String text = ask.words().say("band.month." + day.getMonthValue());
        canvas.write(Ink.TEXT, List.of(Canvas.right(Ink.TEXT, scale.x(day) + 5, 39, text),
            Canvas.right(Ink.TEXT, scale.x(day) + 12, 39, text)));
      }
    }
  }

  private void years() {
    int step = Math.max(1, (ROOM_FOR_YEAR + scale.months(12) - 1) / Math.max(1, scale.months(12)));
    for (int year = scale.from().getYear(); year <= scale.until().minusDays(1).getYear(); year++) {
      LocalDate first = LocalDate.of(year, 1, 1);
      int end = scale.x(LocalDate.of(year + step, 1, 1));
      String text = ask.words().say("band.year", Integer.toString(year));
      Spot plain = Canvas.right(Ink.TEXT_YEAR, scale.x(first) + 6, 17, text);
      Spot beside = Canvas.right(Ink.TEXT_YEAR, scale.x(ask.asOf()) + 48, 17, text);
      boolean room = plain.at().right() <= end + 6;
      boolean elsewhere = beside.at().right() <= end && first.getYear() == ask.asOf().getYear();
      if ((year - scale.from().getYear()) % step == 0 || step == 1) {
        canvas.write(
            Ink.TEXT_YEAR,
            room && elsewhere ? List.of(plain, beside) : room ? List.of(plain) : List.of());
      }
    }
  }

  /** Hairlines and grey, when it is known how far down they go. */
  void ground(int bottom) {
    int now = scale.x(ask.asOf());
    canvas.farthest(new Box(Ink.FUTURE, new Rect(now, HEAD, scale.right() - now, bottom - HEAD)));
    canvas.behind(new Line(Ink.AXIS, scale.left(), HEAD, scale.right(), HEAD));
    int step = MONTH_STEPS.stream().filter(months -> scale.months(months) >= ROOM_FOR_MONTH).findFirst().orElse(12);
    LocalDate day = scale.from().withDayOfMonth(1).plusMonths(1);
    for (; day.isBefore(scale.until()); day = day.plusMonths(1)) {
      boolean year = day.getMonthValue() == 1;
      if (year || (step < 12 && (day.getMonthValue() - 1) % step == 0)) {
        int x = scale.x(day);
        canvas.behind(new Line(year ? Ink.AXIS_YEAR : Ink.AXIS, x, year ? 2 : HEAD, x, bottom));
      }
    }
    canvas.behind(new Line(Ink.AXIS_YEAR, scale.left(), 2, scale.left(), bottom));
    canvas.behind(new Line(Ink.AXIS_YEAR, scale.right(), HEAD, scale.right(), bottom));
    canvas.draw(new Line(Ink.NOW, now, 22, now, bottom));
  }
}
