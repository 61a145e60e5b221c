package cn.xingheng.server.register;

import cn.xingheng.server.house.Words;
import java.util.List;

/**
 * What is wrong with an organisation to be entered.
 *
 * @param line of the list, counted from 1; 0 when it is of no line
 * @param key of the sentence
 */
public record OrganisationFault(int line, String key, List<Object> arguments) {

  public OrganisationFault {
    arguments = List.copyOf(arguments);
  }

  /** A fault of no line. */
  static OrganisationFault of(String key, Object... arguments) {
    return new OrganisationFault(0, key, List.of(arguments));
  }

  /** The same, of a line. */
  OrganisationFault at(int line) {
    return new OrganisationFault(line, key, arguments);
  }

  /** The sentence, with its line. */
  public String in(Words words) {
    String said = words.say(key, arguments.toArray());
    return line == 0 ? said : words.say("organisations.at-line", line, said);
  }
}
