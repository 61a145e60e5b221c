package cn.xingheng.app;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * 「杏衡」 The executable: the command tree, and what an exit code means.
 *
 * <p>Exit codes: 0 done; 1 a case failed; 2 the command line or an input cannot be used; 3 done, with rejects;
 * 70 a fault of the program itself.
 */
@Command(
    name = "xingheng",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = CommandLine.ScopeType.LOCAL,
    description = {
      "医保医师协议管理：这一天，这位医师的服务能否由医保基金支付，依据哪一条？",
      "On this day, may this physician's care be paid for from the insurance fund, and by which article?"
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SampleCommand.class,
      EditionCommand.class,
      CommandLine.HelpCommand.class,
      CaseCommand.class,
      StandingsCommand.class,
      MatchCommand.class,
      CheckCommand.class,
      SyncCommand.class,
      ProjectionsCommand.class,
      AutoComplete.GenerateCompletion.class,
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:完成 done",
      "1:有案例不符 a case failed",
      "2:命令或输入文件不能用 the command line or an input cannot be used",
      "3:完成，另有拒收行 done, with rejects",
      "70:程序自身的故障 a fault of the program itself"
    })
public final class Main implements Runnable {
  /** Exit code of a fault of the program itself, as in sysexits. */
  static final int FAULT = 70;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
  private CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(commandLine(), args));
  }

  /** Runs one command; what even the command tree cannot catch is one line as well. */
  static int run(CommandLine tree, String... args) {
    try {
      return tree.execute(args);
    } catch (StackOverflowError | OutOfMemoryError fault) {
      return fault(fault, tree);
    }
  }

  /** The whole command tree, with the handling of errors that every command shares. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Main::misused)
        .setExecutionExceptionHandler((fault, command, parsed) -> fault(fault, command));
  }

  /** Without a command there is nothing to do: says so and shows the usage. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "缺少命令 Missing COMMAND");
  }

  /** What is wrong with the command line, what may have been meant, and where to read on. */
  private static int misused(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText("xingheng: " + wrong.getMessage()));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
      err.println("Maybe see: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int fault(Throwable fault, CommandLine command) {
    PrintWriter err = command.getErr();
    String what = fault.getMessage() == null ? "" : ": " + fault.getMessage().lines().findFirst().orElse("");
    err.println(command.getColorScheme().errorText(
        "xingheng: 程序故障 internal fault: " + fault.getClass().getSimpleName() + what));
    if (System.getenv("XINGHENG_TRACE") == null) {
      err.println("Maybe set XINGHENG_TRACE=1 and run it again to see where it happened.");
    } else {
      for (StackTraceElement frame : fault.getStackTrace()) {
        err.println("  " + frame);
      }
    }
    err.flush();
    return FAULT;
  }

  /** 「版本」 The version in the manifest of the jar, and the Java that runs it. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "xingheng " + (version == null ? "(classes)" : version) + " · Java " + Runtime.version().feature()
      };
    }
  }
}
