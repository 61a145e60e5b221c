package cn.xingheng.server.standing.band;

import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.rulebook.Window;
import cn.xingheng.core.standing.Overturned;
import cn.xingheng.core.standing.PointsSpan;
import cn.xingheng.core.standing.PointsSpans;
import cn.xingheng.server.standing.band.Canvas.Spot;
import cn.xingheng.server.standing.band.Drawing.Dot;
import cn.xingheng.server.standing.band.Drawing.Line;
import cn.xingheng.server.standing.band.Drawing.Path;
import cn.xingheng.server.standing.band.Drawing.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** 「扣分累计」 The running total as steps, with the thresholds of the edition named at the right. */
final class Totals {

  private static final int LEAST = 81;
  private static final int MOST = 168;
  private static final int PER_POINT = 9;
  private static final int HEADROOM = 20;
  private static final int LABEL = 15;

  private final BandAsk ask;
  private final Scale scale;
  private final Canvas canvas;
  private final List<PointsSpan> spans;
  private final List<PointsSpan> shown;
  private final SortedMap<Integer, String> thresholds;
  private final List<Overturned> overturned;
  private final int most;
  private int base;
  private int height;

  Totals(BandAsk ask, Scale scale, Canvas canvas) {
    this.ask = ask;
    this.scale = scale;
    this.canvas = canvas;
    Account account = ask.dossier().accountAt(ask.site(), ask.asOf());
    this.spans = PointsSpans.reckon(ask.dossier(), account);
    this.shown = spans.stream().filter(span -> scale.shows(span.days())).toList();
    this.thresholds = thresholds(ask.dossier().law().edition(), ask.words());
    this.overturned =
        Overturned.reckon(ask.dossier()).stream().filter(one -> scale.shows(one.fact().on())).toList();
    int top = thresholds.isEmpty() ? 1 : thresholds.lastKey();
    for (PointsSpan span : shown) {
      top = Math.max(top, span.points());
    }
    for (Overturned one : overturned) {
      top = Math.max(top, at(one.fact().on()) + one.points());
    }
    this.most = top;
  }

  /** The totals of the edition's own window that bring something, and what they bring, as short texts. */
  static SortedMap<Integer, String> thresholds(Edition edition, Words words) {
    SortedMap<Integer, String> found = new TreeMap<>();
    for (Rule rule : edition.rules()) {
      if (rule.trigger() instanceof Trigger.Total(Window window, var band) && window == edition.points().window()) {
        String what = words.say("band.threshold." + consequence(rule));
        found.merge(band.from(), what, (one, other) -> words.say("band.threshold.both", one, other));
      }
    }
    Integer budget = edition.points().budget();
    if (budget != null) {
      found.putIfAbsent(budget, words.say("band.threshold.budget"));
    }
    found.replaceAll((points, what) -> words.say("band.threshold", Integer.toString(points), what));
    return found;
  }

  private static String consequence(Rule rule) {
    String may = rule.force() == Force.MAY ? "may-" : "";
    return switch (rule.consequence()) {
      case Consequence.Interview() -> may + "interview";
      case Consequence.Suspend(var months) -> may + "suspend";
      case Consequence.Terminate(var years) -> may + "terminate";
    };
  }

  private int at(LocalDate day) {
    return spans.stream().filter(span -> span.days().contains(day)).findFirst().map(PointsSpan::points).orElse(0);
  }

  private int y(int points) {
    return base - points * height / most;
  }

  /** Draws the steps from here down, and says where their ground line is. */
  int draw(int top) {
    height = Math.clamp((long) most * PER_POINT, LEAST, MOST);
    base = top + HEADROOM + height;
    Words words = ask.words();
    int middle = base - height / 2;
    canvas.write(
        Ink.TEXT_LANE,
        List.of(Canvas.left(Ink.TEXT_LANE, scale.left() - 14, middle, words.say("band.lane.points"))));
    canvas.write(
        Ink.TEXT, List.of(Canvas.left(Ink.TEXT, scale.left() - 14, middle + 18, words.say("band.reset." + reset()))));
    thresholds();
    canvas.behind(new Line(Ink.AXIS_YEAR, scale.left(), base, scale.right(), base));
    steps();
    overturned.forEach(this::ghost);
    return base;
  }

  private String reset() {
    Edition edition = ask.dossier().law().edition();
    return edition.points().window() == Window.TERM
        ? "term" : edition.reads(ReadingKey.YEAR, "agreement") ? "agreement" : "year";
  }

