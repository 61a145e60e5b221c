package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** Reads how an edition reads the passages that leave a choice; every passage is read, or said not to be used. */
final class ReadingReader {

  private static final String NOT_USED = "not-used";
  private static final Set<String> KEYS =
      new LinkedHashSet<>(Arrays.stream(ReadingKey.values()).map(ReadingKey::word).toList());

  /** Readings of passages that a regulation may lack; every other passage is there in every regulation. */
  private static final Set<ReadingKey> MAY_LACK = EnumSet.of(
      ReadingKey.ADVANCE_NOTICE, ReadingKey.EFFECT, ReadingKey.AT_ONCE, ReadingKey.ESCALATION,
      ReadingKey.RESUME_WINDOW, ReadingKey.NO_APPLICATION, ReadingKey.REAPPLICATION, ReadingKey.MAY_TIER,
      ReadingKey.BAR_AND_TERM, ReadingKey.MONTHS, ReadingKey.STREAK, ReadingKey.HONOUR, ReadingKey.FUND,
      ReadingKey.VISITING, ReadingKey.CODE_SUFFIX);

  private final Pieces pieces;

  ReadingReader(Pieces pieces) {
    this.pieces = pieces;
  }

  SequencedMap<ReadingKey, Reading> read(Element element) {
    SequencedMap<ReadingKey, Reading> readings = new LinkedHashMap<>();
    Pieces.exactly(element, KEYS, (word, reading) -> {
      ReadingKey key = ReadingKey.find(word).orElseThrow();
      if (reading.is(NOT_USED) && !MAY_LACK.contains(key)) {
        throw reading.refuse("读法 `" + word + "` 不能是 " + NOT_USED + "：每个规则都会遇到",
            "写出 `word`、`alternatives`、`cite`、`reason`");
      }
      return Pieces.orWord(reading, NOT_USED, used -> reading(key, used));
    }).values().forEach(found -> found.ifPresent(reading -> readings.put(reading.key(), reading)));
    return readings;
  }

  private Reading reading(ReadingKey key, Element element) {
    Entries entries = element.entries("word", "alternatives", "cite", "reason");
    Faults faults = new Faults();
    var word = faults.attempt(() -> choice(key, entries.get("word")));
    Element list = entries.get("alternatives");
    var alternatives = faults.attempt(() ->
        Pieces.unique(list, Faults.each(list.list(), one -> choice(key, one))));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var reason = faults.attempt(() -> entries.get("reason").line(Pieces.LONGEST_LINE));
    faults.throwAny();
    if (alternatives.get().contains(word.get())) {
      throw list.refuse("`" + word.get() + "` 已是所取的读法，不能又列为另一种", "从 `alternatives` 里删去它");
    }
    return new Reading(key, word.get(), alternatives.get(), cite.get(), reason.get());
  }

  private static String choice(ReadingKey key, Element element) {
    String word = element.text();
    List<String> known = key.words();
    if (!known.contains(word)) {
      throw element.refuse("读法 `" + key.word() + "` 没有 `" + word + "` 这种", Near.hint(word, known));
    }
    return word;
  }
}
