package cn.xingheng.law.properties;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What every hand that writes into a random history shares: the facts so far, chance, and the book they make. */
final class Pen {

  final Law law;
  final SplittableRandom chance;
  final List<PersonId> persons = new ArrayList<>();
  final List<InstitutionId> sites = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private @Nullable Book book;
  private int ids;

  Pen(Law law, long seed) {
    this.law = law;
    this.chance = new SplittableRandom(seed);
  }

  void write(Fact fact) {
    facts.add(fact);
    book = null;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The book of all facts so far. */
  Book book() {
    if (book == null) {
      book = Book.reckon(law, facts);
    }
    return book;
  }

  Dossier dossier(PersonId person) {
    return book().dossier(person, LocalDate.MAX);
  }

  /** True in so many of a hundred cases. */
  boolean odds(int percent) {
    return chance.nextInt(100) < percent;
  }

  int between(int least, int most) {
    return chance.nextInt(least, most + 1);
  }

  <T> T any(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }

  /** A head with a fresh id; sometimes recorded later than its legal day. */
  Head head(String prefix, LocalDate on) {
    return head(prefix, on, odds(8) ? on.plusDays(between(1, 40)) : on);
  }

  Head head(String prefix, LocalDate on, LocalDate recorded) {
    ids++;
    return new Head(new FactId(prefix + ids), on, recorded);
  }

  /** Served at once, later, on two days, or not on both. */
  Service service(LocalDate on) {
    LocalDate first = on.plusDays(between(0, 6));
    int kind = between(1, 20);
    if (kind == 1) {
      return Service.NONE;
    }
    if (kind == 2) {
      return new Service(first, null);
    }
    return kind <= 5 ? new Service(first, first.plusDays(between(1, 9))) : Service.on(first);
  }
}
