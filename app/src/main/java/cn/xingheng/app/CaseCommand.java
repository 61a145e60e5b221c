package cn.xingheng.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** 「案例命令」 {@code xingheng case}: the law by example; run, explained and counted. */
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    description = {"以案例检验规则：陈述事实，核对结论。", "The law by example: states facts, checks what the law makes of them."},
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CommandLine.HelpCommand.class,
      CaseRunCommand.class,
      CaseExplainCommand.class,
      CaseCoverageCommand.class,
    })
final class CaseCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
  private CommandSpec spec;

  /** Without a command of its own there is nothing to do: says so and shows the usage. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "缺少命令 Missing COMMAND");
  }
}
