package cn.xingheng.server.standing.band;

import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.StandingSpan;
import cn.xingheng.server.standing.band.Canvas.Spot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.LocalDateRange;

/** 「资格与原因」 One lane for the answer, and a thin one for each cause, so that overlaps are seen. */
final class Lanes {

  /** Causes that end as soon as somebody asks, answers or signs: from a day on they are no more than likely. */
  private static final Set<Cause> OPEN =
      EnumSet.of(Cause.EXPIRED, Cause.NOT_APPLIED, Cause.PENDING_REVIEW, Cause.RESUMPTION_REFUSED);

  private static final int ANSWER = 22;
  private static final int CAUSE = 20;
  private static final int PITCH = 26;

  private final BandAsk ask;
  private final Scale scale;
  private final Canvas canvas;
  private final List<StandingSpan> spans;
  private final LocalDate cut;

  Lanes(BandAsk ask, Scale scale, Canvas canvas, List<StandingSpan> spans) {
    this.ask = ask;
    this.scale = scale;
    this.canvas = canvas;
    this.spans = spans;
    this.cut = ask.open();
  }

  /** The causes that are shown, in order of precedence. */
  static List<Cause> causes(Scale scale, List<StandingSpan> spans) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    spans.stream().filter(span -> scale.shows(span.days())).forEach(span -> causes.addAll(span.causes()));
    causes.remove(Cause.NOT_SIGNED);
    return List.copyOf(causes);
  }

  /** A stretch of one lane in one ink. */
  private record Run(Ink ink, LocalDateRange days) {}

  /** Draws the lanes from here down, and says where they end. */
  int draw(int top) {
    name(ask.words().say("band.lane.answer"), top + ANSWER / 2);
    answer(top);
    int y = top + ANSWER + 12;
    for (Cause cause : causes(scale, spans)) {
      name(ask.words().say("band.cause." + cause.word()), y + CAUSE / 2);
      causeLane(cause, y);
      y += PITCH;
    }
    return y;
  }

  private void name(String text, int middle) {
    canvas.write(
        Ink.TEXT_LANE, List.of(Canvas.left(Ink.TEXT_LANE, scale.left() - 14, middle + 5, text)));
  }

  /** Which ink a span has as far as it is known and after that, or none. */
  private interface Inks {
    Optional<Ink> of(StandingSpan span, boolean later);
  }

  private Optional<Ink> answer(StandingSpan span, boolean later) {
    return Optional.of(switch (span.standing()) {
      case EFFECTIVE -> later ? Ink.PAID_LATER : Ink.PAID;
      case SUSPENDED, ENDED -> later && OPEN.containsAll(span.causes()) ? Ink.UNPAID_LATER : Ink.UNPAID;
      case NONE -> Ink.UNSIGNED;
      case UNRESOLVED -> Ink.UNKNOWN;
    });
  }

  /** The spans as stretches of one ink, cut where nothing more is known. */
  private List<Run> runs(Inks inks) {
    List<Run> runs = new ArrayList<>();
    for (StandingSpan span : spans) {
      LocalDateRange days = span.days();
      if (days.getStart().isBefore(cut)) {
        LocalDateRange before = days.getEnd().isAfter(cut) ? LocalDateRange.of(days.getStart(), cut) : days;
        inks.of(span, false).ifPresent(ink -> append(runs, ink, before));
      }
      if (days.getEnd().isAfter(cut)) {
        LocalDateRange after = days.getStart().isBefore(cut) ? LocalDateRange.of(cut, days.getEnd()) : days;
        inks.of(span, true).ifPresent(ink -> append(runs, ink, after));
      }
    }
    return runs.stream().filter(run -> scale.shows(run.days())).toList();
  }

  private static void append(List<Run> runs, Ink ink, LocalDateRange days) {
    Run last = runs.isEmpty() ? null : runs.getLast();
    if (last != null && last.ink() == ink && last.days().getEnd().equals(days.getStart())) {
      runs.removeLast();
      LocalDateRange joined = LocalDateRange.of(last.days().getStart(), days.getEnd());
      runs.add(new Run(ink, joined));
    } else {
      runs.add(new Run(ink, days));
    }
  }

  private Rect place(LocalDateRange days, int y, int height) {
    int from = scale.x(days.getStart());
    int width = Math.max(3, scale.x(days.getEnd()) - from);
    return new Rect(Math.min(from, scale.right() - width), y, width, height);
  }

  private static boolean thin(Run run) {
    return run.ink() == Ink.PAID || run.ink() == Ink.PAID_LATER || run.ink() == Ink.UNSIGNED;
  }

  /** Thick where nothing is paid, thin where it is; what hurts is named first. */
  private void answer(int top) {
    List<Run> runs = runs(this::answer);
    List<Rect> boxes =
        runs.stream().map(run -> thin(run) ? place(run.days(), top + 8, 6) : place(run.days(), top, ANSWER)).toList();
    for (int i = 0; i < runs.size(); i++) {
      canvas.box(runs.get(i).ink(), boxes.get(i));
    }
    for (boolean thin : new boolean[] {false, true}) {
      for (int i = 0; i < runs.size(); i++) {
        if (thin(runs.get(i)) == thin) {
          answerName(runs.get(i), boxes.get(i), top);
        }
      }
    }
  }

  private void answerName(Run run, Rect box, int top) {
    Standing standing = standing(run.days());
    String plain = Telling.standing(ask.words(), standing);
    if (thin(run)) {
      inside(Ink.TEXT, new Rect(box.x(), top - 8, box.width(), 16), top + 4, List.of(plain));
      return;
    }
    boolean later = run.ink() == Ink.UNPAID_LATER;
    Ink ink = run.ink() == Ink.UNPAID ? Ink.TEXT_UNPAID : later ? Ink.TEXT_HURT : Ink.TEXT_KEY;
    List<String> texts = later ? List.of(ask.words().say("band.later." + standing.word()), plain) : List.of(plain);
    if (!inside(ink, box, top + 16, texts)) {
      canvas.write(
          Ink.TEXT_HURT,
          within(List.of(
              Canvas.right(Ink.TEXT_HURT, box.right() + 4, top + 4, plain),
              Canvas.left(Ink.TEXT_HURT, box.x() - 4, top + 4, plain))));
    }
  }

  /** The places that lie within the days shown. */
  private List<Spot> within(List<Spot> spots) {
    return spots.stream()
        .filter(spot -> spot.at().x() > scale.left() && spot.at().right() < scale.right()).toList();
  }

  /** The standing with which a stretch of the answer begins. */
  private Standing standing(LocalDateRange days) {
    return spans.stream().filter(span -> span.days().contains(days.getStart())).findFirst()
        .map(StandingSpan::standing).orElse(Standing.NONE);
  }

  /** Writes the longest of the texts that the box holds, past the line of the day where that is better. */
  private boolean inside(Ink ink, Rect box, int baseline, List<String> texts) {
    List<Spot> spots = new ArrayList<>();
    int now = scale.x(ask.asOf());
    for (String text : texts) {
      for (int x : new int[] {Math.max(box.x(), scale.left()) + 6, now + 8}) {
        Spot spot = Canvas.within(ink, x, baseline, text);
        if (spot.at().x() > box.x() && spot.at().right() <= box.right()) {
          spots.add(spot);
        }
      }
    }
    return canvas.write(ink, spots);
  }

  private void causeLane(Cause cause, int y) {
    List<Run> runs =
        runs((span, later) -> span.causes().contains(cause)
            ? Optional.of(later && OPEN.contains(cause) ? Ink.CAUSE_LATER : Ink.CAUSE)
            : Optional.empty());
    List<Rect> boxes = runs.stream().map(run -> place(run.days(), y, CAUSE)).toList();
    for (int i = 0; i < runs.size(); i++) {
      canvas.box(runs.get(i).ink(), boxes.get(i));
    }
    for (int i = 0; i < runs.size(); i++) {
      label(cause, runs.get(i), boxes.get(i), y + 15);
    }
  }

  /** Says as much as there is room for, within the box where it fits, else beside it. */
  private void label(Cause cause, Run run, Rect box, int baseline) {
    for (String text : texts(cause, run)) {
      List<Spot> beside =
          within(List.of(
              Canvas.right(Ink.TEXT_HURT, box.right() + 6, baseline, text),
              Canvas.left(Ink.TEXT_HURT, box.x() - 6, baseline, text)));
      if (inside(Ink.TEXT_HURT, box, baseline, List.of(text)) || canvas.write(Ink.TEXT_HURT, beside)) {
        return;
      }
    }
  }

  private List<String> texts(Cause cause, Run run) {
    Words words = ask.words();
    if (run.ink() == Ink.CAUSE_LATER && run.days().getStart().equals(cut)) {
      return List.of(words.say("band.open"));
    }
    String since = words.say("band.since", Telling.monthDay(run.days().getStart()));
    if (run.ink() == Ink.CAUSE && goesOn(cause, run)) {
      return List.of(since);
    }
    String days = Telling.days(words, run.days());
    if (run.ink() == Ink.CAUSE_LATER) {
      return List.of(words.say("band.open-since", Telling.monthDay(run.days().getStart())), words.say("band.open"));
    }
    List<Sanction> running =
        suspensions().stream().filter(sanction -> sanction.days().overlaps(run.days())).toList();
    return cause == Cause.POINTS && running.size() == 1
        ? List.of(words.say("band.months", Integer.toString(running.getFirst().length()), days), days, since)
        : List.of(days, since);
  }

  /** Whether the cause is cut here only because nothing more is known. */
  private boolean goesOn(Cause cause, Run run) {
    return run.days().getEnd().equals(cut)
        && spans.stream().anyMatch(span -> span.days().contains(cut) && span.causes().contains(cause));
  }

  private List<Sanction> suspensions() {
    return ask.dossier().sanctions().all().stream()
        .filter(sanction -> sanction.runs() && !sanction.terminates())
        .toList();
  }
}
