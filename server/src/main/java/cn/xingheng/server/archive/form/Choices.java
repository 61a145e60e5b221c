package cn.xingheng.server.archive.form;

import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.Position;
import cn.xingheng.server.register.Title;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of a coded column, to be written as code, as word, or as both. */
record Choices<T>(List<Choice<T>> all) {

  static final Choices<Category> CATEGORIES = of(Category.values(), Category::code, Category::word);
  static final Choices<Position> POSITIONS = of(Position.values(), Position::code, Position::word);
  static final Choices<Title> TITLES = of(Title.values(), Title::code, Title::word);
  static final Choices<StatedStatus> STATUSES = of(StatedStatus.values(), StatedStatus::code, StatedStatus::word);

  private static final Pattern CODE_THEN_WORD = Pattern.compile("0?(\\d)(?:\\.0+)?[.、:\\-)]?(\\D*)");
  private static final Pattern WORD_THEN_CODE = Pattern.compile("(\\D+?)\\(?0?(\\d)\\)?");

  /** One value. */
  record Choice<T>(int code, String word, T value) {}

  /** The value and, when the code says one thing and the word another, that it does. */
  record Found<T>(Optional<T> value, boolean contradicts) {}

  /** What a text without blanks and wide letters says. */
  Found<T> find(String text) {
    Optional<Choice<T>> byWord = all.stream().filter(choice -> choice.word().equals(text)).findFirst();
    if (byWord.isPresent()) {
      return new Found<>(byWord.map(Choice::value), false);
    }
    Matcher front = CODE_THEN_WORD.matcher(text);
    if (front.matches()) {
      return both(front.group(1), front.group(2));
    }
    Matcher back = WORD_THEN_CODE.matcher(text);
    return back.matches() ? both(back.group(2), back.group(1)) : new Found<>(Optional.empty(), false);
  }

  /** Every value with its code, as the form lists them. */
  String listed() {
    return all.stream().map(choice -> choice.code() + choice.word()).collect(Collectors.joining("、"));
  }

  private Found<T> both(String code, String word) {
    Optional<Choice<T>> coded =
        all.stream().filter(choice -> choice.code() == Integer.parseInt(code)).findFirst();
    boolean known = all.stream().anyMatch(choice -> choice.word().equals(word));
    boolean agrees = word.isEmpty() || coded.filter(choice -> choice.word().equals(word)).isPresent();
    return agrees ? new Found<>(coded.map(Choice::value), false) : new Found<>(Optional.empty(), known);
  }

  private static <T> Choices<T> of(T[] values, ToIntFunction<T> code, Function<T, String> word) {
    return new Choices<>(Arrays.stream(values)
        .map(value -> new Choice<>(code.applyAsInt(value), word.apply(value), value)).toList());
  }
}
