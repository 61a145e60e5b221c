package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.standing.Book;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：依据链就是推算")
class TrailPropertyTest {

  private static final int COUNT = 20;
  private static final int DAYS = 2;

  @Test
  @DisplayName("去掉依据链所列的事实，回答或依据链改变；去掉未列的，两者都不变")
  void theTrailIsTheComputation() {
    List<String> faults = new ArrayList<>();
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      faults.addAll(faults(history, Question.about(history, DAYS, 21)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  @DisplayName("各处改用另一读法时，依据链仍是推算")
  void underOtherReadings() {
    List<String> faults = new ArrayList<>();
    for (RandomHistory history : RandomHistory.otherwise(6)) {
      faults.addAll(faults(history, Question.about(history, DAYS, 23)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  @DisplayName("反例：依据链少列一个事实、多列一个无关的事实，都被查出")
  void control() {
    RandomHistory history = RandomHistory.each(1).getFirst();
    List<Question> questions = Question.about(history, DAYS, 22);
    assertThat(faults(history, questions)).isEmpty();
    assertThat(faults(history, questions.stream().map(TrailPropertyTest::silent).toList())).isNotEmpty();
    FactId idle = idle(history, questions);
    List<Question> wordy = questions.stream().map(question -> wordy(question, idle)).toList();
    assertThat(faults(history, wordy)).anyMatch(fault -> fault.contains(" " + idle + " 所列"));
  }

  /** What each taking away shows: a fact unnamed that matters, or a fact named that does not. */
  static List<String> faults(RandomHistory history, List<Question> questions) {
    List<String> faults = new ArrayList<>();
    Map<Question, Question.Told> told = new LinkedHashMap<>();
    Book book = history.book();
    questions.forEach(question -> told.put(question, question.ask(book)));
    Map<Set<FactId>, Boolean> seen = new HashMap<>();
    for (Fact fact : history.facts()) {
      Set<FactId> unit = Without.unit(history.facts(), fact.id());
      if (seen.put(unit, true) != null) {
        continue;
      }
      Book less = history.book(Without.facts(history.facts(), unit));
      told.forEach(
          (question, whole) -> {
            boolean named = !Collections.disjoint(whole.trail().facts(), unit);
            Question.Told rest = question.ask(less);
            if (named == rest.text().equals(whole.text())) {
              faults.add(history.name() + "，" + question.says() + "，去掉 " + unit + " "
                  + fact.id() + (named ? " 所列" : " 未列") + "\n前 " + whole.text() + "\n后 " + rest.text());
            }
          });
    }
    return faults;
  }

  private static Question silent(Question question) {
    return new Question(
        question.says(),
        (book, known) -> new Question.Told(question.asked().apply(book, known).answer(), Trail.EMPTY));
  }

  /** The same question with a trail that always names one fact, there or not. */
  private static Question wordy(Question question, FactId idle) {
    return new Question(
        question.says(),
        (book, known) -> {
          Question.Told told = question.asked().apply(book, known);
          Step step = new Step(List.of(idle), Citation.of("无"), List.of(), "无关");
          return new Question.Told(told.answer(), told.trail().plus(new Trail(List.of(step))));
        });
  }

  private static FactId idle(RandomHistory history, List<Question> questions) {
    Set<FactId> named = new HashSet<>();
    questions.forEach(question -> named.addAll(question.ask(history.book()).trail().facts()));
    return history.facts().stream().map(Fact::id).filter(id -> !named.contains(id)).findFirst()
        .orElseGet(() -> history.facts().getLast().id());
  }
}
