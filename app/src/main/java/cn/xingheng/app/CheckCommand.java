package cn.xingheng.app;

import cn.xingheng.client.Answer;
import cn.xingheng.client.Line;
import cn.xingheng.client.LocalStandings;
import cn.xingheng.client.Source;
import cn.xingheng.client.XinghengClient;
import cn.xingheng.core.standing.Cause;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** 「核查命令」 {@code xingheng check}: whether lines are paid, asked of the house or of the signed snapshot at hand. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "这几行付不付：问系统（--url），或断网时问手头的签名快照（--offline）；",
      "--url 与 --snapshot 都给，系统不应答时用快照。",
      "Whether lines are paid: asks the house (--url) or the signed snapshot at hand (--offline);",
      "with --url and --snapshot the snapshot answers when the house does not."
    },
    footerHeading = "%n例 Examples:%n",
    footer = {
      "  xingheng check --offline --snapshot S.xhs --key K.pem --line Aa3110000000000001,H3401,2026-06-15,outpatient",
      "  xingheng check --url https://xingheng.example.cn --key-file key.txt --claims C.csv"
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:全部判定（含 unresolved） every line is decided, unresolved ones included",
      "2:文件不能用、系统拒绝或连不上 a file cannot be used, or the house refuses or cannot be reached",
      "3:完成，另有拒收行 done, with rejects"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class CheckCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int WITH_REJECTS = 3;

  @Spec
  private CommandSpec spec;

  @Mixin
  private HouseOptions house;

  @Mixin
  private LocalOptions local;

  @Option(names = "--offline", description = "只用手头的快照 ask nobody but the snapshot at hand")
  private boolean offline;

  @Option(names = "--oldest", paramLabel = "HOURS", defaultValue = "72",
      description = "快照所知早于这么多小时则不判（默认 ${DEFAULT-VALUE}） older knowledge gives unresolved; default: ${DEFAULT-VALUE}")
  private long oldest;

  @Option(names = "--line", paramLabel = "WHO,WHERE,DAY,SETTING", description = "一行：医师编码,机构编码,开具日期,"
      + "outpatient|inpatient|emergency|rescue；可多次 one line; may be given often")
  private List<String> words = new ArrayList<>();

  @Option(names = "--claims", paramLabel = "C.csv", description = "结算明细文件；逐行写出 CSV a claims file; answers are CSV")
  private @Nullable Path claims;

  @Override
  public Integer call() {
    boolean wrong = offline ? house.given() || !local.given() : !house.given();
    if (wrong) {
      throw new ParameterException(
          spec.commandLine(), "请给出 --url 或 --offline --snapshot give either --url or --offline --snapshot");
    }
    if (words.isEmpty() == (claims == null)) {
      throw new ParameterException(spec.commandLine(), "请给出 --line 或 --claims give either --line or --claims");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      AskedLines asked = new AskedLines();
      words.forEach(asked::add);
      if (claims != null) {
        asked.read(claims);
      }
      List<Answer> answers = asked.lines().isEmpty() ? List.of() : answers(asked.lines());
      print(asked.lines(), answers);
      asked.rejected().forEach(line -> err.println("xingheng check: " + line));
      err.flush();
      return asked.rejected().isEmpty() ? 0 : WITH_REJECTS;
    } catch (IOException failed) {
      err.println("xingheng check: " + Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
      err.println("Maybe the address, the key or a file is another one; nothing was decided.");
      err.flush();
    }
    return UNUSABLE;
  }

  private List<Answer> answers(List<Line> lines) throws IOException {
    Duration limit = Duration.ofHours(oldest);
    LocalStandings at = local.given() ? local.open(spec) : null;
    if (!house.given()) {
      return Objects.requireNonNull(at).check(lines, limit);
    }
    try (XinghengClient client = house.client(spec)) {
      return at == null ? client.check(lines) : client.check(lines, at, limit);
    }
  }

  private void print(List<Line> lines, List<Answer> answers) {
    PrintWriter out = spec.commandLine().getOut();
    if (claims != null) {
      out.println("claim_id,verdict,because,until");
    }
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      Cause because = answer.because();
      String until = answer.until() == null ? "" : answer.until().toString();
      if (claims != null) {
        out.println(
            quoted(answer.id()) + "," + answer.verdict().word() + "," + (because == null ? "" : because.word()) + ","
                + until);
      } else {
        Line line = lines.get(i);
        out.println(
            (line.physician().isEmpty() ? "—" : line.physician()) + " @ " + line.institution() + " " + line.day() + " "
                + line.setting().word());
        out.println("  " + Labels.of(answer.verdict()) + " " + answer.verdict().word()
            + (because == null ? "" : "：" + Labels.of(because) + " " + because.word())
            + (until.isEmpty() ? "" : "，至 until " + until));
        answer.articles().forEach(article -> out.println("  依据 by " + article));
        out.println("  " + said(answer.source()));
      }
    }
    out.flush();
    if (claims != null && !answers.isEmpty()) {
      spec.commandLine().getErr().println(said(answers.getFirst().source()));
    }
  }

  private static String quoted(String id) {
    return id.matches("[^\",\r\n]*") ? id : '"' + id.replace("\"", "\"\"") + '"';
  }

  private static String said(Source source) {
    return switch (source) {
      case Source.Online() -> "在线 online";
      case Source.Local(var asOf, var change, var age) ->
          "本地 local，截至 as of " + asOf + "，变动号 change " + change + "，" + hours(age) + " 前 ago";
      case Source.TooOld(var asOf, var change, var age) ->
          "本地资格已过期，不判 the snapshot is too old: as of " + asOf + ", change " + change + ", " + hours(age);
      case Source.Silent() -> "手头没有这家机构的快照，不判 no snapshot of this institution at hand";
    };
  }

  private static String hours(Duration age) {
    return age.toHours() + "h" + age.toMinutesPart() + "m";
  }
}
