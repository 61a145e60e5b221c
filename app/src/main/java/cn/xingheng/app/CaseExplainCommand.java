package cn.xingheng.app;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.law.cases.Answers;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.law.cases.Explanation;
import cn.xingheng.law.cases.Reckoning;
import cn.xingheng.law.yaml.LawFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「说明案例命令」 {@code xingheng case explain}: points, standing, duties and deadlines, article by article. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "逐条说明案例中各医师的扣分、资格、待办和期限。",
      "Explains points, standing, duties and deadlines of the physicians of a case, article by article."
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:已说明 explained",
      "1:没有这个人，或没有所依版本 no such person, or no such edition",
      "2:文件不能读取 the file cannot be read"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class CaseExplainCommand implements Callable<Integer> {
  private static final int NOTHING = 1;
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "案例文件 a case file")
  private Path file;

  @Option(names = "--person", paramLabel = "P", description = "只说明此人（默认所有人） this person only; default: all")
  private @Nullable String person;

  @Option(names = "--on", paramLabel = "DATE", description = "看哪一天（默认案例中最后一日） the day; default: the last in the case")
  private @Nullable LocalDate on;

  @Option(names = "--known", paramLabel = "DATE",
      description = "按这一日终了时所知（默认全部所知） what was known at the end of this day; default: all")
  private @Nullable LocalDate known;

  @Mixin
  private Holidays holidays;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int explained = 0;
    try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.EXPLAIN)) {
      CaseEditions editions = holidays.editions();
      for (Case c : (Iterable<Case>) cases::iterator) {
        explained += explain(c, editions, out);
      }
    } catch (LawFault fault) {
      out.flush();
      spec.commandLine().getErr().println(fault.getMessage());
      spec.commandLine().getErr().flush();
      return UNUSABLE;
    }
    if (explained == 0 && person != null) {
      out.println("没有说明任何人：案例中没有 " + person);
    }
    out.flush();
    return explained == 0 ? NOTHING : 0;
  }

  /** How many persons were explained. */
  private int explain(Case c, CaseEditions editions, PrintWriter out) {
    List<PersonId> persons = Explanation.persons(c).stream()
        .filter(each -> person == null || each.value().equals(person))
        .toList();
    if (persons.isEmpty()) {
      return 0;
    }
    switch (editions.find(c)) {
      case CaseEditions.Absent absent -> {
        out.println(c.name() + "：" + absent.why());
        return 0;
      }
      case CaseEditions.Ready ready -> {
        out.println("# " + c.name() + "（" + ready.edition().id() + " " + ready.edition().title() + "）");
        Reckoning reckoning = Answers.FACTORY.of(c, ready.edition(), editions.calendar(c));
        LocalDate day = on == null ? Explanation.lastDay(c) : on;
        persons.forEach(each -> Explanation.of(c, reckoning, each, day, known).forEach(out::println));
        return persons.size();
      }
    }
  }
}
