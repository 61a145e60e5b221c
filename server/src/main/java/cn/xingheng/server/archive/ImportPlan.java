package cn.xingheng.server.archive;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.server.archive.form.FormColumn;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What taking a file would do, by what is known.
 *
 * @param persons those about whom anything would be written
 * @param rows in the order of the file
 */
public record ImportPlan(List<Change> persons, List<Row> rows, Map<Outcome, Long> counts) {

  ImportPlan(List<Change> persons, List<Row> rows) {
    this(
        List.copyOf(persons), List.copyOf(rows),
        rows.stream().collect(Collectors.groupingBy(Row::outcome, Collectors.counting())));
  }

  /** What becomes of a row. */
  enum Outcome {
    TAKEN,
    UNCHANGED,
    REFUSED
  }

  /** One row: what becomes of it, and why when it is refused. */
  record Row(int line, Outcome outcome, List<ImportReason> reasons, @Nullable PersonId person) {
    Row {
      reasons = List.copyOf(reasons);
    }
  }

  /** A fact with the row of the file in which it stands. */
  record Stood(int line, Fact fact) {}

  /** A column of a person that would say something else. */
  public record Altered(int line, String name, FormColumn column, String was, String now) {}

  /**
   * What would be written about one person.
   *
   * @param added whether the person is not known yet
   * @param altered the columns that would change; a person with none of a known one stays as is
   */
  record Change(Person person, boolean added, List<Altered> altered, List<CodeGrant> codes, List<Stood> facts) {
    Change {
      altered = List.copyOf(altered);
      codes = List.copyOf(codes);
      facts = List.copyOf(facts);
    }

    /** Whether there is anything to write. */
    boolean any() {
      return added || !altered.isEmpty() || !codes.isEmpty() || !facts.isEmpty();
    }

    /** How many agreements would be signed. */
    long agreements() {
      return facts.stream().filter(stood -> stood.fact() instanceof Signed).count();
    }
  }

  int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L).intValue();
  }
}
