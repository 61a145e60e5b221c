package cn.xingheng.core.basics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * 「不予受理」 Why the law does not take a fact, and what would be lawful instead.
 *
 * @param word the kind of refusal
 * @param citation the articles that refuse
 * @param why what is wrong, with the values, in Chinese
 * @param lawful what would be lawful, in Chinese
 * @param facts the other facts the refusal rests on
 */
public record Refusal(Word word, Citation citation, String why, String lawful, List<FactId> facts) {

  public Refusal {
    facts = List.copyOf(facts);
  }

  /** The step that this refusal is in the trail of an answer. */
  public Step step(FactId refused) {
    List<FactId> named = new ArrayList<>(List.of(refused));
    named.addAll(facts);
    return new Step(named, citation, List.of(), "不计入：" + refused + " 不予受理（" + word.word() + "），" + why + "；" + lawful);
  }

  /** 「不予受理的种类」 The closed list of kinds of refusal. */
  public enum Word {
    TOO_EARLY,
    TOO_LATE,
    BACK_DATED,
    OUT_OF_RANGE,
    NO_GROUND,
    NO_EDITION,
    BARRED,
    NOT_SERVED,
    DUPLICATE,
    TOO_LONG,
    OVER_CEILING,
    PROVISIONAL,
    UNKNOWN_ITEM,
    UNKNOWN_PERSON,
    NOT_IN_FORCE,
    OVERLAPS,
    SAME_INCIDENT,
    WRONG_REGION;

    /** The word in case files and interfaces. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this word, or empty when there is none. */
    public static Optional<Word> find(String word) {
      return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }
  }
}
