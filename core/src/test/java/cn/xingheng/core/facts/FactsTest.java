package cn.xingheng.core.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.MeritFact.Reward;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("事实")
class FactsTest {

  private static final PersonId ZHANG = new PersonId("zhang");
  private static final InstitutionId H1 = new InstitutionId("h1");
  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final LocalDate MAY_2 = LocalDate.of(2026, 5, 2);
  private static final Service BOTH = new Service(MAY_2, MAY_1);

  private static Head head(String id, LocalDate on, LocalDate recorded) {
    return new Head(new FactId(id), on, recorded);
  }

  private static Deducted deducted(int times, LocalDate from, LocalDate through, long fen, @Nullable String document) {
    return new Deducted(
        head("d1", MAY_1, MAY_1), ZHANG, H1, "3.1", times, from, through, null, document, BOTH, new Money(fen), null);
  }

  @Test
  @DisplayName("扣分至少一次，行为不倒着过，损失不为负")
  void deduction() {
    assertThat(deducted(1, MAY_1, MAY_1, 0, null).times()).isOne();
    assertThat(deducted(1, MAY_1, MAY_2, 1, null).actThrough()).isEqualTo(MAY_2);
    assertThatThrownBy(() -> deducted(0, MAY_1, MAY_1, 0, null)).hasMessageContaining("d1: times 0");
    assertThatThrownBy(() -> deducted(1, MAY_2, MAY_1, 0, null)).hasMessageContaining("2026-05-02 to 2026-05-01");
    assertThatThrownBy(() -> deducted(1, MAY_1, MAY_1, -1, null)).hasMessageContaining("loss");
  }

  @Test
  @DisplayName("没有写明文书的扣分，自成一份文书，不与任何文书同名")
  void document() {
    assertThat(deducted(1, MAY_1, MAY_1, 0, "甲").document()).isEqualTo("甲");
    assertThat(deducted(1, MAY_1, MAY_1, 0, null).document()).isEqualTo("=d1");
  }

  @Test
  @DisplayName("两方都收到才算送达，取较晚的一天；只知道当时已发生的送达")
  void service() {
    assertThat(BOTH.both()).contains(MAY_2);
    assertThat(new Service(MAY_1, MAY_2).both()).contains(MAY_2);
    assertThat(Service.on(MAY_1).both()).contains(MAY_1);
    assertThat(new Service(null, MAY_1).both()).isEmpty();
    assertThat(new Service(MAY_1, null).both()).isEmpty();
    assertThat(BOTH.knownAt(MAY_1)).isEqualTo(new Service(null, MAY_1));
    assertThat(new Service(MAY_1, MAY_2).knownAt(MAY_1)).isEqualTo(new Service(MAY_1, null));
    assertThat(BOTH.knownAt(MAY_2)).isEqualTo(BOTH);
    assertThat(Service.NONE.knownAt(MAY_2)).isEqualTo(Service.NONE);
  }

  @Test
  @DisplayName("换一个送达，其余不变")
  void withService() {
    Deducted deducted = deducted(2, MAY_1, MAY_2, 5, "甲");
    assertThat(deducted.withService(Service.NONE).served()).isEqualTo(Service.NONE);
    assertThat(deducted.withService(Service.NONE).withService(BOTH)).isEqualTo(deducted);
    Suspended suspended = new Suspended(head("s1", MAY_1, MAY_1), ZHANG, 2, BOTH, MAY_2, null, null);
    assertThat(suspended.withService(Service.NONE).served()).isEqualTo(Service.NONE);
    assertThat(suspended.withService(Service.NONE).withService(BOTH)).isEqualTo(suspended);
    Terminated ended = new Terminated(head("t1", MAY_1, MAY_1), ZHANG, 3, true, BOTH, null, null, "M13.2");
    assertThat(ended.withService(Service.NONE).served()).isEqualTo(Service.NONE);
    assertThat(ended.withService(Service.NONE).withService(BOTH)).isEqualTo(ended);
  }

  @Test
  @DisplayName("先看录入日，再看日期，再看种类，最后看编号")
  void order() {
    Fact first = new Left(head("z", MAY_2, MAY_1), ZHANG, H1);
    Fact second = new Left(head("y", MAY_1, MAY_2), ZHANG, H1);
    Fact third = new Signed(head("b", MAY_2, MAY_2), ZHANG, H1, MAY_2, null, null);
    Fact fourth = new Signed(head("c", MAY_2, MAY_2), ZHANG, H1, MAY_2, null, null);
    Fact fifth = new Left(head("a", MAY_2, MAY_2), ZHANG, H1);
    List<Fact> right = List.of(first, second, third, fourth, fifth);
    assertThat(right.reversed().stream().sorted(Fact.ORDER)).containsExactlyElementsOf(right);
  }

  @Test
  @DisplayName("更正的是同一件事实；奖励金不为负")
  void refused() {
    Fact left = new Left(head("l1", MAY_1, MAY_1), ZHANG, H1);
    assertThat(new Corrected(head("c1", MAY_2, MAY_2), left.id(), left).as()).isSameAs(left);
    assertThatThrownBy(() -> new Corrected(head("c1", MAY_2, MAY_2), new FactId("l2"), left))
        .hasMessageContaining("c1 of l2 reads l1");
    assertThat(new Reward(head("r1", MAY_1, MAY_1), Money.ZERO).amount()).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> new Reward(head("r1", MAY_1, MAY_1), new Money(-1))).hasMessageContaining("-0.01");
  }
}
