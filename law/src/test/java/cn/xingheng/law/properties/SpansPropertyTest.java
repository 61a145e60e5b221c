package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

@DisplayName("性质：区间铺满而不重叠")
class SpansPropertyTest {

  private static final int COUNT = 100;

  @Test
  @DisplayName("区间首尾相接、依次排列、末段无终点，且逐日查询与区间一致")
  void coverAndNeverOverlap() {
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book book = history.book();
      for (PersonId person : history.persons()) {
        Dossier dossier = book.dossier(person, LocalDate.MAX);
        for (InstitutionId site : history.sites()) {
          List<ClaimSpan> spans = ClaimSpans.reckon(dossier, site);
          String where = history.name() + " " + person + " " + site;
          assertThat(gaps(spans)).as(where).isEmpty();
          assertThat(wrongDays(dossier, site, spans, history.end())).as(where).isEmpty();
        }
      }
    }
  }

  @Test
  @DisplayName("反例：推迟一日的边界、少去一段，都被查出")
  void control() {
    int found = 0;
    for (RandomHistory history : RandomHistory.each(10)) {
      InstitutionId site = history.sites().getFirst();
      Dossier dossier = history.book().dossier(history.persons().getFirst(), LocalDate.MAX);
      List<ClaimSpan> spans = ClaimSpans.reckon(dossier, site);
      if (spans.size() < 2) {
        continue;
      }
      found++;
      List<ClaimSpan> shifted = new ArrayList<>(spans);
      LocalDate turn = spans.get(1).days().getStart().plusDays(1);
      shifted.set(0, with(spans.get(0), LocalDateRange.of(spans.get(0).days().getStart(), turn)));
      shifted.set(1, with(spans.get(1), LocalDateRange.of(turn, spans.get(1).days().getEnd())));
      assertThat(wrongDays(dossier, site, shifted, history.end())).as(history.name()).isNotEmpty();
      assertThat(gaps(spans.subList(0, spans.size() - 1))).as(history.name()).isNotEmpty();
    }
    assertThat(found).isPositive();
  }

  private static ClaimSpan with(ClaimSpan span, LocalDateRange days) {
    return new ClaimSpan(days, span.standing(), span.causes());
  }

  private static List<String> gaps(List<ClaimSpan> spans) {
    List<String> faults = new ArrayList<>();
    if (!spans.isEmpty() && !spans.getLast().days().getEnd().equals(LocalDate.MAX)) {
      faults.add("末段有终点 " + spans.getLast());
    }
    for (int i = 1; i < spans.size(); i++) {
      if (!spans.get(i - 1).days().getEnd().equals(spans.get(i).days().getStart()) || spans.get(i).days().isEmpty()) {
        faults.add(spans.get(i - 1) + " 与 " + spans.get(i));
      }
    }
    return faults;
  }

  /** Days on which the spans say something else than a question about that day; before the first, nothing is signed. */
  private static List<LocalDate> wrongDays(
      Dossier dossier, InstitutionId site, List<ClaimSpan> spans, LocalDate end) {
    List<LocalDate> wrong = new ArrayList<>();
    int at = 0;
    LocalDate first = spans.isEmpty() ? end : spans.getFirst().days().getStart();
    for (LocalDate day = first.minusDays(3); !day.isAfter(end); day = day.plusDays(1)) {
      while (at < spans.size() - 1 && !spans.get(at).days().getEnd().isAfter(day)) {
        at++;
      }
      Set<Cause> causes = EnumSet.noneOf(Cause.class);
      Standing standing = ClaimAnswer.standing(dossier, site, day, causes);
      boolean same =
          day.isBefore(first) || spans.isEmpty()
              ? standing == Standing.NONE
              : spans.get(at).standing() == standing && spans.get(at).causes().equals(causes);
      if (!same) {
        wrong.add(day);
      }
    }
    return wrong;
  }
}
