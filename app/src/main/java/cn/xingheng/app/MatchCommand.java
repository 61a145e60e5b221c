package cn.xingheng.app;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.formats.Formats;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.Summary;
import cn.xingheng.match.UnusableInput;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** 「结算匹配命令」 {@code xingheng match}: claim files against a standings file, with totals and rejects that add up. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "将结算明细与医师资格状态匹配，逐行给出支付判定。",
      "Matches claim lines against standings: one verdict a line, in the order of the lines."
    },
    footerHeading = "%n文件 Files (UTF-8, RFC 4180):%n",
    footer = {
      "  standings  physician_code,institution_code,from,through,standing,because",
      "  claims     claim_id,issued_at,physician_code,institution_code,setting,amount_fen",
      "  verdicts   claim_id,verdict,because",
      "  rejects    line,reason,text",
      "  .gz 与 .zst 自动解压、压缩；.parquet 按列名读取、写出（汇总除外）；资格状态也可为 standings pack 所写的快照",
      "  .gz and .zst are unpacked and packed; .parquet is read by the names of its columns, and written, but for the",
      "  summary; standings may also be a snapshot written by standings pack",
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:全部判定 every line is decided",
      "2:输入不能用或读写失败，未写任何结果文件 an input cannot be used, or reading or writing failed; no result is written",
      "3:完成，另有拒收行 done, with rejects"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the required options before it calls
final class MatchCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int WITH_REJECTS = 3;

  @Spec
  private CommandSpec spec;

  @Option(names = "--standings", required = true, paramLabel = "S.csv|S.parquet|S.xhs",
      description = "资格状态文件或快照 who stood how, where and when")
  private Path standings;

  @Option(names = "--claims", required = true, paramLabel = "C.csv|C.parquet",
      description = "结算明细文件 the lines to decide")
  private Path claims;

  @Option(names = "--out", required = true, paramLabel = "V.csv|V.parquet",
      description = "判定结果（输出） the verdicts, to be written")
  private Path out;

  @Option(names = "--summary", required = true, paramLabel = "T.json", description = "汇总（输出） the totals, to be written")
  private Path summary;

  @Option(names = "--rejects", paramLabel = "R.csv",
      description = "拒收行（输出） the lines that cannot be decided, to be written")
  private @Nullable Path rejects;

  @Option(names = "--emergency-at-stopped-institution", paramLabel = "excepted|refused", defaultValue = "excepted",
      description = "解释：机构停保期间的急诊、抢救行（默认 ${DEFAULT-VALUE}） reading: emergency lines at a stopped institution")
  private String emergencyAtStoppedInstitution;

  @Option(names = "--threads", paramLabel = "N",
      description = "判定线程数（默认为处理器数，至多 8） threads that decide lines; default: one per processor, at most 8")
  private int threads = Math.min(8, Runtime.getRuntime().availableProcessors());

  @Option(names = "--resume",
      description = "可续：边写边记日志；被中断后以同样的命令再次运行，即从中断处继续 keep a journal; after an interruption the same "
          + "command goes on from there")
  private boolean resume;

  @Option(names = "--unique",
      description = "结算编号须各不相同，有重复则不判；在输出文件夹暂用每行 24 字节 refuse claims in which an id stands twice; "
          + "takes 24 bytes a line on the disk meanwhile")
  private boolean unique;

  @Override
  public Integer call() {
    MatchOptions options = options();
    MatchFiles files = new MatchFiles(standings, claims, out, summary, rejects);
    PrintWriter err = spec.commandLine().getErr();
    try {
      Summary total = run(files, options);
      if (total.rejected() == 0) {
        return 0;
      }
      err.println("xingheng match: 拒收 " + total.rejected() + " 行，共 " + total.read()
          + " 行 lines rejected of those read");
      err.println("Maybe " + (rejects == null
          ? "run it again with --rejects R.csv to see which, and why."
          : "correct the lines in " + rejects + " and match them alone."));
      return WITH_REJECTS;
    } catch (UnusableInput unusable) {
      err.println("xingheng match: " + unusable.getMessage());
    } catch (IOException failed) {
      err.println("xingheng match: " + why(failed) + (resume
          ? " (已完成的部分保留 what is done is kept)"
          : " (未写任何文件 nothing is written)"));
      err.println("Maybe the disk is full or was taken away; make room and run it again.");
    }
    return UNUSABLE;
  }

  private static String why(IOException failed) {
    if (failed instanceof FileSystemException file && file.getReason() == null) {
      return "读写失败 reading or writing failed: " + file.getClass().getSimpleName() + " " + file.getFile();
    }
    return "读写失败 reading or writing failed: " + failed.getMessage();
  }

  private MatchOptions options() {
    if (threads < 1 || threads > 64) {
      throw new ParameterException(spec.commandLine(), "--threads 应为 1 到 64 must be 1 to 64: " + threads);
    }
    if (resume && unique) {
      throw new ParameterException(spec.commandLine(), "--resume 与 --unique 不能同用 do not go together");
    }
    Verdict verdict = switch (emergencyAtStoppedInstitution) {
      case "excepted" -> Verdict.EXCEPTED;
      case "refused" -> Verdict.REFUSED;
      default -> throw new ParameterException(spec.commandLine(),
          "--emergency-at-stopped-institution 只能是 is either excepted or refused: " + emergencyAtStoppedInstitution);
    };
    MatchOptions options = MatchOptions.of(verdict, threads).with(new Formats());
    if (resume) {
      return options.withJournal();
    }
    return unique ? options.withUniqueIds() : options;
  }

  /** Runs with a bar on a terminal; silently when the output goes to a file or to another program. */
  @SuppressWarnings("SystemConsoleNull") // without a terminal some releases give null, others a console that is none
  private static Summary run(MatchFiles files, MatchOptions options) throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return MatchRun.run(files, options, Progress.SILENT);
    }
    ProgressBar bar = new ProgressBar(console.writer(), System::nanoTime);
    try {
      return MatchRun.run(files, options, bar);
    } finally {
      bar.end();
    }
  }
}
