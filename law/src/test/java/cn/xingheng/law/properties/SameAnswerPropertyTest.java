package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.standing.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：次序、重问与所知之日")
class SameAnswerPropertyTest {

  private static final int COUNT = 60;
  private static final int DAYS = 3;

  @Test
  @DisplayName("文件中事实的次序不影响回答和依据链，逐字节相同")
  void orderDoesNotMatter() {
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      List<Question> questions = Question.about(history, DAYS, 11);
      List<Fact> shuffled = new ArrayList<>(history.facts());
      Collections.shuffle(shuffled, new Random(7));
      List<Fact> reversed = history.facts().reversed();
      String inOrder = text(questions, history.book(), LocalDate.MAX);
      assertThat(text(questions, history.book(shuffled), LocalDate.MAX)).as(history.name()).isEqualTo(inOrder);
      assertThat(text(questions, history.book(reversed), LocalDate.MAX)).as(history.name()).isEqualTo(inOrder);
    }
  }

  @Test
  @DisplayName("同一问题问两次、另起一簿再问，逐字节相同")
  void askingTwice() {
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      List<Question> questions = Question.about(history, DAYS, 12);
      Book book = history.book();
      String first = text(questions, book, LocalDate.MAX);
      assertThat(text(questions.reversed(), book, LocalDate.MAX).length()).isEqualTo(first.length());
      assertThat(text(questions, book, LocalDate.MAX)).as(history.name()).isEqualTo(first);
      assertThat(text(questions, history.book(), LocalDate.MAX)).as(history.name()).isEqualTo(first);
    }
  }

  @Test
  @DisplayName("所知之日早于录入日时，如同没有这一事实")
  void knownBeforeHides() {
    int hidden = 0;
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      List<Question> questions = Question.about(history, 2, 13);
      Book book = history.book();
      for (int i = 0; i < history.facts().size(); i += 5) {
        Fact fact = history.facts().get(i);
        LocalDate before = fact.recorded().minusDays(1);
        Set<FactId> unit = Without.unit(history.facts(), fact.id());
        boolean all = history.facts().stream().allMatch(f -> !unit.contains(f.id()) || f.recorded().isAfter(before));
        if (all) {
          hidden++;
          Book without = history.book(Without.facts(history.facts(), unit));
          assertThat(text(questions, book, before)).as(history.name() + " " + fact.id())
              .isEqualTo(text(questions, without, before));
        }
      }
    }
    assertThat(hidden).isGreaterThan(COUNT);
  }

  @Test
  @DisplayName("反例：依赖次序的簿、记得问过几次的簿、录入当日的所知，都被查出不同")
  void control() {
    AtomicInteger asked = new AtomicInteger();
    int byOrder = 0;
    int onTheDay = 0;
    for (RandomHistory history : RandomHistory.each(10)) {
      List<Question> questions = Question.about(history, DAYS, 14);
      List<Fact> reversed = history.facts().reversed();
      int half = reversed.size() / 2;
      byOrder += differ(questions, history.book(history.facts().subList(0, half)),
          history.book(reversed.subList(0, half)), LocalDate.MAX);
      for (Fact fact : history.facts().subList(0, 6)) {
        Set<FactId> unit = Without.unit(history.facts(), fact.id());
        Book without = history.book(Without.facts(history.facts(), unit));
        onTheDay += differ(questions, history.book(), without, fact.recorded());
      }
    }
    Question counting =
        new Question("计数", (book, known) -> new Question.Told("" + asked.incrementAndGet(), Trail.EMPTY));
    Book book = RandomHistory.each(1).getFirst().book();
    assertThat(differ(List.of(counting), book, book, LocalDate.MAX)).isOne();
    assertThat(byOrder).isPositive();
    assertThat(onTheDay).isPositive();
  }

  private static int differ(List<Question> questions, Book one, Book other, LocalDate known) {
    return text(questions, one, known).equals(text(questions, other, known)) ? 0 : 1;
  }

  private static String text(List<Question> questions, Book book, LocalDate known) {
    StringBuilder text = new StringBuilder();
    for (Question question : questions) {
      text.append(question.says()).append('：').append(question.ask(book, known).text()).append('\n');
    }
    return text.toString();
  }
}
