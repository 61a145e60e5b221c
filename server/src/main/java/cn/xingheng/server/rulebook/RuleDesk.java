package cn.xingheng.server.rulebook;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.cases.Answers;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseFiles;
import cn.xingheng.law.cases.CaseJudge;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.law.cases.CaseReport;
import cn.xingheng.law.cases.CaseResult;
import cn.xingheng.law.cases.CaseRunner;
import cn.xingheng.law.editions.EditionText;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.server.house.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the editions: what each says, by which article, and the cases that show it. */
@Component
class RuleDesk {
  private final LawDesk laws;
  private final RuleStore store;
  private final Map<String, List<RuleCase>> cases = new ConcurrentHashMap<>();

  RuleDesk(LawDesk laws, RuleStore store) {
    this.laws = laws;
    this.store = store;
  }

  Collection<Edition> editions() {
    return laws.editions();
  }

  /** The edition, or 404. */
  Edition edition(String id) {
    return laws.find(id).orElseThrow(Problem::notFound);
  }

  /** Every article that the edition names, with the names of the entries that cite it. */
  Map<String, Set<String>> articles(List<EditionText.Part> parts) {
    Map<String, Set<String>> articles = new LinkedHashMap<>();
    for (EditionText.Part part : parts) {
      for (EditionText.Entry entry : part.entries()) {
        entry.citation().articles()
            .forEach(article -> articles.computeIfAbsent(article, key -> new LinkedHashSet<>()).add(entry.name()));
      }
    }
    return articles;
  }

  /** The official text that the deployment has put beside the edition. */
  Optional<String> text(String edition) {
    return store.text(edition);
  }

  /** The cases shipped with an edition, about an article or, when it is null, all. */
  List<RuleCase> cases(String edition, @Nullable String article) {
    return cases.computeIfAbsent(edition, this::read).stream()
        .filter(one -> article == null || one.cite().contains(article))
        .toList();
  }

  private List<RuleCase> read(String edition) {
    return store.temporarily(
        folder -> {
          List<RuleCase> found = new ArrayList<>();
          if (Editions.copyCases(edition, folder) > 0) {
            List<Path> files = CaseFiles.under(folder);
            RuleStore.each(
                folder, files,
                (name, text) -> {
                  List<String> names = new ArrayList<>();
                  Set<String> cite = new LinkedHashSet<>();
                  try (Stream<Case> all = CaseReader.cases(folder.resolve(name), CaseReader.Use.RUN)) {
                    all.forEach(
                        one -> {
                          names.add(one.name());
                          cite.addAll(one.cite());
                        });
                  }
                  found.add(new RuleCase(name, names, cite, text));
                });
          }
          return List.copyOf(found);
        });
  }

  /**
   * Runs the cases of one file.
   *
   * @throws Problem 404 when there is no such file
   */
  List<CaseResult> run(String edition, String file) {
    RuleCase one =
        cases(edition, null).stream().filter(each -> each.file().equals(file)).findFirst()
            .orElseThrow(Problem::notFound);
    return store.temporarily(
        folder -> {
          Path written = RuleStore.file(folder, one.file(), one.text());
          Collected collected = new Collected();
          new CaseRunner(new CaseJudge(new CaseEditions(), Answers.FACTORY)).run(List.of(written), collected);
          Files.delete(written);
          return List.copyOf(collected.results);
        });
  }

  /** Keeps what came of each case. */
  private static final class Collected implements CaseReport {
    private final List<CaseResult> results = new ArrayList<>();

    @Override
    public void refused(LawFault fault) {
      throw fault;
    }

    @Override
    public void ran(CaseResult result, @Nullable CaseResult before) {
      results.add(result);
    }

    @Override
    public void ended(Totals totals) {
      // The results say it all.
    }
  }
}
