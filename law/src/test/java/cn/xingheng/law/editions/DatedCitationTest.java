package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("期间规定的出处随日期而定")
class DatedCitationTest {

  static Stream<Edition> shipped() {
    return Editions.shipped().stream().map(id -> Editions.load(id, Path.of(".")));
  }

  private static List<String> span(Edition edition, String day) {
    return edition.citation(ReadingKey.SANCTION_SPAN, LocalDate.parse(day)).articles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("民法总则施行之前引民法通则，民法典施行之前引民法总则，此后引民法典")
  void dated(Edition edition) {
    assertThat(span(edition, "2013-03-13")).containsExactly("民法通则154");
    assertThat(span(edition, "2017-09-30")).containsExactly("民法通则154");
    assertThat(span(edition, "2017-10-01")).startsWith("民法总则200").endsWith("民法总则204").hasSize(5);
    assertThat(span(edition, "2020-12-31")).doesNotContain("民法典202").contains("民法总则202");
    assertThat(span(edition, "2021-01-01")).containsExactly("民法典202");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("对照：本规则自己的条文不随日期而变")
  void own(Edition edition) {
    assertThat(edition.citation(ReadingKey.SERVED, LocalDate.of(2013, 1, 1)))
        .isEqualTo(edition.citation(ReadingKey.SERVED));
  }
}
