package cn.xingheng.app;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.editions.EditionReader;
import cn.xingheng.law.yaml.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「版本检查命令」 {@code xingheng edition check}: the file, its contradictions, then its cases. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {"检查一个版本文件：格式、规则之间的矛盾，然后运行它的案例。",
      "Checks an edition file: its shape, conflicts between its rules, then its cases."},
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:无误 sound", "1:有案例不符 a case failed", "2:文件不能用 the file cannot be used"})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class EditionCheckCommand implements Callable<Integer> {

  private final EditionCases cases;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "版本文件 the edition file")
  private Path file;

  EditionCheckCommand() {
    this(new ShippedEditionCases());
  }

  EditionCheckCommand(EditionCases cases) {
    this.cases = cases;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return EditionCommand.reading(err, () -> {
      Edition edition = EditionReader.read(Source.read(file));
      out.println(edition.id() + ": 格式无误，规则无矛盾 sound and without conflicts；条目 " + edition.catalogue().size()
          + "，规则 " + edition.rules().size() + "，读法 " + edition.readings().size() + "，指纹 " + edition.hash());
      int code = cases.run(edition, file, out, err);
      out.flush();
      return code;
    });
  }
}
