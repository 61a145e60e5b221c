package cn.xingheng.core.rulebook;

import static cn.xingheng.core.rulebook.SampleEdition.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.Citation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("规则版本")
class EditionTest {

  private static final Edition EDITION = SampleEdition.with(
      24, false,
      reading(ReadingKey.ESCALATION, "absorb", "consecutive", "top-up"), reading(ReadingKey.YEAR, "calendar"));

  @Test
  @DisplayName("条目按编号找，没有的就没有")
  void items() {
    assertThat(EDITION.findItem("six").map(Item::points)).contains(6);
    assertThat(EDITION.findItem("seven")).isEmpty();
  }

  @Test
  @DisplayName("一条读法只按一个词读；不用的读法哪个词都不读；不认识的词是错")
  void reads() {
    assertThat(EDITION.reads(ReadingKey.ESCALATION, "absorb")).isTrue();
    assertThat(EDITION.reads(ReadingKey.ESCALATION, "top-up")).isFalse();
    assertThat(EDITION.reads(ReadingKey.SHARE, "roster")).isFalse();
    assertThatThrownBy(() -> EDITION.reads(ReadingKey.ESCALATION, "top up")).hasMessageContaining("escalation knows");
    assertThatThrownBy(() -> EDITION.reads(ReadingKey.SHARE, "top-up")).hasMessageContaining("not top-up");
  }

  @Test
  @DisplayName("依据链里写明所用的读法，不用的不写")
  void labels() {
    assertThat(EDITION.label(ReadingKey.YEAR, ReadingKey.SHARE, ReadingKey.ESCALATION))
        .containsExactly("year=calendar", "escalation=absorb");
    assertThat(EDITION.label(ReadingKey.SHARE)).isEmpty();
  }

  @Test
  @DisplayName("换一个词读：原来的词成为可选的，别的读法不动，原版本不动")
  void choosing() {
    Edition other = EDITION.reading(ReadingKey.ESCALATION, "top-up");
    Reading chosen = other.readings().get(ReadingKey.ESCALATION);
    assertThat(chosen).isNotNull();
    assertThat(chosen.label()).isEqualTo("escalation=top-up");
    assertThat(chosen.alternatives()).containsExactly("consecutive", "absorb");
    assertThat(other.readings().keySet()).containsExactlyElementsOf(EDITION.readings().keySet());
    assertThat(other.hash()).isEqualTo(EDITION.hash());
    assertThat(EDITION.reads(ReadingKey.ESCALATION, "absorb")).isTrue();
  }

  @Test
  @DisplayName("没有提供的词不能选，没有用的读法不能换")
  void notOffered() {
    assertThatThrownBy(() -> EDITION.reading(ReadingKey.YEAR, "agreement"))
        .hasMessageContaining("sample does not offer year=agreement");
    assertThatThrownBy(() -> EDITION.reading(ReadingKey.SHARE, "roster"))
        .hasMessageContaining("does not offer share=roster");
    assertThat(EDITION.reading(ReadingKey.YEAR, "calendar")).isEqualTo(EDITION);
  }

  @Test
  @DisplayName("读法和原因都能说出条文，没有的是错")
  void citations() {
    assertThat(EDITION.citation(ReadingKey.YEAR)).isEqualTo(Citation.of("样2"));
    assertThatThrownBy(() -> EDITION.citation(ReadingKey.SHARE)).hasMessageContaining("does not use reading share");
    assertThat(EDITION.cause("points").gloss()).isEqualTo("扣分");
    assertThatThrownBy(() -> EDITION.cause("left")).hasMessageContaining("no article for cause left");
  }

  @Test
  @DisplayName("改一个施行日期，其余不变")
  void starting() {
    LocalDate day = LocalDate.of(2021, 3, 1);
    assertThat(EDITION.starting(day).inForce().from()).isEqualTo(day);
    assertThat(EDITION.starting(day).starting(EDITION.inForce().from())).isEqualTo(EDITION);
  }

  @Test
  @DisplayName("版本成立后，拿去建它的清单再改也改不动它")
  void immutable() {
    assertThatThrownBy(() -> EDITION.grades().add("差")).isInstanceOf(UnsupportedOperationException.class);
    assertThat(new Reading(ReadingKey.YEAR, "calendar", List.of(), SampleEdition.ARTICLE, "因为").offers("agreement"))
        .isFalse();
    assertThatThrownBy(() -> reading(ReadingKey.YEAR, "lunar")).hasMessageContaining("not lunar");
    assertThatThrownBy(() -> reading(ReadingKey.YEAR, "calendar", "lunar")).hasMessageContaining("not lunar");
    assertThatThrownBy(() -> new Item("none", 0, SampleEdition.ARTICLE, "无分"))
        .hasMessageContaining("none has no points: 0");
  }
}
