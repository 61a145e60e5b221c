package cn.xingheng.law.properties;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Book;
import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.law.editions.Editions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * 「随机史」 The facts of one to three physicians at one to three institutions, made from a seed.
 *
 * @param name edition and seed, for messages
 * @param end a day after which nothing happens
 */
record RandomHistory(
    String name, Law law, List<Fact> facts, List<PersonId> persons, List<InstitutionId> sites, LocalDate end) {

  private static final Map<String, List<RandomHistory>> MADE = new ConcurrentHashMap<>();
  private static final int MOST = 150;

  /** The first so many histories of an edition. */
  static List<RandomHistory> of(String edition, int count) {
    return MADE.computeIfAbsent(edition, RandomHistory::all).subList(0, count);
  }

  /** The first so many histories of every shipped edition. */
  static List<RandomHistory> each(int count) {
    return Editions.shipped().stream().flatMap(edition -> of(edition, count).stream()).toList();
  }

  /** The first so many histories of every shipped edition, each passage read by its last alternative. */
  static List<RandomHistory> otherwise(int count) {
    return Editions.shipped().stream()
        .map(id -> new Law(otherwise(Editions.load(id, Path.of("."))), HolidayTables.shipped()))
        .flatMap(law -> IntStream.range(0, count).mapToObj(seed -> new Author(law, seed).write()))
        .toList();
  }

  private static Edition otherwise(Edition edition) {
    Edition other = edition;
    for (ReadingKey key : List.copyOf(edition.readings().keySet())) {
      String last = key.words().getLast();
      other = edition.readings().get(key).offers(last) ? other.reading(key, last) : other;
    }
    return other;
  }

  private static List<RandomHistory> all(String edition) {
    Law law = new Law(Editions.load(edition, Path.of(".")), HolidayTables.shipped());
    return IntStream.range(0, MOST).mapToObj(seed -> new Author(law, seed).write()).toList();
  }

  /** The book of these facts. */
  Book book() {
    return book(facts);
  }

  /** The book of other facts under the same law. */
  Book book(List<Fact> other) {
    return Book.reckon(law, other);
  }
}
