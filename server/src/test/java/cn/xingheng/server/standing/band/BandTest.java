package cn.xingheng.server.standing.band;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.StandingSpan;
import cn.xingheng.core.standing.StandingSpans;
import cn.xingheng.server.standing.band.Drawing.Box;
import cn.xingheng.server.standing.band.Drawing.Dot;
import cn.xingheng.server.standing.band.Drawing.Label;
import cn.xingheng.server.standing.band.Drawing.Line;
import cn.xingheng.server.standing.band.Drawing.Path;
import cn.xingheng.server.standing.band.Drawing.Point;
import cn.xingheng.server.standing.band.Drawing.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("时间线之图")
class BandTest {

  private static final Set<Ink> TICKS = Set.of(Ink.TICK, Ink.TICK_DONE, Ink.NOW);

  private static Drawing busy() {
    return Band.draw(Lives.all().get("busy"));
  }

  /** Labels that meet another label or are struck through by a tick or by the line of the day. */
  private static List<String> crossings(Drawing drawing) {
    List<String> found = new ArrayList<>();
    List<Label> labels = drawing.all(Label.class);
    for (int i = 0; i < labels.size(); i++) {
      Label one = labels.get(i);
      for (Label other : labels.subList(i + 1, labels.size())) {
        if (one.at().meets(other.at())) {
          found.add(one.text() + " / " + other.text());
        }
      }
      for (Line line : drawing.all(Line.class)) {
        boolean tick = TICKS.contains(line.ink()) && one.ink() != Ink.TEXT_NOW;
        if (tick && one.at().meets(new Rect(line.x1(), line.y1(), 1, line.y2() - line.y1()))) {
          found.add(one.text() + " / " + line);
        }
      }
    }
    return found;
  }

  private static Rect extent(Shape shape) {
    return switch (shape) {
      case Box box -> box.at();
      case Label label -> label.at();
      case Line line -> new Rect(
          Math.min(line.x1(), line.x2()), Math.min(line.y1(), line.y2()),
          Math.abs(line.x2() - line.x1()), Math.abs(line.y2() - line.y1()));
      case Dot dot -> new Rect(dot.at().x() - 4, dot.at().y() - 4, 8, 8);
      case Path path -> {
        int x = path.points().stream().mapToInt(Point::x).min().orElseThrow();
        int y = path.points().stream().mapToInt(Point::y).min().orElseThrow();
        yield new Rect(
            x, y, path.points().stream().mapToInt(Point::x).max().orElseThrow() - x,
            path.points().stream().mapToInt(Point::y).max().orElseThrow() - y);
      }
    };
  }

  private static void sound(String name, Drawing drawing) {
    assertThat(crossings(drawing)).as(name).isEmpty();
    Rect frame = new Rect(0, 0, drawing.width(), drawing.height());
    for (Shape shape : drawing.shapes()) {
      assertThat(frame.holds(extent(shape))).as("%s: %s within %s", name, shape, frame).isTrue();
    }
  }

  @Test
  @DisplayName("每一种情形：字不相压，线不穿字，图形都在框内")
  void readable() {
    for (Map.Entry<String, BandAsk> life : Lives.all().entrySet()) {
      sound(life.getKey(), Band.draw(life.getValue()));
    }
  }

  @Test
  @DisplayName("两年半里每季看一次，三种时段，两种语言：字不相压，线不穿字，图形都在框内")
  void everyQuarter() {
    List<Dossier> lives = List.of(Lives.busy(), Lives.holds(), Lives.many(), Lives.years(), Lives.older());
    int drawn = 0;
    for (Dossier life : lives) {
      for (LocalDate day = LocalDate.of(2024, 6, 3); day.getYear() < 2027; day = day.plusDays(89)) {
        for (Reach reach : Reach.values()) {
          for (Words words : List.of(Lives.ZH, Lives.EN)) {
            sound(day + " " + reach, Band.draw(Lives.ask(life, day.toString(), reach, words)));
            drawn++;
          }
        }
      }
    }
    assertThat(drawn).isGreaterThan(300);
  }

  @Test
  @DisplayName("相压的字和穿字的线查得出来")
  void crossingsAreFound() {
    Label one = new Label(Ink.TEXT, new Rect(10, 10, 40, 15), "一", false);
    Label two = new Label(Ink.TEXT, new Rect(45, 12, 40, 15), "二", false);
    Line tick = new Line(Ink.TICK, 70, 0, 70, 100);
    assertThat(crossings(new Drawing("", "", 100, 100, List.of(one, two)))).hasSize(1);
    assertThat(crossings(new Drawing("", "", 100, 100, List.of(two, tick)))).hasSize(1);
    assertThat(crossings(new Drawing("", "", 100, 100, List.of(one, tick)))).isEmpty();
  }

  private static Stream<Rect> answer(Drawing drawing, Standing standing) {
    Stream<Ink> inks = switch (standing) {
      case EFFECTIVE -> Stream.of(Ink.PAID, Ink.PAID_LATER);
      case SUSPENDED, ENDED -> Stream.of(Ink.UNPAID, Ink.UNPAID_LATER);
      case NONE -> Stream.of(Ink.UNSIGNED);
      case UNRESOLVED -> Stream.of(Ink.UNKNOWN);
    };
    return inks.flatMap(drawing::boxes).filter(box -> box.y() >= Axis.TOP && box.bottom() <= Axis.TOP + 22);
  }

