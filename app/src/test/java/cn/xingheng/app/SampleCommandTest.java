package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("命令 demo")
final class SampleCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("xingheng.root", "..")).toAbsolutePath().normalize();

  private static String run(int code, String... words) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    CommandLine tree = Main.commandLine().setOut(out).setErr(out);
    assertThat(tree.execute(words)).as(said.toString()).isEqualTo(code);
    return said.toString();
  }

  @Test
  @DisplayName("列出资格，逐条说明一例暂停，匹配明细，两次一字不差")
  void demo() {
    String said = run(0, "sample");
    assertThat(said).contains("张伟 zhang-wei", "有效", "暂停", "终止", "考虑暂停")
        .contains("自 2026-04-30；至 2026-06-29", "细则三(二)", "办法18", "advance-notice=day-after")
        .contains("读入 read 198 行，判定 decided 192，拒收 rejected 6")
        .contains("impossible-time", "Try next:");
    assertThat(run(0, "sample")).isEqualTo(said);
  }

  @Test
  @DisplayName("样本自己的期望全部相符")
  void expectations() {
    assertThat(run(0, "case", "run", ROOT.resolve("demo/facts.yaml").toString())).endsWith("2 passed, 0 failed\n");
  }

  @Test
  @DisplayName("结尾的三条命令都能运行")
  void next() throws Exception {
    List<String> commands = Files.readAllLines(ROOT.resolve("demo/next.txt"));
    assertThat(commands).hasSize(3);
    Path folder = Files.createTempDirectory("next");
    for (String command : commands) {
      String[] words = command.replace("./xingheng ", "").replace("demo/", ROOT + "/demo/")
          .replaceAll("\\b([STVR]\\.(csv|json))", folder + "/$1").split(" ");
      run(words[0].equals("match") ? 3 : 0, words);
    }
    assertThat(folder.resolve("T.json")).content().contains("\"rejected\": 6");
    assertThat(folder.resolve("S.csv")).content().doesNotContain("none");
  }
}
