package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.law.yaml.LawFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("随附的坏版本")
class BadEditionsTest {

  private static final Path LAW = Path.of(System.getProperty("xingheng.root", "..")).resolve("law");
  private static final Path BAD = LAW.resolve(Path.of("cases", "bad", "editions"));

  static List<Path> bad() throws IOException {
    return in(BAD);
  }

  static List<Path> good() throws IOException {
    return in(LAW.resolve("editions"));
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  @DisplayName("至少有十个坏版本")
  void there() throws IOException {
    assertThat(bad()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  @DisplayName("坏版本整个被拒，说出文件、行、错处和改法")
  void refused(Path file) throws IOException {
    Path expected = Path.of(file.toString().replace(".yaml", ".expected.txt"));
    List<String> phrases = Files.readAllLines(expected).stream().filter(line -> !line.isBlank()).toList();
    assertThat(phrases).isNotEmpty();
    assertThatThrownBy(() -> EditionReader.read(file.toString(), Files.readAllBytes(file)))
        .isInstanceOf(LawFault.class)
        .message()
        .contains(file + ":")
        .contains("\nMaybe ")
        .contains(phrases);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  @DisplayName("对照：随附的版本不被拒")
  void control(Path file) {
    assertThatCode(() -> EditionReader.read(file.toString(), Files.readAllBytes(file))).doesNotThrowAnyException();
  }
}