  @Test
  @DisplayName("资格的每一段都画在第一行，首日到末日一天不少")
  void everySpan() {
    int checked = 0;
    for (Map.Entry<String, BandAsk> life : Lives.all().entrySet()) {
      BandAsk ask = life.getValue();
      Drawing drawing = Band.draw(ask);
      List<StandingSpan> spans = StandingSpans.reckon(ask.dossier(), ask.site());
      Scale scale = Band.scale(ask, spans, Marks.gather(ask));
      for (StandingSpan span : spans) {
        LocalDate day = span.days().getStart().isBefore(scale.from()) ? scale.from() : span.days().getStart();
        LocalDate end = span.days().getEnd().isAfter(scale.until()) ? scale.until() : span.days().getEnd();
        for (; day.isBefore(end); day = day.plusDays(1)) {
          int x = scale.x(day);
          assertThat(answer(drawing, span.standing()).anyMatch(box -> box.x() <= x && x < box.right()))
              .as("%s %s %s", life.getKey(), span.standing(), day).isTrue();
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(5_000);
  }

  @Test
  @DisplayName("看的那天之后，无人办理才会如此的，画虚线；已定的仍是实的；之前没有虚线")
  void dashedAfter() {
    BandAsk ask = Lives.all().get("busy");
    Drawing drawing = busy();
    Scale scale = Band.scale(ask, StandingSpans.reckon(ask.dossier(), ask.site()), Marks.gather(ask));
    int now = scale.x(ask.asOf());
    assertThat(drawing.boxes(Ink.UNPAID_LATER).toList()).singleElement()
        .satisfies(box -> assertThat(box.x()).isEqualTo(scale.x(LocalDate.of(2026, 6, 30))));
    assertThat(drawing.boxes(Ink.UNPAID).anyMatch(box -> box.x() < now && box.right() > now)).isTrue();
    assertThat(drawing.boxes(Ink.CAUSE_LATER).toList()).hasSize(2).allMatch(box -> box.x() >= now);
    List<Path> paths = drawing.all(Path.class);
    assertThat(paths.stream().filter(path -> path.ink() == Ink.STEP_LATER).flatMap(path -> path.points().stream()))
        .isNotEmpty().allMatch(point -> point.x() >= now);
    assertThat(paths.stream().filter(path -> path.ink() == Ink.STEP).flatMap(path -> path.points().stream()))
        .isNotEmpty().allMatch(point -> point.x() <= now);
    assertThat(drawing.boxes(Ink.FUTURE)).singleElement().satisfies(box -> assertThat(box.x()).isEqualTo(now));
    Drawing quiet = Band.draw(Lives.all().get("quiet"));
    assertThat(quiet.boxes(Ink.UNPAID_LATER)).isEmpty();
    assertThat(quiet.boxes(Ink.PAID_LATER)).isNotEmpty();
  }

  @Test
  @DisplayName("门槛来自规则版本，写在右边；没有总分的版本也一样；分数高过总分也画得下")
  void thresholds() {
    assertThat(texts(busy())).contains("6 约谈", "9 可暂停", "12 解除");
    assertThat(texts(Band.draw(Lives.all().get("older")))).contains("5 暂停", "10 暂停", "15 解除");
    Drawing many = Band.draw(Lives.all().get("many"));
    assertThat(texts(many)).contains("6 约谈", "9 可暂停", "12 解除", "40");
    assertThat(many.all(Dot.class)).hasSize(12);
  }

  @Test
  @DisplayName("每种原因一行；撤销的扣分是虚影；期限写在下面；没有期限也说出来")
  void parts() {
    Drawing holds = Band.draw(Lives.all().get("holds"));
    assertThat(texts(holds)).contains(
        "执业证吊销", "暂停执业", "停处方权", "暂停处理", "恢复未准", "恢复待批", "未申请恢复", "机构停");
    assertThat(busy().all(Path.class)).filteredOn(path -> path.ink() == Ink.GHOST).hasSize(1);
    assertThat(holds.all(Path.class)).noneMatch(path -> path.ink() == Ink.GHOST);
    assertThat(texts(busy())).contains(
        "2 分，已撤销", "06-29 申请恢复截止", "06-29 答复截止（06-12 收到）", "04-30 最早生效日", "12-31 协议期满",
        "02-26 约谈（已做）", "今天 06-16", "06-12 起", "03-10 至 04-09", "暂停 2 个月，04-30 至 06-29", "06-30 起，无人办理则延续");
    assertThat(texts(Band.draw(Lives.all().get("nothing")))).contains("没有期限", "未签协议");
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.all(Label.class).stream().map(Label::text).toList();
  }

  @Test
  @DisplayName("同一问画两次，一模一样")
  void pure() {
    assertThat(busy()).isEqualTo(busy());
  }
}
