package cn.xingheng.law.cases;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.editions.Editions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * 「案例覆盖」 Which points of the shipped editions the cases turn on, measured on what the cases assert and what the
 * reckoning answers; a case that fails counts for nothing.
 */
public final class Coverage {

  private final CaseEditions editions = new CaseEditions();
  private final CaseJudge judge;
  private final Reckoning.Factory factory;
  private final SequencedMap<String, Edition> shipped = new LinkedHashMap<>();
  private final CoverageTable table = new CoverageTable();

  private Coverage(Reckoning.Factory factory) {
    this.factory = factory;
    this.judge = new CaseJudge(editions, factory);
    Editions.shipped().forEach(id -> shipped.put(id, Editions.load(id, Path.of(""))));
  }

  /**
   * The table of all case files under a folder.
   *
   * @throws cn.xingheng.law.yaml.LawFault when there is no case file, or one is faulty
   */
  public static CoverageTable of(Path folder, Reckoning.Factory factory) {
    Coverage coverage = new Coverage(factory);
    coverage.expect();
    List<Probe> probes = new ArrayList<>();
    for (Path file : CaseFiles.under(folder)) {
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN)) {
        cases.forEach(c -> coverage.probe(c).ifPresent(probes::add));
      }
    }
    probes.forEach(coverage::count);
    ReadingCoverage.countPairs(coverage.table, probes, coverage.shipped, coverage.judge);
    return coverage.table;
  }

  private void expect() {
    for (Edition edition : shipped.values()) {
      WordCoverage.expect(table, edition);
      ThresholdCoverage.expect(table, edition);
      DeadlineCoverage.expect(table, edition);
      ReadingCoverage.expect(table, edition);
    }
    WordCoverage.expectRefusals(table);
  }

  private Optional<Probe> probe(Case c) {
    if (!(editions.find(c) instanceof CaseEditions.Ready ready)) {
      return Optional.empty();
    }
    CaseResult result = judge.judge(c);
    if (!result.passed()) {
      return Optional.empty();
    }
    Reckoning reckoning = factory.of(c, ready.edition(), editions.calendar(c));
    return Optional.of(new Probe(c, ready.edition(), editions.calendar(c), reckoning, result));
  }

  private void count(Probe probe) {
    Edition unread = shipped.get(probe.edition().id());
    if (unread == null) {
      return;
    }
    WordCoverage.count(table, probe);
    ThresholdCoverage.count(table, probe);
    DeadlineCoverage.count(table, probe);
    ReadingCoverage.count(table, probe, unread);
  }
}
