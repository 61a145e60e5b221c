package cn.xingheng.law.cases;

import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.rulebook.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Adds up the points of all deductions, whoever asks whatever; a person named {@code broken} breaks it. */
final class FakeReckoning implements Reckoning {

  static final Factory FACTORY = (c, edition, calendar) -> new FakeReckoning(c, edition);

  private final Case c;
  private final Edition edition;

  private FakeReckoning(Case c, Edition edition) {
    this.c = c;
    this.edition = edition;
  }

  @Override
  public Answer answer(Expectation expectation) {
    if (expectation instanceof Expectation.StateOn state && state.person().value().equals("broken")) {
      throw new IllegalStateException("坏了");
    }
    int points = 0;
    List<String> why = new ArrayList<>();
    for (var fact : c.facts()) {
      if (fact instanceof Deducted deducted) {
        points += deducted.times() * edition.findItem(deducted.item()).orElseThrow().points();
        why.add("扣分 " + deducted.id());
      }
    }
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("points", points);
    actual.put("due", points >= 6 ? List.of("notice", "interview") : List.of("notice"));
    actual.put("from", null);
    return new Answer(actual, why);
  }
}
