package cn.xingheng.law.cases;

import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Near;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 「案例所用的版本和日历」 The edition and the calendar that a case asks for, each read once.
 *
 * <p>May be used by several threads.
 */
public final class CaseEditions {

  /** 「找到与否」 The edition of a case, or why there is none. */
  public sealed interface Found {}

  /** The edition, read as the case asks. */
  public record Ready(Edition edition) implements Found {}

  /** No edition: the case is read, and counts as failed. */
  public record Absent(String why) implements Found {}

  private static final int MOST_VARIANTS = 1_000;

  private final List<String> shipped = Editions.shipped();
  private final WorkCalendar calendar;
  private final Map<Path, Edition> files = new ConcurrentHashMap<>();
  private final Map<String, Edition> ids = new ConcurrentHashMap<>();
  private final Map<List<Object>, Edition> variants = new ConcurrentHashMap<>();
  private final Map<LocalDate, WorkCalendar> calendars = new ConcurrentHashMap<>();

  /** The shipped editions and holiday tables. */
  public CaseEditions() {
    this(List.of());
  }

  /**
   * The shipped editions, and the shipped holiday tables with those of these files: later years, or years put right.
   *
   * @throws LawFault when a file is no holiday table
   */
  public CaseEditions(List<Path> holidays) {
    WorkCalendar loaded = HolidayTables.shipped();
    for (Path file : holidays) {
      loaded = loaded.with(HolidayTables.read(file));
    }
    calendar = loaded;
  }

  /**
   * The edition of a case with the readings it chooses.
   *
   * @throws LawFault when the edition's file is faulty, or does not offer a reading that the case chooses
   */
  public Found find(Case c) {
    if (c.editions().size() > 1) {
      return new Absent("案例从 " + c.editions().get(1).from() + " 起跨到另一版本，目前只能按一个版本推算");
    }
    String name = c.editions().getFirst().name();
    if (!Editions.isPath(name)) {
      return shipped.contains(name)
          ? new Ready(read(c, ids.computeIfAbsent(name, id -> Editions.load(id, Path.of("")))))
          : new Absent("没有 " + name + " 这个规则版本；现有：" + String.join("、", shipped));
    }
    Path file = folder(c.file()).resolve(name).toAbsolutePath().normalize();
    if (!files.containsKey(file) && !Files.isRegularFile(file)) {
      return new Absent("没有规则版本文件 " + file);
    }
    return new Ready(read(c, files.computeIfAbsent(file, path -> Editions.load(path.toString(), Path.of("")))));
  }

  /** The calendar of a case. */
  public WorkCalendar calendar(Case c) {
    LocalDate until = c.calendarUntil();
    return until == null ? calendar : calendars.computeIfAbsent(until, calendar::until);
  }

  private static Path folder(String file) {
    Path parent = Path.of(file).toAbsolutePath().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private Edition read(Case c, Edition edition) {
    if (c.readings().isEmpty()) {
      return edition;
    }
    List<Object> key = new ArrayList<>(List.of(edition.id(), edition.hash()));
    c.readings().forEach((name, choice) -> key.add(name + "=" + choice.value()));
    Edition known = variants.get(key);
    if (known != null) {
      return known;
    }
    Edition read = edition;
    for (Map.Entry<String, Choice> each : c.readings().entrySet()) {
      read = chosen(read, each.getKey(), each.getValue());
    }
    if (variants.size() < MOST_VARIANTS) {
      variants.put(key, read);
    }
    return read;
  }

  private static Edition chosen(Edition edition, String name, Choice choice) {
    if (name.equals(edition.inForce().reading())) {
      return starting(edition, name, choice);
    }
    ReadingKey key = ReadingKey.find(name).filter(edition.readings()::containsKey).orElse(null);
    if (key == null) {
      List<String> known = new ArrayList<>(edition.readings().keySet().stream().map(ReadingKey::word).toList());
      String day = edition.inForce().reading();
      if (day != null) {
        known.add(day);
      }
      throw new LawFault(choice.place(), edition.id() + " 没有读法 `" + name + "`", Near.hint(name, known));
    }
    try {
      return edition.reading(key, choice.value());
    } catch (IllegalArgumentException cause) {
      throw new LawFault(choice.place(), edition.id() + " 的读法 `" + name + "` 不能选 `" + choice.value() + "`",
          Near.hint(choice.value(), offered(edition, key)));
    }
  }

  private static List<String> offered(Edition edition, ReadingKey key) {
    return key.words().stream().filter(word -> {
      var reading = edition.readings().get(key);
      return reading != null && reading.offers(word);
    }).toList();
  }

  private static Edition starting(Edition edition, String name, Choice choice) {
    try {
      return edition.starting(LocalDate.parse(choice.value()));
    } catch (DateTimeException cause) {
      throw new LawFault(choice.place(), "读法 `" + name + "` 要写日期，写的却是 `" + choice.value() + "`",
          "写成 " + edition.inForce().from() + " 的样子");
    }
  }
}
