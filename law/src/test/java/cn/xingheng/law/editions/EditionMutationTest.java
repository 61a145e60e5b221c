package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.xingheng.law.editions.Mutants.Mutant;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("每个版本的每个键，逐一弄坏，都被拒收并指出行号")
class EditionMutationTest {

  static List<String> shipped() {
    return Editions.shipped();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("对照：原样的文件被接受")
  void theFileItselfIsAccepted(String id) {
    assertThatCode(() -> EditionReader.read(new Source(id, 1, text(id)))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("对照：换了释义、在范围内改了数的文件仍被接受")
  void lawfulChangesAreAccepted(String id) {
    String text = text(id);
    String other = text.replaceFirst("gloss: .*", "gloss: 另一种说法").replaceFirst("\\{points: \\d+", "{points: 3");
    assertThat(other).isNotEqualTo(text);
    assertThatCode(() -> EditionReader.read(new Source(id, 1, other))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("删去任何一个键")
  void everyKeyDeleted(String id) {
    Mutants mutants = new Mutants(text(id));
    assertThat(mutants.deleted()).hasSize(mutants.keys()).hasSizeGreaterThan(400);
    assertThat(accepted(mutants.deleted())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("错写任何一个键")
  void everyKeyMisspelt(String id) {
    Mutants mutants = new Mutants(text(id));
    assertThat(mutants.misspelt()).hasSize(3 * mutants.keys());
    assertThat(accepted(mutants.misspelt())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("任何一个值换成别的类型")
  void everyValueMistyped(String id) {
    Mutants mutants = new Mutants(text(id));
    assertThat(mutants.mistyped()).hasSizeGreaterThan(4 * mutants.keys());
    assertThat(accepted(mutants.mistyped())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("任何一个数、日期、词、文字越出范围")
  void everyValueOutOfBounds(String id) {
    Mutants mutants = new Mutants(text(id));
    assertThat(mutants.outOfBounds()).hasSizeGreaterThan(mutants.keys());
    assertThat(accepted(mutants.outOfBounds())).isEmpty();
  }

  /** What was accepted, or refused without the line or without a way out. */
  private static List<String> accepted(List<Mutant> mutants) {
    return mutants.parallelStream().flatMap(mutant -> accepted(mutant).stream()).toList();
  }

  private static Optional<String> accepted(Mutant mutant) {
    try {
      EditionReader.read(new Source("mutant.yaml", 1, mutant.text()));
      return Optional.of(mutant.what() + "：被接受了");
    } catch (LawFault refusal) {
      boolean named = refusal.faults().stream().anyMatch(fault -> mutant.lines().contains(fault.place().line()));
      boolean helpful = refusal.faults().stream().map(Fault::toString).allMatch(line -> line.contains("\nMaybe "));
      return named && helpful
          ? Optional.empty()
          : Optional.of(mutant.what() + "：应指第 " + mutant.lines() + " 行\n" + refusal.getMessage());
    }
  }

  private static String text(String id) {
    return Editions.source(id, Path.of(".")).text();
  }
}
