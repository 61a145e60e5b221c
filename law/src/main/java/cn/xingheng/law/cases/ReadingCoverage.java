package cn.xingheng.law.cases;

import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.law.yaml.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;

/**
 * Readings that an asserted answer names in its trail, and alternatives that are one of a pair: two cases that differ
 * in nothing but the reading, and in their answers.
 */
final class ReadingCoverage {

  static final String READING = "读法";
  static final String ALTERNATIVE = "另一读法";

  private ReadingCoverage() {}

  /** Every reading but the one about issuing codes: no fact of a case states a code's parts. */
  static void expect(CoverageTable table, Edition edition) {
    edition.readings().values().stream().filter(reading -> reading.key() != ReadingKey.CODE_SUFFIX).forEach(reading -> {
      table.expect(edition.id(), READING, reading.label());
      reading.alternatives().forEach(
          word -> table.expect(edition.id(), ALTERNATIVE, reading.key().word() + "=" + word));
    });
  }

  /** Readings that stand in the trail of an answer that a case asserts. */
  static void count(CoverageTable table, Probe probe, Edition unread) {
    Set<String> found = new HashSet<>();
    for (CaseResult.Outcome outcome : probe.result().outcomes()) {
      for (Reading reading : unread.readings().values()) {
        if (outcome.why().stream().anyMatch(line -> names(line, reading.label()))) {
          found.add(reading.label());
        }
      }
    }
    found.forEach(label -> table.count(probe.edition().id(), READING, label));
  }

  private static boolean names(String line, String label) {
    int readings = line.indexOf("（读法 ");
    return readings >= 0 && List.of(line.substring(readings + "（读法 ".length()).split("[，）]", -1)).contains(label);
  }

  /** What makes two cases the same but for one reading. */
  private record Twin(List<EditionRef> editions, Set<Fact> facts, Map<String, String> readings, String until) {

    static Twin of(Case c, Edition unread, String without) {
      SequencedMap<String, String> readings = new LinkedHashMap<>();
      c.readings().forEach((name, choice) -> {
        if (!name.equals(without) && !inForce(unread, name, choice)) {
          readings.put(name, choice.value());
        }
      });
      List<EditionRef> plain = c.editions().stream()
          .map(edition -> new EditionRef(edition.name(), edition.from(), new Place("", 1, 1)))
          .toList();
      return new Twin(plain, Set.copyOf(c.facts()), readings, String.valueOf(c.calendarUntil()));
    }
  }

  /** Whether this is what the edition reads anyway. */
  private static boolean inForce(Edition unread, String name, Choice choice) {
    return ReadingKey.find(name).filter(key -> unread.reads(key, choice.value())).isPresent();
  }

  /**
   * Alternatives whose case has a twin under the reading in force, and whose answers do not hold there. Of such a pair
   * one turns on the alternative, and the other on the reading in force.
   */
  static void countPairs(CoverageTable table, List<Probe> probes, Map<String, Edition> unread, CaseJudge judge) {
    Set<Twin> plain = new HashSet<>();
    List<Probe> known = probes.stream().filter(probe -> unread.containsKey(probe.edition().id())).toList();
    known.forEach(probe -> plain.add(Twin.of(probe.c(), edition(unread, probe), "")));
    for (Probe probe : known) {
      Edition edition = edition(unread, probe);
      probe.c().readings().forEach((name, choice) -> {
        Optional<Reading> reading = ReadingKey.find(name).map(edition.readings()::get);
        if (reading.isPresent() && !inForce(edition, name, choice)
            && plain.contains(Twin.of(probe.c(), edition, name)) && differs(probe.c(), name, judge)) {
          table.count(edition.id(), ALTERNATIVE, name + "=" + choice.value());
          table.count(edition.id(), READING, reading.get().label());
        }
      });
    }
  }

  private static Edition edition(Map<String, Edition> unread, Probe probe) {
    Edition edition = unread.get(probe.edition().id());
    if (edition == null) {
      throw new IllegalArgumentException("no edition " + probe.edition().id());
    }
    return edition;
  }

  private static boolean differs(Case c, String name, CaseJudge judge) {
    SequencedMap<String, Choice> rest = new LinkedHashMap<>(c.readings());
    rest.remove(name);
    Case other = new Case(
        c.name(), c.editions(), c.cite(), rest, c.calendarUntil(), c.facts(), c.expectations(), c.file(), c.line());
    return !judge.judge(other).passed();
  }
}
