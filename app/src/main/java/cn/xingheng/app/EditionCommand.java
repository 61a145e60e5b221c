package cn.xingheng.app;

import cn.xingheng.law.yaml.LawFault;
import java.io.PrintWriter;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** 「规则版本命令」 {@code xingheng edition}: the editions of regulations, shipped or in files. */
@Command(
    name = "edition",
    mixinStandardHelpOptions = true,
    description = {"查看、比较、检查规则版本。", "Shows, compares and checks editions of regulations."},
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EditionListCommand.class,
      EditionShowCommand.class,
      EditionDiffCommand.class,
      EditionCheckCommand.class,
    })
final class EditionCommand implements Runnable {

  /** Exit code of an edition that cannot be read. */
  static final int UNREADABLE = 2;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
  private CommandSpec spec;

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "缺少子命令 Missing COMMAND: list, show, diff, check");
  }

  /** Does the work; a faulty edition is said on the error stream, file, line and way out. */
  static int reading(PrintWriter err, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (LawFault refusal) {
      err.println(refusal.getMessage());
      err.flush();
      return UNREADABLE;
    }
  }
}
