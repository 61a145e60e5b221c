package cn.xingheng.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("文件里的词")
class WordsTest {

  /** A closed list: its constants, the word of each, the way back. */
  private record Words<E>(List<E> all, Function<E, String> word, Function<String, Optional<E>> find) {

    void agree() {
      assertThat(all).isNotEmpty();
      for (E each : all) {
        assertThat(word.apply(each)).matches("[a-z]+(-[a-z]+)*");
        assertThat(find.apply(word.apply(each))).contains(each);
      }
      assertThat(all.stream().map(word)).doesNotHaveDuplicates();
      assertThat(find.apply("no-such-word")).isEmpty();
    }
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        list("待办", Duty.values(), Duty::word, Duty::find),
        list("触发事件", DutyRule.Event.values(), DutyRule.Event::word, DutyRule.Event::find),
        list("读法", ReadingKey.values(), ReadingKey::word, ReadingKey::find),
        list("事实", FactKind.values(), FactKind::word, FactKind::find),
        list("外部措施", MeasureKind.values(), MeasureKind::word, MeasureKind::find),
        list("就诊类型", Setting.values(), Setting::word, Setting::find),
        list("原因", Cause.values(), Cause::word, Cause::find),
        list("资格", Standing.values(), Standing::word, Standing::find));
  }

  private static <E> Arguments list(
      String name, E[] all, Function<E, String> word, Function<String, Optional<E>> find) {
    return Arguments.argumentSet(name, new Words<>(List.of(all), word, find));
  }

  @ParameterizedTest
  @MethodSource("lists")
  @DisplayName("每个词各不相同，小写连字符，能找回原来的那一个；别的词没有")
  void found(Words<?> words) {
    words.agree();
  }
}
