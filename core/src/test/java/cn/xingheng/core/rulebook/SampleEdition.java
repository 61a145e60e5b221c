package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.core.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small edition put together for tests: its numbers are no regulation's. */
public final class SampleEdition {

  public static final Citation ARTICLE = Citation.of("样1");

  private SampleEdition() {}

  /** Terms of so many months, or as the institution's; items {@code one} of 1 and {@code six} of 6 points. */
  public static Edition with(@Nullable Integer termMonths, boolean renews, Reading... readings) {
    SequencedMap<String, Item> catalogue = new LinkedHashMap<>();
    catalogue.put("one", new Item("one", 1, ARTICLE, "一分的"));
    catalogue.put("six", new Item("six", 6, ARTICLE, "六分的"));
    SequencedMap<ReadingKey, Reading> chosen = new LinkedHashMap<>();
    Arrays.stream(readings).forEach(reading -> chosen.put(reading.key(), reading));
    return new Edition(
        "sample", "样例", List.of("样例文件"), List.of(),
        new InForce(LocalDate.of(2020, 1, 1), null, true, null, ARTICLE, "施行"),
        new CodeForm("样", ARTICLE, "编码"), new PointsAccount(Window.YEAR, null, ARTICLE, "记分"), catalogue,
        List.of(), null, new Notice(0, ARTICLE, "通知"), new Bar(false, ARTICLE, null, ARTICLE, "禁入"),
        new Resumption.Automatic(ARTICLE, "恢复"), null, null, new Terms(termMonths, renews, ARTICLE, "协议期"),
        new Release(0, ARTICLE, ARTICLE, "解约"), null, Map.of(), new Clause(ARTICLE, "机构"), List.of(), null, null,
        null, List.of("优秀"), List.of(), Map.of("points", new Clause(ARTICLE, "扣分")), new Clause(ARTICLE, "急诊"),
        chosen, "0");
  }

  /** The law of an edition, with a calendar of one year without holidays: nothing here asks for working days. */
  public static Law law(Edition edition) {
    return new Law(edition, WorkCalendar.of(List.of(new HolidayYear(2026, List.of("测试用表"), Set.of(), Set.of()))));
  }

  /** A reading in force by the first of the words, the others its alternatives. */
  public static Reading reading(ReadingKey key, String word, String... alternatives) {
    return new Reading(key, word, List.of(alternatives), Citation.of("样2"), "因为");
  }
}
