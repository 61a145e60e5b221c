package cn.xingheng.server.ledger;

import cn.xingheng.server.house.Words;
import java.util.List;

/** Words that wait for the reader's language; what they name may itself be a sentence. */
public record Sentence(String key, List<Object> arguments) {

  public Sentence {
    arguments = List.copyOf(arguments);
  }

  /** A sentence with what it names. */
  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  /** The words. */
  public String in(Words words) {
    return words.say(
        key, arguments.stream().map(one -> one instanceof Sentence inner ? inner.in(words) : one).toArray());
  }
}
