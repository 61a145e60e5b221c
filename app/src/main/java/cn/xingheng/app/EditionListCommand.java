package cn.xingheng.app;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.editions.Editions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** 「版本一览命令」 {@code xingheng edition list}: the shipped editions, one a line. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {"列出随附的规则版本。", "Lists the shipped editions: id, first day in force, content hash, title."})
final class EditionListCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return EditionCommand.reading(spec.commandLine().getErr(), () -> {
      for (String id : Editions.shipped()) {
        Edition edition = Editions.load(id, Path.of(""));
        out.println(id + "  " + edition.inForce().from() + "  " + edition.hash() + "  " + edition.title());
      }
      out.flush();
      return 0;
    });
  }
}
