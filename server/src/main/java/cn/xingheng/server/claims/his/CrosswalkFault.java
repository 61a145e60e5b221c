package cn.xingheng.server.claims.his;

import cn.xingheng.server.house.Words;
import java.util.List;

/**
 * What is wrong with an entry of the crosswalk.
 *
 * @param line of the file, counted from 1; 0 when it is of no line
 * @param key of the sentence
 */
public record CrosswalkFault(int line, String key, List<Object> arguments) {
  public CrosswalkFault {
    arguments = List.copyOf(arguments);
  }

  static CrosswalkFault of(int line, String key, Object... arguments) {
    return new CrosswalkFault(line, key, List.of(arguments));
  }

  /** The sentence, with its line. */
  public String in(Words words) {
    String said = words.say(key, arguments.toArray());
    return line == 0 ? said : words.say("his.at-line", Integer.toString(line), said);
  }
}
