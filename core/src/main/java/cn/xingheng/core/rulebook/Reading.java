package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.util.ArrayList;
import java.util.List;

/**
 * 「读法」 How an edition reads a passage that leaves a choice.
 *
 * @param word the reading in force
 * @param alternatives the other words that may be chosen
 * @param reason why, in one line
 */
public record Reading(
    ReadingKey key, String word, List<String> alternatives, Citation citation, String reason) {

  /** Refuses words that the key does not know. */
  public Reading {
    alternatives = List.copyOf(alternatives);
    key.check(word);
    alternatives.forEach(key::check);
  }

  /** Whether this word may be chosen. */
  public boolean offers(String other) {
    return word.equals(other) || alternatives.contains(other);
  }

  /** The same reading with another word in force. */
  public Reading choosing(String other) {
    ArrayList<String> rest = new ArrayList<>(alternatives);
    rest.add(word);
    rest.remove(other);
    return new Reading(key, other, rest, citation, reason);
  }

  /** The reading as it is named in trails. */
  public String label() {
    return key.word() + "=" + word;
  }
}
