package cn.xingheng.law.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随附案例中的每个决定、撤销和更正，先预见、后记录，两者一致")
class CasesAheadTest {

  private static final Path GOOD =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases", "good"));
  private static final CaseEditions EDITIONS = new CaseEditions();

  @Test
  @DisplayName("受理与否、状态、区间、处理、义务和每一档的首末日")
  void held() throws IOException {
    int checked = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(GOOD)) {
      files = walk.filter(file -> file.toString().matches(".*\\.(yaml|jsonl)")).sorted().toList();
    }
    for (Path file : files) {
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN)) {
        for (Case one : cases.toList()) {
          checked += EDITIONS.find(one) instanceof CaseEditions.Ready(var edition)
              ? check(new Law(edition, EDITIONS.calendar(one)), one)
              : 0;
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static int check(Law law, Case one) {
    Book book = Book.reckon(law, one.facts());
    int checked = 0;
    for (Fact fact : one.facts()) {
      Optional<PersonId> person = book.personOf(fact.id());
      if (person.isPresent() && (fact instanceof DecisionFact || fact instanceof RevisionFact)) {
        Held held = Held.of(law, one.facts(), fact, person.get());
        Foresight ahead = held.ahead();
        assertThat(held.differences(ahead)).as("%s %s %s", one.file(), one.name(), fact.id()).isEmpty();
        assertThat(held.choices(ahead)).as("%s %s %s", one.file(), one.name(), fact.id()).isEmpty();
        checked++;
      }
    }
    return checked;
  }
}
