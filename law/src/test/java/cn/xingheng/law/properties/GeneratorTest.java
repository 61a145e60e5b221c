package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.law.editions.Editions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@DisplayName("随机史的生成")
class GeneratorTest {

  private static final int COUNT = 150;

  @Test
  @DisplayName("每个版本的随机史中，暂停、解除、撤销、恢复、机构联动、禁入、续签各不少于一成")
  void enoughOfEach(TestReporter reporter) {
    for (String edition : Editions.shipped()) {
      List<Set<Traits>> traits = RandomHistory.of(edition, COUNT).stream().map(Traits::of).toList();
      count(traits).forEach((trait, count) -> reporter.publishEntry(edition + " " + trait, count + "/" + COUNT));
      assertThat(rare(traits)).as(edition).isEmpty();
    }
  }

  @Test
  @DisplayName("同一种子两次生成的事实相同")
  void sameSeedSameFacts() {
    for (RandomHistory history : RandomHistory.each(5)) {
      long seed = Long.parseLong(history.name().substring(history.name().indexOf('#') + 1));
      assertThat(new Author(history.law(), seed).write().facts()).isEqualTo(history.facts());
      assertThat(new Author(history.law(), seed + 1).write().facts()).isNotEqualTo(history.facts());
    }
  }

  @Test
  @DisplayName("反例：没有禁入的一组随机史被查出")
  void control() {
    Set<Traits> all = EnumSet.allOf(Traits.class);
    Set<Traits> barless = EnumSet.complementOf(EnumSet.of(Traits.BAR));
    assertThat(rare(List.of(all, all))).isEmpty();
    assertThat(rare(List.of(barless, barless))).containsExactly(Traits.BAR);
  }

  private static List<Traits> rare(List<Set<Traits>> histories) {
    Map<Traits, Long> count = count(histories);
    return Arrays.stream(Traits.values()).filter(trait -> count.get(trait) * 10 < histories.size()).toList();
  }

  private static Map<Traits, Long> count(List<Set<Traits>> histories) {
    Map<Traits, Long> count = new TreeMap<>();
    for (Traits trait : Traits.values()) {
      count.put(trait, histories.stream().filter(traits -> traits.contains(trait)).count());
    }
    return count;
  }
}
