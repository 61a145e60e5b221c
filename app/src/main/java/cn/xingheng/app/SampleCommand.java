package cn.xingheng.app;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.law.cases.Answers;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.law.cases.Explanation;
import cn.xingheng.law.standings.Standings;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** 「样本命令」 {@code xingheng sample}: a shipped sample, reckoned, explained and matched. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "样本：推算随附样本中各医师的资格，说明一例暂停，匹配随附的结算明细。",
      "Reckons a shipped sample of physicians, explains one suspension, matches a shipped claims file."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the field before it calls
final class SampleCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  private final CaseEditions editions = new CaseEditions();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (DemoSample sample = DemoSample.open()) {
      List<Case> cases;
      try (Stream<Case> read = CaseReader.cases(sample.file("facts.yaml"), CaseReader.Use.FACTS)) {
        cases = read.toList();
      }
      out.println("杏衡 Xingheng：这一天，这位医师的服务能否由医保基金支付，依据哪一条？");
      out.println("样本 Sample: demo/facts.yaml, demo/claims.csv（虚构）；所看之日 day " + sample.day());
      for (Case c : cases) {
        table(c, sample, out);
      }
      for (Case c : cases) {
        explain(c, sample, out);
      }
      match(sample, out);
      out.println();
      out.println("接下来可以试 Try next:");
      for (String line : Files.readAllLines(sample.file("next.txt"))) {
        out.println("  " + line);
      }
      out.flush();
      return 0;
    }
  }

  private Edition edition(Case c) {
    return switch (editions.find(c)) {
      case CaseEditions.Ready(Edition edition) -> edition;
      case CaseEditions.Absent(String why) -> throw new IllegalStateException("the sample: " + why);
    };
  }

  private void table(Case c, DemoSample sample, PrintWriter out) {
    Edition edition = edition(c);
    Book book = Book.reckon(new Law(edition, editions.calendar(c)), c.facts());
    out.println();
    out.println("一、资格 Standing on " + sample.day() + "：" + edition.title());
    out.println("  " + Labels.padded("医师 name", 22) + Labels.padded("机构 institution", 20)
        + Labels.padded("资格 standing", 15) + Labels.padded("累计 points", 13) + "待办 due");
    for (PersonId person : book.histories().keySet()) {
      Dossier dossier = book.dossier(person, LocalDate.MAX);
      for (InstitutionId site : dossier.sites()) {
        out.println("  " + row(States.reckon(dossier, site, sample.day(), null), edition, person, sample));
      }
    }
  }

  private static String row(State state, Edition edition, PersonId person, DemoSample sample) {
    String causes = state.qualification().causes().stream()
        .map(cause -> gloss(edition, cause)).collect(Collectors.joining("，"));
    String due = state.due().stream().map(Labels::of).collect(Collectors.joining("、"));
    String line = Labels.padded(sample.name(person.value()), 22) + Labels.padded(sample.name(state.site().value()), 20)
        + Labels.padded(Labels.of(state.qualification().standing()), 15)
        + Labels.padded(String.valueOf(state.points()), 13) + due;
    return causes.isEmpty() ? line.strip() : line + (due.isEmpty() ? "" : "；") + "【" + causes + "】";
  }

  private static String gloss(Edition edition, Cause cause) {
    return edition.cause(cause.word()).gloss() + "〔" + edition.cause(cause.word()).citation() + "〕";
  }

  private void explain(Case c, DemoSample sample, PrintWriter out) {
    PersonId person = new PersonId(sample.explained());
    if (!Explanation.persons(c).contains(person)) {
      return;
    }
    out.println();
    out.println("二、为何暂停 Why suspended: " + sample.name(person.value()) + "，逐条 article by article");
    Explanation.of(c, Answers.FACTORY.of(c, edition(c), editions.calendar(c)), person, sample.day(), null)
        .forEach(line -> out.println("  " + line));
  }

  private static void match(DemoSample sample, PrintWriter out) throws IOException {
    Path standings = sample.file("S.csv");
    try (Writer writer = Files.newBufferedWriter(standings)) {
      Standings.Options options = new Standings.Options(LocalDate.of(9999, 12, 31), LocalDate.MAX, null, List.of());
      Standings.write(sample.file("facts.yaml"), options, writer, done -> {});
    }
    Path rejects = sample.file("R.csv");
    MatchFiles files = new MatchFiles(
        standings, sample.file("claims.csv"), sample.file("V.csv"), sample.file("T.json"), rejects);
    Summary total = MatchRun.run(files, MatchOptions.of(Verdict.EXCEPTED, 1), Progress.SILENT);
    out.println();
    out.println("三、结算匹配 Claims: 读入 read " + total.read() + " 行，判定 decided " + total.decided()
        + "，拒收 rejected " + total.rejected() + "，共 " + yuan(total.fen()) + " 元");
    total.byVerdict().forEach((word, entry) -> sum(
        Labels.of(Verdict.valueOf(word.toUpperCase(Locale.ROOT))) + " " + word, entry, out));
    out.println("  其中不能照付的，按原因 by cause:");
    for (Map.Entry<String, Summary.Entry> each : total.byCause().entrySet()) {
      sum("  " + each.getKey(), each.getValue(), out);
    }
    out.println("  拒收的行 rejects:");
    List<String> lines = Files.readAllLines(rejects);
    lines.subList(1, lines.size()).forEach(line -> out.println("    " + line));
  }

  private static void sum(String what, Summary.Entry entry, PrintWriter out) {
    out.println("  " + Labels.padded(what, 24) + entry.lines() + " 行 lines，" + yuan(entry.fen()) + " 元");
  }

  private static String yuan(BigInteger fen) {
    return new BigDecimal(fen, 2).toPlainString();
  }
}
