package cn.xingheng.server.standing;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.house.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of physicians, as it stands in the query string.
 *
 * @param given the filters and the page as they were written, blank ones left out
 * @param asOf the day the list looks at
 * @param from between which two rows the page begins, or null for the first page
 * @param picked ids of single physicians, when only those are wanted
 */
public record PhysicianAsk(
    Map<String, String> given, Search search, @Nullable String institution, @Nullable Standing standing,
    @Nullable Cause cause, @Nullable Integer points, LocalDate asOf, int size, @Nullable From from,
    List<String> picked) {
  /** How many rows a page may have. */
  public static final List<Integer> SIZES = List.of(20, 50, 100);

  /** The names of the filters, in the order of the form. */
  public static final List<String> FILTERS = List.of("q", "institution", "standing", "cause", "points");

  private static final List<String> KNOWN =
      List.of("q", "institution", "standing", "cause", "points", "asOf", "size", "after", "before");
  private static final int LONGEST = 64;
  private static final int MOST_PICKED = 500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /**
   * A place between two rows.
   *
   * @param backward whether the page ends there instead of beginning
   */
  public record From(String pinyin, String id, boolean backward) {}

  public PhysicianAsk {
    given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
    picked = List.copyOf(picked);
  }

  /**
   * Reads a query string.
   *
   * @throws Problem 400 with a sentence when a value cannot be read
   */
  public static PhysicianAsk of(Map<String, String> query, List<String> picked, LocalDate today) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : KNOWN) {
      String value = query.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        given.put(name, value);
      }
    }
    String typed = given.getOrDefault("q", "");
    if (typed.length() > LONGEST || picked.size() > MOST_PICKED) {
      throw Problem.of(400, "problem.request");
    }
    return new PhysicianAsk(
        given, Search.of(typed), given.get("institution"), read(given, "standing", Standing::find),
        read(given, "cause", Cause::find), read(given, "points", PhysicianAsk::number),
        Optional.ofNullable(read(given, "asOf", PhysicianAsk::day)).orElse(today),
        Optional.ofNullable(read(given, "size", PhysicianAsk::size)).orElse(SIZES.getFirst()), from(given), picked);
  }

  private static <T> @Nullable T read(
      Map<String, String> given, String name, java.util.function.Function<String, Optional<T>> reader) {
    String value = given.get(name);
    if (value == null) {
      return null;
    }
    return reader.apply(value).orElseThrow(() -> Problem.of(400, "physicians.trouble." + name, value));
  }

  private static Optional<Integer> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Integer> size(String text) {
    return number(text).filter(SIZES::contains);
  }

  /** A day as it is written in addresses. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 9999);
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  private static @Nullable From from(Map<String, String> given) {
    boolean backward = given.containsKey("before");
    String place = given.get(backward ? "before" : "after");
    if (place == null) {
      return null;
    }
    int comma = place.lastIndexOf(',');
    if (comma < 0) {
      throw Problem.of(400, "problem.request");
    }
    return new From(place.substring(0, comma), place.substring(comma + 1), backward);
  }

  /** The address of the same list with one value written otherwise, from its first page; null takes it away. */
  public String with(String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(given);
    changed.remove("after");
    changed.remove("before");
    changed.remove(name);
    if (value != null) {
      changed.put(name, value);
    }
    return "/physicians" + query(changed);
  }

  /** The address of the page that follows, or precedes, a row. */
  public String beside(String name, PhysicianRow row) {
    return with(name, row.pinyin() + "," + row.id());
  }

  /** The address of the same filters behind another door, without page and size. */
  public String door(String door) {
    Map<String, String> filters = new LinkedHashMap<>(given);
    filters.keySet().retainAll(List.of("q", "institution", "standing", "cause", "points", "asOf"));
    return "/physicians/" + door + query(filters);
  }

  /** The address without any filter, on the same day. */
  public String bare() {
    Map<String, String> rest = new LinkedHashMap<>(given);
    rest.keySet().retainAll(List.of("asOf", "size"));
    return "/physicians" + query(rest);
  }

  /** The filters in force, in order. */
  public List<String> filters() {
    return FILTERS.stream().filter(given::containsKey).toList();
  }

  /** What was written for a name, or nothing. */
  public String written(String name) {
    return given.getOrDefault(name, "");
  }

  private static String query(Map<String, String> values) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** The same from another place, with pages of another size. */
  PhysicianAsk page(@Nullable From place, int rows) {
    return new PhysicianAsk(
        given, search, institution, standing, cause, points, asOf, rows, place, picked);
  }
}
