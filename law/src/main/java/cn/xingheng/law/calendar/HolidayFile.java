package cn.xingheng.law.calendar;

import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one holiday file. Its four keys are all required, and there are no others:
 *
 * <pre>{@code
 * year: 2025
 * notices:
 *   - {number: 国办发明电〔2024〕12号, title: 国务院办公厅关于2025年部分节假日安排的通知, date: 2024-11-12}
 * off:
 *   - 2025-01-01
 *   - 2025-01-28..2025-02-04
 * work:
 *   - 2025-01-26
 * }</pre>
 *
 * <p>All days lie in the year of the file; a range includes both its ends. A day of December that the next year's
 * notice fixes stands in the file of its own calendar year, which then names that notice too. A day stands once.
 * Only weekend days are made working days. {@code work} may be empty, {@code off} may not.
 */
final class HolidayFile {

  private static final int FIRST_YEAR = 1996;
  private static final int LAST_YEAR = 9998;
  private static final int LONGEST_RANGE = 31;
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_NUMBER = 40;
  private static final int FRIDAY = 5;
  private static final Pattern NUMBER = Pattern.compile(".+〔([0-9]{4})〕[1-9][0-9]*号");
  private static final Pattern DAYS =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\.\\.([0-9]{4}-[0-9]{2}-[0-9]{2}))?");

  private final int year;
  /** Every day that was read, and where it stands. */
  private final Map<LocalDate, Element> seen = new LinkedHashMap<>();

  private HolidayFile(int year) {
    this.year = year;
  }

  /** The table in the file; refused whole with a {@link cn.xingheng.law.yaml.LawFault} that names all its faults. */
  static HolidayYear read(Source source) {
    Entries root = source.document().entries("year", "notices", "off", "work");
    HolidayFile file = new HolidayFile(root.get("year").number(FIRST_YEAR, LAST_YEAR));
    Faults faults = new Faults();
    Supplier<List<String>> notices = faults.attempt(() -> file.notices(root.get("notices")));
    Supplier<Set<LocalDate>> off = faults.attempt(() -> file.off(root.get("off")));
    Supplier<Set<LocalDate>> work = faults.attempt(() -> file.work(root.get("work")));
    faults.throwAny();
    return new HolidayYear(file.year, notices.get(), off.get(), work.get());
  }

  private List<String> notices(Element list) {
    Map<String, Element> numbers = new LinkedHashMap<>();
    return Faults.each(list.listOfSome(), element -> {
      Entries entries = element.entries("number", "title", "date");
      String title = entries.get("title").line(LONGEST_TITLE);
      LocalDate date = entries.get("date").day(LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 12, 31));
      String number = number(entries.get("number"), date);
      Element before = numbers.putIfAbsent(number, element);
      if (before != null) {
        throw element.refuse(number + " 写了两次，前一次在第 " + before.place().line() + " 行", "其中一个是另一份通知");
      }
      return number + "《" + title + "》（" + date + "）";
    });
  }

  private static String number(Element element, LocalDate date) {
    String number = element.line(LONGEST_NUMBER);
    Matcher matcher = NUMBER.matcher(number);
    if (!matcher.matches()) {
      throw element.refuse("`" + number + "` 不是发文字号", "应当写成 国办发明电〔2024〕12号 这样");
    }
    if (Integer.parseInt(matcher.group(1)) != date.getYear()) {
      throw element.refuse(number + " 的年份与成文日期 " + date + " 不同", "字号或日期的年份写错了");
    }
    return number;
  }

  private Set<LocalDate> off(Element list) {
    Set<LocalDate> off = new TreeSet<>();
    Faults.each(list.listOfSome(), element -> {
      Matcher ends = matched(element, "放假日（如 2026-01-01）或连续几日（如 2026-10-01..2026-10-07）");
      LocalDate first = day(element, ends.group(1));
      LocalDate last = ends.group(2) == null ? first : day(element, ends.group(2));
      if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_RANGE - 1))) {
        throw element.refuse(
            element.text() + " 不是 1 至 " + LONGEST_RANGE + " 日的一段", "首日在前、末日在后；月份写错了");
      }
      first.datesUntil(last.plusDays(1)).forEach(day -> once(element, day));
      first.datesUntil(last.plusDays(1)).forEach(off::add);
      return first;
    });
    return off;
  }

  private Set<LocalDate> work(Element list) {
    return new TreeSet<>(Faults.each(list.list(), element -> {
      Matcher one = matched(element, "上班日（如 2026-01-04）");
      if (one.group(2) != null) {
        throw element.refuse("上班日要逐日写，这里写了一段", "拆成两行，每行一日");
      }
      LocalDate day = day(element, one.group(1));
      if (day.getDayOfWeek().getValue() <= FRIDAY) {
        throw element.refuse(day + " 是星期一至星期五，本来就上班", "日期写错了：只有星期六、星期日才会调为上班日");
      }
      once(element, day);
      return day;
    }));
  }

  private static Matcher matched(Element element, String due) {
    Matcher matcher = DAYS.matcher(element.isText() ? element.text() : "");
    if (!matcher.matches()) {
      throw element.mistyped(due);
    }
    return matcher;
  }

  private LocalDate day(Element element, String text) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException cause) {
      throw element.refuse("没有 " + text + " 这一天", "月或日写错了");
    }
    if (day.getYear() != year) {
      throw element.refuse(day + " 不在 " + year + " 年", "它应当写进 " + day.getYear() + " 年的表；每张表只写本年的日子");
    }
    return day;
  }

  private void once(Element element, LocalDate day) {
    Element before = seen.putIfAbsent(day, element);
    if (before != null) {
      throw element.refuse(day + " 写了两次，前一次在第 " + before.place().line() + " 行", "两段相叠，或后来的通知取消了其中一个");
    }
  }
}
