package cn.xingheng.app;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.formats.Formats;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.match.Progress;
import cn.xingheng.match.SnapshotFile;
import cn.xingheng.match.SnapshotNote;
import cn.xingheng.match.UnusableInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「打包资格状态命令」 {@code xingheng standings pack}: a standings file as a snapshot that {@code match} opens at once. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "将资格状态文件打包成快照：match 不必再逐行读取，几十毫秒即可打开。",
      "Packs a standings file as a snapshot: match opens it within milliseconds instead of reading it line by line."
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:已写出 written", "2:文件不能用，未写任何内容 the file cannot be used, nothing is written"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class StandingsPackCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "S.csv", description =
      "资格状态文件（可为 .gz、.zst、.parquet） a standings file, also packed or Parquet")
  private Path standings;

  @Option(names = {"-o", "--out"}, paramLabel = "S.xhs", required = true, description = "写到此文件 where to")
  private Path out;

  @Option(names = "--as-of", paramLabel = "DATE",
      description = "记入快照：所含事件截至哪一日 noted in it: the last day whose events it knows")
  private @Nullable LocalDate asOf;

  @Option(names = "--edition", paramLabel = "ID|FILE",
      description = "记入快照：据以推算的规则版本及其指纹，可多次 noted in it with their hashes: the editions it was reckoned by")
  private List<String> editions = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Map<String, String> hashes = new TreeMap<>();
      for (String edition : editions) {
        Edition read = Editions.load(edition, Path.of(""));
        hashes.put(read.id(), read.hash());
      }
      SnapshotFile.pack(standings, out, new SnapshotNote(asOf, hashes), new Formats(), Progress.SILENT);
      return 0;
    } catch (LawFault fault) {
      err.println(fault.getMessage());
    } catch (UnusableInput unusable) {
      err.println("xingheng standings pack: " + unusable.getMessage());
    } catch (IOException failed) {
      err.println("xingheng standings pack: 读写失败 reading or writing failed: " + failed.getMessage());
      err.println("Maybe the folder is missing or closed to you, or the disk is full.");
    }
    err.flush();
    return UNUSABLE;
  }
}
