package cn.xingheng.law.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The second computation: the shipped files scanned line by line, and days counted one by one.
 * It shares nothing with the calendar or the reader, on purpose; slow and plain is what makes it a witness.
 */
final class RawTables {

  static final int FIRST_YEAR = 2010;
  static final int LAST_YEAR = 2026;

  private final Map<LocalDate, Boolean> worked = new TreeMap<>();

  /** The tables of these years, both included. */
  static RawTables of(int first, int last) {
    RawTables tables = new RawTables();
    for (int year = first; year <= last; year++) {
      LocalDate newYear = LocalDate.of(year, 1, 1);
      for (LocalDate day = newYear; day.getYear() == year; day = day.plusDays(1)) {
        DayOfWeek weekday = day.getDayOfWeek();
        tables.worked.put(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
      }
      tables.scan(text("/holidays/" + year + ".yaml"));
    }
    return tables;
  }

  static String text(String resource) {
    try (InputStream stream = RawTables.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void scan(String text) {
    String part = "";
    for (String line : text.split("\n")) {
      if (line.startsWith("off:") || line.startsWith("work:")) {
        part = line.substring(0, line.indexOf(':'));
      } else if (line.startsWith("  - 2")) {
        String entry = line.substring(4).split("#")[0].strip();
        LocalDate day = LocalDate.parse(entry.substring(0, 10));
        LocalDate last = LocalDate.parse(entry.substring(entry.length() - 10));
        while (!day.isAfter(last)) {
          worked.put(day, part.equals("work"));
          day = day.plusDays(1);
        }
      }
    }
  }

  /** Whether the day is worked, or nothing when no table holds it. */
  Optional<Boolean> worked(LocalDate day) {
    return Optional.ofNullable(worked.get(day));
  }

  /** The n-th working day met from this day on, itself included, by steps of 1 or -1; nothing outside the tables. */
  Optional<LocalDate> count(LocalDate from, int n, int step) {
    LocalDate day = from;
    int left = n;
    while (true) {
      Boolean known = worked.get(day);
      if (known == null) {
        return Optional.empty();
      }
      if (known) {
        left = left - 1;
      }
      if (left == 0) {
        return Optional.of(day);
      }
      day = day.plusDays(step);
    }
  }
}
