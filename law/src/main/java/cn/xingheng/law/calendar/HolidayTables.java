package cn.xingheng.law.calendar;

import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import cn.xingheng.law.yaml.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 「年度节假日安排表」 The holiday tables that are shipped, 2010 onward without a gap, and the calendar made of them.
 *
 * <p>A later year comes from a file of the same shape:
 * {@code HolidayTables.shipped().with(HolidayTables.read(Path.of("2027.yaml")))}.
 */
public final class HolidayTables {

  private static final int FIRST_SHIPPED = 2010;

  private HolidayTables() {}

  /** The calendar of all shipped tables. */
  public static WorkCalendar shipped() {
    return WorkCalendar.of(shippedYears());
  }

  /**
   * The shipped tables in the order of years.
   *
   * @throws LawFault when one is faulty or holds another year than its name says
   */
  public static List<HolidayYear> shippedYears() {
    List<HolidayYear> years = new ArrayList<>();
    Optional<HolidayYear> table = findShipped(FIRST_SHIPPED);
    while (table.isPresent()) {
      years.add(table.get());
      table = findShipped(table.get().year() + 1);
    }
    return List.copyOf(years);
  }

  /**
   * The table in a file.
   *
   * @throws LawFault when there is no such file or it is not a whole and valid table
   */
  public static HolidayYear read(Path file) {
    return read(Source.read(file));
  }

  /**
   * The table in a text.
   *
   * @throws LawFault when it is not a whole and valid table
   */
  public static HolidayYear read(Source source) {
    return HolidayFile.read(source);
  }

  private static Optional<HolidayYear> findShipped(int year) {
    String name = "/holidays/" + year + ".yaml";
    try (InputStream stream = HolidayTables.class.getResourceAsStream(name)) {
      if (stream == null) {
        return Optional.empty();
      }
      HolidayYear table = read(Source.of(name, stream.readAllBytes()));
      if (table.year() != year) {
        throw new LawFault(new Place(name, 1, 1), "表中的年份是 " + table.year() + "，与文件名不同", "文件名或 year 写错了");
      }
      return Optional.of(table);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
