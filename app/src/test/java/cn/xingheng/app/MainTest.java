package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@DisplayName("命令树")
final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A command that fails in the way its argument says. */
  @Command(name = "planted")
  static final class Planted implements Callable<Integer> {
    @Parameters
    private String fault = "";

    @Override
    public Integer call() {
      return switch (fault) {
        case "exception" -> throw new IllegalStateException("first line\nsecond line");
        case "error" -> throw new StackOverflowError();
        default -> 3;
      };
    }
  }

  private int run(String... args) {
    CommandLine tree = Main.commandLine().addSubcommand(new Planted());
    tree.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return Main.run(tree, args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "--version", "generate-completion"})
  @DisplayName("帮助、版本、补全：退出码 0，写在标准输出")
  void asksAboutItself(String arg) {
    assertThat(run(arg)).isZero();
    assertThat(out.toString()).contains("xingheng");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuch", "--nosuch", "planted"})
  @DisplayName("用法错误：退出码 2，一句话加 Maybe")
  void misused(String arg) {
    assertThat(arg.isEmpty() ? run() : run(arg)).isEqualTo(2);
    assertThat(err.toString().lines().toList()).hasSize(2).first().asString().startsWith("xingheng: ");
    assertThat(err.toString().lines().toList().getLast()).containsAnyOf("Maybe", "Did you mean", "Possible solutions");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error"})
  @DisplayName("程序故障：退出码 70，一句话")
  void fault(String kind) {
    assertThat(run("planted", kind)).isEqualTo(70);
    assertThat(err.toString()).startsWith("xingheng: 程序故障 internal fault: ").doesNotContain("second line", "at cn.");
    assertThat(err.toString().lines().toList().getLast()).startsWith("Maybe ");
  }

  @Test
  @DisplayName("命令自己的退出码原样传出")
  void exitCodeOfACommand() {
    assertThat(run("planted", "none")).isEqualTo(3);
    assertThat(err.toString()).isEmpty();
  }
}
