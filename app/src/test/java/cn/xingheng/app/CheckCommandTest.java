package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.match.SnapshotBuilder;
import cn.xingheng.match.SnapshotIssue;
import cn.xingheng.match.SnapshotNote;
import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.match.StandingSpan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("命令 check 与 sync")
final class CheckCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final String LONG = "1000000";

  @TempDir
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void snapshot() throws Exception {
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SnapshotBuilder rows = new SnapshotBuilder();
    rows.add(
        "zhang",
        List.of(
            new StandingSpan("h1", DAY.minusYears(1), DAY.minusDays(20), Standing.EFFECTIVE, null),
            new StandingSpan("h1", DAY.minusDays(19), DAY.plusDays(14), Standing.SUSPENDED, Cause.POINTS),
            new StandingSpan("h1", DAY.plusDays(15), StandingSpan.OPEN, Standing.EFFECTIVE, null)));
    SnapshotIssue issue = new SnapshotIssue(
        812, "h1", Instant.parse("2026-06-16T02:00:00Z"), Verdict.EXCEPTED, "l", SnapshotSeal.id(key.getPublic()));
    rows.write(folder.resolve("S.xhs"), new SnapshotNote(DAY, Map.of(), issue), key.getPrivate());
    Files.writeString(folder.resolve("K.pem"), SnapshotSeal.pem(key.getPublic()));
  }

  private int run(Object command, String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
  }

  private int offline(String... more) {
    List<String> words = new ArrayList<>(
        List.of("--offline", "--snapshot", at("S.xhs"), "--key", at("K.pem")));
    words.addAll(Arrays.asList(more));
    return run(new CheckCommand(), words.toArray(String[]::new));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  @DisplayName("一行：判定、原因、至哪一天、截至与变动号；急诊照付；快照过期则不判")
  void line() {
    assertThat(offline("--oldest", LONG, "--line", "zhang,h1,2026-06-15,outpatient")).isZero();
    assertThat(out.toString()).contains("拒付 refused：积分 points，至 until 2026-06-29")
        .contains("截至 as of 2026-06-16，变动号 change 812");
    assertThat(
        offline("--oldest", LONG, "--line", "zhang,h1,2026-06-15,rescue", "--line", "li,h1,2026-06-15,inpatient"))
        .isZero();
    assertThat(out.toString()).contains("excepted", "编码不明 unknown-code");
    assertThat(offline("--oldest", "0", "--line", "zhang,h1,2026-07-15,outpatient")).isZero();
    assertThat(out.toString()).contains("unresolved", "已过期").doesNotContain("payable");
    assertThat(offline("--oldest", LONG, "--line", "zhang,h2,2026-07-15,outpatient")).isZero();
    assertThat(out.toString()).contains("unresolved", "手头没有这家机构的快照");
  }

  @Test
  @DisplayName("明细文件：逐行 CSV；写得不对的另说，退出码 3")
  void claims() throws Exception {
    Files.writeString(
        folder.resolve("C.csv"),
        "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n"
            + "c1,2026-06-15T10:00,zhang,h1,outpatient,100\nc2,2026-06-30T00:30:00+08:00,zhang,h1,outpatient,100\n"
            + "\"c,3\",2026-06-29T23:30:00Z,zhang,h1,outpatient,100\nc4,2026-02-30,zhang,h1,outpatient,100\n"
            + "c5,2026-06-15,zhang,h1,clinic,100\n");
    assertThat(offline("--oldest", LONG, "--claims", at("C.csv"))).isEqualTo(3);
    assertThat(out.toString()).isEqualTo(
        "claim_id,verdict,because,until\nc1,refused,points,2026-06-29\nc2,payable,,\n\"c,3\",payable,,\n");
    assertThat(err.toString()).contains("line 5: 日期有误", "line 6: 类型有误", "变动号 change 812");
  }

  @Test
  @DisplayName("快照被改、钥匙不对、连不上、命令不全：2，一句话")
  void unusable() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("S.xhs"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(folder.resolve("S.xhs"), bytes);
    assertThat(offline("--oldest", LONG, "--line", "zhang,h1,2026-06-15,outpatient")).isEqualTo(2);
    assertThat(err.toString()).contains("签名不符", "Maybe ").doesNotContain("\tat ");
    Files.writeString(folder.resolve("K.pem"), "x");
    assertThat(offline("--line", "zhang,h1,2026-06-15,outpatient")).isEqualTo(2);
    assertThat(err.toString()).contains("no Ed25519 public key");
    assertThat(run(new CheckCommand(), "--line", "a,b,2026-06-15,outpatient")).isEqualTo(2);
    assertThat(run(new CheckCommand(), "--url", "http://127.0.0.1:1", "--line", "a,b,2026-06-15,outpatient"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--key-file");
    assertThat(offline()).isEqualTo(2);
    Files.writeString(folder.resolve("key.txt"), "xh_x\n");
    assertThat(
        run(
            new SyncCommand(), "--url", "http://127.0.0.1:1", "--key-file", at("key.txt"), "--snapshot",
            at("new.xhs"), "--key", at("K2.pem"), "--accept-key")).isEqualTo(2);
    assertThat(Files.exists(folder.resolve("new.xhs"))).isFalse();
  }
}
