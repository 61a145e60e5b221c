package cn.xingheng.cluster;

import cn.xingheng.core.claims.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for; paths are Hadoop's, so one without a scheme lies on the default file system.
 *
 * @param standings a snapshot or CSV
 * @param claims files or folders
 * @param out the folder of the verdicts, to be made
 * @param summary the file of the totals
 * @param rejects the folder of the rejects, to be made; null when nobody wants them
 * @param splitBytes how much of a file one task matches
 */
record Options(
    String standings, List<String> claims, String out, String summary, @Nullable String rejects,
    Verdict atStoppedInstitution, long splitBytes) {
  static final String USAGE = """
      用法 Usage: spark-submit --class cn.xingheng.cluster.ClusterMatch xingheng-cluster.jar
        --standings S.xhs|S.csv    资格状态快照或文件 who stood how, where and when
        --claims PATH[,PATH...]    结算明细：文件或文件夹，CSV（.gz、.zst 亦可）或 Parquet
                                   the lines to decide: files or folders, CSV (also .gz, .zst) or Parquet
        --out DIR                  判定结果文件夹（新建） the verdicts: DIR/part-00000.csv ..., in order
        --summary T.json           汇总（输出） the totals
        [--rejects DIR]            拒收行文件夹（新建） the lines that cannot be decided
        [--emergency-at-stopped-institution excepted|refused]
                                   解释：机构停保期间的急诊、抢救行 reading: emergency lines at a stopped institution
        [--split-bytes N]          每个任务的字节数 bytes of a file for one task; default 134217728
      判定与汇总同 xingheng match，但无 --unique 与 --resume。
      Verdicts and totals are those of xingheng match; --unique and --resume are not offered here.
      退出码 Exit codes: 0 全部判定 every line is decided; 2 未写任何结果 nothing is written; 3 另有拒收行 done, with rejects
      """;

  private static final long LEAST_SPLIT = 1 << 16;
  private static final String DEFAULT_SPLIT = String.valueOf(128L << 20);
  private static final Set<String> NAMES = Set.of("--standings", "--claims", "--out", "--summary", "--rejects",
      "--emergency-at-stopped-institution", "--split-bytes");

  Options {
    claims = List.copyOf(claims);
    if (claims.isEmpty() || splitBytes < LEAST_SPLIT) {
      throw new IllegalArgumentException(claims + ", splits of " + splitBytes + " bytes; least is " + LEAST_SPLIT);
    }
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a sentence, when it cannot be understood
   */
  static Options of(String... words) {
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      if (!NAMES.contains(words[i])) {
        throw new IllegalArgumentException("未知选项 unknown option: " + words[i]);
      }
      if (i + 1 == words.length || said.put(words[i], words[i + 1]) != null) {
        throw new IllegalArgumentException("应恰有一个值 wants exactly one value: " + words[i]);
      }
    }
    return new Options(
        wanted(said, "--standings"), Arrays.asList(wanted(said, "--claims").split(",")), wanted(said, "--out"),
        wanted(said, "--summary"), said.get("--rejects"),
        reading(said.getOrDefault("--emergency-at-stopped-institution", "excepted")),
        splitBytes(said.getOrDefault("--split-bytes", DEFAULT_SPLIT)));
  }

  private static String wanted(Map<String, String> said, String name) {
    String value = said.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("缺少选项 option missing: " + name);
    }
    return value;
  }

  private static Verdict reading(String word) {
    return switch (word) {
      case "excepted" -> Verdict.EXCEPTED;
      case "refused" -> Verdict.REFUSED;
      default -> throw new IllegalArgumentException(
          "--emergency-at-stopped-institution 只能是 is either excepted or refused: " + word);
    };
  }

  private static long splitBytes(String digits) {
    if (!digits.matches("[0-9]{1,15}") || Long.parseLong(digits) < LEAST_SPLIT) {
      throw new IllegalArgumentException("--split-bytes 至少 at least " + LEAST_SPLIT + ": " + digits);
    }
    return Long.parseLong(digits);
  }
}
