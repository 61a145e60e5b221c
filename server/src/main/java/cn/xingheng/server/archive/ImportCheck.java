package cn.xingheng.server.archive;

import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.server.archive.ImportPlan.Altered;
import cn.xingheng.server.archive.ImportPlan.Change;
import cn.xingheng.server.archive.ImportPlan.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What taking a file would do.
 *
 * @param ignored headings that are no columns of the form
 * @param altered columns of known persons that would say something else, the first of them
 * @param changed how many known persons they are of
 * @param open how many statements of a suspension or an end would wait for an officer
 * @param refusals why rows would not be taken, by their number in the file
 */
public record ImportCheck(
    int rows, int taken, int unchanged, int refused, int persons, int changed, int codes, int agreements,
    int statements, int open, List<String> ignored, List<Altered> altered, Map<Integer, List<ImportReason>> refusals) {
  private static final int SHOWN = 50;

  static ImportCheck of(ImportPlan plan, List<String> ignored) {
    List<Change> all = plan.persons();
    List<Stated> stated =
        all.stream().flatMap(change -> change.facts().stream()).map(ImportPlan.Stood::fact)
            .filter(Stated.class::isInstance).map(Stated.class::cast).toList();
    Map<Integer, List<ImportReason>> refusals = new LinkedHashMap<>();
    plan.rows().stream().filter(row -> row.outcome() == Outcome.REFUSED)
        .forEach(row -> refusals.put(row.line(), row.reasons()));
    return new ImportCheck(
        plan.rows().size(), plan.count(Outcome.TAKEN), plan.count(Outcome.UNCHANGED), plan.count(Outcome.REFUSED),
        (int) all.stream().filter(Change::added).count(),
        (int) all.stream().filter(change -> !change.altered().isEmpty()).count(),
        all.stream().mapToInt(change -> change.codes().size()).sum(),
        (int) all.stream().mapToLong(Change::agreements).sum(), stated.size(),
        (int) stated.stream().filter(one -> one.status().number() > 0).count(), ignored,
        all.stream().flatMap(change -> change.altered().stream()).limit(SHOWN).toList(), refusals);
  }

  /** A reason with the row it is about. */
  public record Shown(int line, ImportReason reason) {}

  /** The first reasons. */
  public List<Shown> first() {
    return refusals.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(reason -> new Shown(entry.getKey(), reason)))
        .limit(SHOWN).toList();
  }

  /** Why a row would not be taken; none for one that would. */
  List<ImportReason> reasons(int line) {
    return refusals.getOrDefault(line, List.of());
  }

  /** Whether there is nothing to write. */
  public boolean nothing() {
    return taken == 0;
  }
}
