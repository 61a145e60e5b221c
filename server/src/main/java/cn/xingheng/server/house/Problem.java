package cn.xingheng.server.house;

import java.util.List;

/** Something that a door answers with a status and a sentence; nothing has been written. */
public final class Problem extends RuntimeException {
  private final int status;
  private final String key;
  private final List<Object> arguments;

  private Problem(int status, String key, List<Object> arguments) {
    super(key + arguments, null, false, false);
    this.status = status;
    this.key = key;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * A problem with its words.
   *
   * @param key of a sentence in the bundles that says what is wrong and what to do
   */
  public static Problem of(int status, String key, Object... arguments) {
    return new Problem(status, key, List.of(arguments));
  }

  /** Not there, or not for this person: the two look alike. */
  public static Problem notFound() {
    return of(404, "problem.not-found");
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** The sentence. */
  public String said(Words words) {
    return words.say(key, arguments.toArray());
  }

  /** What the sentence is said with. */
  public List<Object> arguments() {
    return arguments;
  }

  /** The key of the sentence. */
  public String key() {
    return key;
  }
}
