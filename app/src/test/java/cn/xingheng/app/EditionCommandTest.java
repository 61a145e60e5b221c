package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.law.editions.Editions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("规则版本的命令")
final class EditionCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  private Path folder;

  private Path copy;
  private Path changed;
  private Path broken;

  @BeforeEach
  void writeEditions() throws IOException {
    String text = Editions.source("anhui-2019", Path.of("")).text();
    copy = Files.writeString(folder.resolve("copy.yaml"), text);
    changed = Files.writeString(folder.resolve("changed.yaml"),
        text.replace("at-least: 9, at-most: 11", "at-least: 8, at-most: 11"));
    broken = Files.writeString(folder.resolve("broken.yaml"), text.replace("budget: 12", "budgt: 12"));
  }

  private int run(Object... args) {
    return run(Main.commandLine(), args);
  }

  private int run(CommandLine tree, Object... args) {
    tree.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return tree.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
  }

  @Test
  @DisplayName("list：随附的版本各占一行")
  void list() {
    assertThat(run("edition", "list")).isZero();
    assertThat(out.toString().lines()).hasSameSizeAs(Editions.shipped())
        .allMatch(line -> line.matches("[a-z0-9-]+  \\d{4}-\\d\\d-\\d\\d  [0-9a-f]{64}  .+"));
  }

  @Test
  @DisplayName("show：版本名或文件，文字或 JSON")
  void show() {
    assertThat(run("edition", "show", "lianyungang-2012")).isZero();
    assertThat(out.toString()).contains("扣分条目（19 项）", "【办法17】", "same-incident");
    assertThat(run("edition", "show", "--json", copy)).isZero();
    assertThat(out.toString().lines().toList().getLast()).startsWith("{\"hash\":\"").endsWith("}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  @DisplayName("show：没有的版本、有毛病的文件，退出码 2，指出行并说怎么办")
  void showUnreadable() {
    assertThat(run("edition", "show", "anhui-2018")).isEqualTo(2);
    assertThat(run("edition", "show", broken)).isEqualTo(2);
    assertThat(err.toString()).contains("Maybe 你想写的是 `anhui-2019`", "broken.yaml:", "不认识的键 `budgt`", "`budget`");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  @DisplayName("diff：相同退出码 0，不同退出码 1 并逐处列出，不能读退出码 2")
  void diff() {
    assertThat(run("edition", "diff", "anhui-2019", copy)).isZero();
    assertThat(run("edition", "diff", "anhui-2019", changed)).isEqualTo(1);
    assertThat(out.toString()).contains("rules/suspend/when/at-least: 9 → 8  [细则三(二)]", "共 1 处不同");
    assertThat(run("edition", "diff", "anhui-2019", broken)).isEqualTo(2);
    assertThat(run("edition", "diff", "--json", copy, changed)).isEqualTo(1);
    assertThat(out.toString()).contains("[{\"path\":\"rules/suspend/when/at-least\",\"old\":\"9\",\"new\":\"8\"");
  }

  @Test
  @DisplayName("check：无误的文件退出码 0，有毛病的退出码 2")
  void check() {
    CommandLine passing = new CommandLine(new EditionCheckCommand((_, _, _, _) -> 0));
    assertThat(run(passing, copy)).isZero();
    assertThat(out.toString()).contains("anhui-2019: 格式无误").contains("条目 34");
    assertThat(run(passing, broken)).isEqualTo(2);
    assertThat(err.toString()).contains("不认识的键 `budgt`");
  }

  @Test
  @DisplayName("check：在这个文件之下运行该版本的案例，案例的退出码就是它的退出码")
  void checkRunsTheCases() {
    StringWriter asked = new StringWriter();
    CommandLine failing = new CommandLine(new EditionCheckCommand((edition, file, _, _) -> {
      asked.write(edition.id() + " " + file.getFileName());
      return 1;
    }));
    assertThat(run(failing, changed)).isEqualTo(1);
    assertThat(asked).hasToString("anhui-2019 changed.yaml");
  }

  @Test
  @DisplayName("check：随附案例在原样的副本下都相符，在改了分数线的副本下有变化")
  void checkWithTheShippedCases() {
    assertThat(run("edition", "check", copy)).isZero();
    assertThat(out.toString().lines().toList().getLast()).matches("[1-9][0-9]* passed, 0 failed");
    assertThat(run("edition", "check", changed)).isEqualTo(1);
    assertThat(out.toString()).contains("CHANGED", "consider-suspension");
  }

  @Test
  @DisplayName("不给子命令是用法错误")
  void withoutSubcommand() {
    assertThat(run("edition")).isEqualTo(2);
    assertThat(err.toString()).contains("缺少子命令");
  }
}
