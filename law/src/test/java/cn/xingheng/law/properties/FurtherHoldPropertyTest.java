package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.facts.MeasureFact.MeasureTaken;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.TurningDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayName("性质：多一个停止事由不会使资格变好")
class FurtherHoldPropertyTest {

  private static final int COUNT = 100;

  @Test
  @DisplayName("再加一个外部措施或机构中止，任何一日的资格都不会变好")
  void neverImproves() {
    SplittableRandom chance = new SplittableRandom(20260429);
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book book = history.book();
      for (MeasureKind kind : MeasureKind.values()) {
        Fact measure = measure(history, kind, chance);
        assertThat(improved(history, book, plus(history, measure))).as(history.name() + " " + measure).isEmpty();
      }
      Fact halt = halt(history, chance);
      assertThat(improved(history, book, plus(history, halt))).as(history.name() + " " + halt).isEmpty();
    }
  }

  @Test
  @DisplayName("反例：措施早一日解除、机构早恢复，会查出资格变好")
  void control() {
    int improved = 0;
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book book = history.book();
      for (Fact fact : history.facts()) {
        Fact lifting = lifting(history, fact);
        improved += lifting != null && !improved(history, book, plus(history, lifting)).isEmpty() ? 1 : 0;
      }
    }
    assertThat(improved).isPositive();
  }

  private static @Nullable Fact lifting(RandomHistory history, Fact fact) {
    return switch (fact) {
      case MeasureTaken taken -> new MeasureFact.MeasureLifted(
          head(history, taken.from().plusDays(1)), taken.person(), taken.measure(), taken.at());
      case InstitutionFact.Halted halted -> new InstitutionFact.Restored(
          head(history, halted.from().plusDays(1)), halted.institution(), halted.from().plusDays(1));
      case Fact other -> null;
    };
  }

  /** Recorded after everything, so that it changes what is known now and no judgment before. */
  private static Head head(RandomHistory history, LocalDate on) {
    return new Head(new FactId("further"), on, history.end());
  }

  private static Book plus(RandomHistory history, Fact fact) {
    List<Fact> facts = new ArrayList<>(history.facts());
    facts.add(fact);
    return history.book(facts);
  }

  private static Fact measure(RandomHistory history, MeasureKind kind, SplittableRandom chance) {
    LocalDate from = history.end().minusDays(chance.nextInt(900, 3200));
    InstitutionId at =
        kind == MeasureKind.PRESCRIBING_STOPPED && chance.nextBoolean() ? history.sites().getFirst() : null;
    LocalDate through = chance.nextBoolean() ? from.plusDays(chance.nextInt(10, 300)) : null;
    return new MeasureTaken(
        head(history, from), history.persons().getFirst(), kind, from, through, at, chance.nextBoolean());
  }

  private static Fact halt(RandomHistory history, SplittableRandom chance) {
    LocalDate from = history.end().minusDays(chance.nextInt(900, 3200));
    LocalDate through = chance.nextBoolean() ? from.plusDays(chance.nextInt(10, 300)) : null;
    return new InstitutionFact.Halted(head(history, from), history.sites().getFirst(), from, through, List.of());
  }

  private static List<String> improved(RandomHistory history, Book before, Book after) {
    List<String> improved = new ArrayList<>();
    for (PersonId person : history.persons()) {
      Dossier was = before.dossier(person, LocalDate.MAX);
      Dossier now = after.dossier(person, LocalDate.MAX);
      TreeSet<LocalDate> days = new TreeSet<>(TurningDays.reckon(was));
      days.addAll(TurningDays.reckon(now));
      for (InstitutionId site : history.sites()) {
        for (LocalDate day : days) {
          if (rank(now, site, day) > rank(was, site, day)) {
            improved.add(person + " " + site + " " + day);
          }
        }
      }
    }
    return improved;
  }

  /** What only a statement makes unresolved is effective or worse; what may have ended is as good as ended. */
  private static int rank(Dossier dossier, InstitutionId site, LocalDate day) {
    EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = ClaimAnswer.standing(dossier, site, day, causes);
    return switch (standing) {
      case EFFECTIVE -> 3;
      case SUSPENDED -> 1;
      case UNRESOLVED -> causes.contains(Cause.STATED) ? 2 : 0;
      case ENDED, NONE -> 0;
    };
  }
}
