package cn.xingheng.app;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.cases.Answers;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseJudge;
import cn.xingheng.law.cases.CaseRunner;
import cn.xingheng.law.cases.TextReport;
import cn.xingheng.law.editions.Editions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 「随附案例」 The cases that are shipped for the edition's id, run under the file, each change with both answers. */
final class ShippedEditionCases implements EditionCases {

  @Override
  public int run(Edition edition, Path file, PrintWriter out, PrintWriter err) {
    try {
      Path folder = Files.createTempDirectory("xingheng-cases");
      try {
        if (Editions.copyCases(edition.id(), folder) == 0) {
          return EditionCases.none(edition, out);
        }
        CaseJudge judge = new CaseJudge(new CaseEditions(), Answers.FACTORY);
        CaseRunner runner = new CaseRunner(judge, Map.of(edition.id(), file));
        return runner.run(List.of(folder), new TextReport(out, err)).exitCode();
      } finally {
        delete(folder);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
