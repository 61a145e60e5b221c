package cn.xingheng.server.archive;

import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.server.house.Words;
import java.time.LocalDate;
import java.util.List;

/**
 * A sentence that is put into words where it is read.
 *
 * @param key of the bundles
 * @param arguments days, day answers, numbers, texts and other phrases
 */
public record Phrase(String key, List<Object> arguments) {
  public Phrase {
    arguments = List.copyOf(arguments);
  }

  /** The phrase with this key. */
  static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }

  /** The words in the reader's language. */
  public String in(Words words) {
    return words.say(key, arguments.stream().map(argument -> shown(words, argument)).toArray());
  }

  private static Object shown(Words words, Object argument) {
    return switch (argument) {
      case LocalDate day -> words.day(day);
      case Firm firm -> words.day(firm.day());
      case Provisional between -> words.say(
          "clock.provisional", between.earliest().toString(), between.latest().toString(),
          Integer.toString(between.missingYear()));
      case Phrase phrase -> phrase.in(words);
      case Object other -> other;
    };
  }
}
