package cn.xingheng.app;

import cn.xingheng.law.standings.Standings;
import cn.xingheng.law.yaml.LawFault;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「资格状态命令」 {@code xingheng standings}: from a file of facts to the standings file that {@code match} reads. */
@Command(
    name = "standings",
    mixinStandardHelpOptions = true,
    subcommands = {StandingsExportCommand.class, StandingsPackCommand.class},
    description = {
      "由事实文件推算每位医师在每家机构每一天的资格状态，写成供 match 使用的文件。",
      "Reckons a file of facts to the standings of everybody, everywhere, every day, for match."
    },
    footerHeading = "%n文件 File (UTF-8, RFC 4180):%n",
    footer = {
      "  physician_code,institution_code,from,through,standing,because",
      "  起止日均含在内；空档即未签约 days inclusive; a gap means not signed"
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:已写出 written", "2:文件不能用，未写任何内容 the file cannot be used, nothing is written"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class StandingsCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FACTS", description = "事实文件（案例文件，.yaml 或 .jsonl；expect 略过，编号即编码） "
      + "a case file; expect is passed over, ids are the codes")
  private @Nullable Path given;

  private Path facts;

  @Option(names = "--out", paramLabel = "S.csv", description = "写到此文件（默认标准输出） default: standard output")
  private @Nullable Path out;

  @Option(names = "--through", paramLabel = "DATE", defaultValue = "9999-12-31",
      description = "说到哪一天为止（默认 ${DEFAULT-VALUE}） the last day to speak of")
  private LocalDate through;

  @Option(names = "--known", paramLabel = "DATE",
      description = "按这一日终了时所知（默认全部所知） what was known at the end of this day; default: all")
  private @Nullable LocalDate known;

  @Option(names = "--edition", paramLabel = "ID",
      description = "全部按此版本（编号或文件）推算 everything under this edition, an id or a file")
  private @Nullable String edition;

  @Mixin
  private Holidays holidays;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (given == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FACTS'");
    }
    facts = given;
    Standings.Options options =
        new Standings.Options(through, known == null ? LocalDate.MAX : known, edition, holidays.files());
    try {
      said(out == null ? print(options) : write(options, out), err);
      return 0;
    } catch (LawFault fault) {
      err.println(fault.getMessage());
    } catch (IOException | UncheckedIOException failed) {
      err.println("xingheng standings: 读写失败 reading or writing failed: " + failed.getMessage());
      err.println("Maybe the folder is missing or closed to you, or the disk is full.");
    }
    err.flush();
    return UNUSABLE;
  }

  private static void said(Standings.Result result, PrintWriter err) {
    if (result.refused() > 0) {
      err.println("xingheng standings: " + result.refused()
          + " 条事实不予受理，未计入；原因见 xingheng case explain facts refused by law count for nothing");
    }
    if (result.emergencyRefused()) {
      err.println("xingheng standings: 有案例选用解释 emergency-at-stopped-institution: refused；匹配时请加 "
          + "--emergency-at-stopped-institution refused when matching, say so");
    }
    err.flush();
  }

  private Standings.Result print(Standings.Options options) throws IOException {
    // Not through println: it would flush at every row.
    BufferedWriter writer = new BufferedWriter(spec.commandLine().getOut(), 1 << 16);
    Standings.Result result = reckon(options, writer);
    writer.flush();
    return result;
  }

  /** Writes beside the place, and moves there when all is well. */
  private Standings.Result write(Standings.Options options, Path target) throws IOException {
    Path folder = target.toAbsolutePath().normalize().getParent();
    Path part = Files.createTempFile(folder == null ? Path.of("/") : folder, ".standings", ".part");
    try {
      Standings.Result result;
      try (Writer writer = Files.newBufferedWriter(part)) {
        result = reckon(options, writer);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return result;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Standings.Result reckon(Standings.Options options, Writer writer) throws IOException {
    CaseProgress progress = progress();
    try {
      return Standings.write(facts, options, writer, progress);
    } finally {
      progress.end();
    }
  }

  /** A line on a terminal; silence when the output goes elsewhere. */
  @SuppressWarnings("SystemConsoleNull") // without a terminal some releases give null, others a console that is none
  private CaseProgress progress() throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal() || out == null || !facts.toString().endsWith(".jsonl")
        || !Files.isRegularFile(facts)) {
      return CaseProgress.SILENT;
    }
    try (Stream<String> lines = Files.lines(facts, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return CaseProgress.on(console.writer(), System::nanoTime, lines.filter(line -> !line.isBlank()).count());
    }
  }

  /** 「案例进度」 Hears how many cases are done, and shows it at most five times a second. */
  interface CaseProgress extends LongConsumer {
    /** Shows nothing. */
    CaseProgress SILENT = done -> {};

    /** What comes next on the terminal begins on a line of its own. */
    default void end() {}

    /** Shows cases done, rate and time left. */
    static CaseProgress on(PrintWriter terminal, java.util.function.LongSupplier nanos, long total) {
      return new CaseLine(terminal, nanos, total);
    }
  }
}