  /** Names from the bottom up, each at least a line above the one below it. */
  private void thresholds() {
    int free = Integer.MAX_VALUE;
    for (var threshold : thresholds.entrySet()) {
      int y = y(threshold.getKey());
      canvas.behind(new Line(Ink.THRESHOLD, scale.left(), y, scale.right(), y));
      int baseline = Math.min(y + 4, free);
      canvas.write(Ink.TEXT, List.of(Canvas.right(Ink.TEXT, scale.right() + 8, baseline, threshold.getValue())));
      free = baseline - LABEL;
    }
  }

  private void steps() {
    LocalDate known = ask.open().minusDays(1);
    LocalDate cut = ask.open();
    List<Point> before = new ArrayList<>();
    List<Point> after = new ArrayList<>();
    for (PointsSpan span : shown) {
      int y = y(span.points());
      LocalDate from = span.days().getStart();
      LocalDate until = span.days().getEnd();
      if (from.isBefore(cut)) {
        line(before, scale.x(from), scale.x(until.isBefore(cut) ? until : known), y);
      }
      if (until.isAfter(cut)) {
        line(after, scale.x(from.isBefore(cut) ? known : from), scale.x(until), y);
      }
    }
    path(Ink.STEP, before);
    path(Ink.STEP_LATER, after);
    dots();
  }

  /** Goes level along, after going straight up or down from where the line ended. */
  private void line(List<Point> points, int from, int until, int y) {
    if (!points.isEmpty()) {
      Point last = points.getLast();
      canvas.keepOff(
          new Rect(from - 1, Math.min(last.y(), y) - 1, 3, Math.abs(last.y() - y) + 2));
    }
    points.add(new Point(from, y));
    points.add(new Point(until, y));
    canvas.keepOff(new Rect(from, y - 1, Math.max(1, until - from), 3));
  }

  private void path(Ink ink, List<Point> points) {
    if (points.size() > 1) {
      canvas.draw(new Path(ink, points));
    }
  }

  /** Where the total rises, the newest named first: among near ones it is the total that counts. */
  private void dots() {
    List<PointsSpan> rises = new ArrayList<>();
    for (PointsSpan span : shown) {
      boolean rise = span.points() > 0 && span.points() > at(span.days().getStart().minusDays(1));
      if (rise && scale.shows(span.days().getStart())) {
        rises.add(span);
        Point point = new Point(scale.x(span.days().getStart()), y(span.points()));
        canvas.draw(new Dot(Ink.DOT, point));
        canvas.keepOff(new Rect(point.x() - 4, point.y() - 4, 8, 8));
      }
    }
    for (PointsSpan span : rises.reversed()) {
      int x = scale.x(span.days().getStart());
      int y = y(span.points());
      String text = Integer.toString(span.points());
      canvas.write(
          Ink.TEXT_VALUE,
          List.of(
              Canvas.left(Ink.TEXT_VALUE, x - 4, y - 6, text),
              Canvas.right(Ink.TEXT_VALUE, x + 4, y - 7, text),
              Canvas.left(Ink.TEXT_VALUE, x - 6, y - 12, text)));
    }
  }

  /** What was overturned, from the day it was decided to the day it fell, upon the total that stands. */
  private void ghost(Overturned one) {
    LocalDate from = one.fact().on();
    int bottom = y(at(from));
    int top = y(at(from) + one.points());
    int left = scale.x(from);
    int right = Math.max(left + 6, scale.x(one.on()));
    canvas.draw(new Path(Ink.GHOST, List.of(
        new Point(left, bottom), new Point(left, top), new Point(right, top), new Point(right, bottom))));
    canvas.keepOff(new Rect(left, top - 1, right - left, 3));
    String text = ask.words().say("band.overturned", Integer.toString(one.points()));
    Optional<Spot> fits =
        Optional.of(Canvas.right(Ink.TEXT, left + 2, top - 6, text)).filter(spot -> spot.at().right() < scale.right());
    List<Spot> spots = new ArrayList<>();
    fits.ifPresent(spots::add);
    spots.add(Canvas.right(Ink.TEXT, right + 6, top + 6, text));
    spots.add(Canvas.left(Ink.TEXT, left - 6, top + 6, text));
    spots.add(Canvas.left(Ink.TEXT, right, top - 6, text));
    canvas.write(Ink.TEXT, spots.stream().filter(spot -> spot.at().x() > scale.left()
        && spot.at().right() < scale.right()).toList());
  }

  /** The highest total of each period, in words. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      PointsSpan span = shown.get(i);
      boolean falls = i + 1 == shown.size() || shown.get(i + 1).points() < span.points();
      if (span.points() > 0 && falls) {
        told.add(ask.words().say(
            "band.desc.points", span.days().getStart().toString(), Integer.toString(span.points())));
      }
    }
    return told;
  }
}
