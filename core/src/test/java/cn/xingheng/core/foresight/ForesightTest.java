package cn.xingheng.core.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.SampleEdition;
import cn.xingheng.core.standing.House;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("预见")
class ForesightTest {

  private static final ReadingKey PERIOD = ReadingKey.PROCEDURAL_PERIOD;
  private static final Law LAW = SampleEdition.law(
      SampleEdition.with(24, false, SampleEdition.reading(PERIOD, PERIOD.words().getFirst())));
  private static final House NONE = House.reckon(LAW, List.of());
  private static final InstitutionId H1 = new InstitutionId("h1");
  private static final PersonId ZHANG = new PersonId("zhang");
  private static final LocalDate MAY = LocalDate.of(2026, 5, 6);
  private static final Signed SIGNED =
      new Signed(head("a1", LocalDate.of(2026, 1, 1)), ZHANG, H1, LocalDate.of(2026, 1, 1), null, null);

  private static Head head(String id, LocalDate on) {
    return new Head(new FactId(id), on, on);
  }

  private static Deducted deducted(String id, String item) {
    return new Deducted(
        head(id, MAY), ZHANG, H1, item, 1, MAY.minusDays(9), MAY.minusDays(9), null, null, Service.on(MAY.plusDays(2)),
        Money.ZERO, null);
  }

  private static Foresight ahead(List<Fact> facts, Fact unsaved) {
    return Foresight.reckon(LAW, NONE, facts, unsaved, H1, MAY);
  }

  @Test
  @DisplayName("规则没有档次：只是分数变了，没有可作的处理，也没有下一步")
  void onlyPoints() {
    Foresight ahead = ahead(List.of(SIGNED, deducted("d1", "one")), deducted("d2", "six"));
    assertThat(ahead.accepted()).isTrue();
    assertThat(ahead.ladderBefore().total()).isEqualTo(1);
    assertThat(ahead.ladderAfter().total()).isEqualTo(7);
    assertThat(ahead.ladderAfter().rungs()).isEmpty();
    assertThat(ahead.ladderAfter().remaining()).isEmpty();
    assertThat(ahead.next()).isEmpty();
    assertThat(ahead.choices()).isEmpty();
    assertThat(ahead.effect()).isNull();
    assertThat(ahead.standingUnchanged()).isTrue();
    assertThat(ahead.assumed()).isEqualTo(MAY.plusDays(2));
    assertThat(ahead.trail().facts()).contains(new FactId("a1"), new FactId("d1"), new FactId("d2"));
  }

  @Test
  @DisplayName("没有提前期：送达次日生效，没有要数的日子")
  void counting() {
    Counting counting = Counting.reckon(LAW, MAY);
    assertThat(counting.earliest().earliest()).isEqualTo(MAY.plusDays(1));
    assertThat(counting.days()).isEmpty();
    assertThat(Counting.reckon(LAW, Service.NONE)).isEmpty();
  }

  @Test
  @DisplayName("编号重复、关于机构、假定日在先，都是调用错误")
  void misuse() {
    Deducted d1 = deducted("d1", "one");
    assertThatThrownBy(() -> ahead(List.of(SIGNED, d1), d1)).hasMessage("two facts with one id: d1");
    Opened opened = new Opened(head("i1", MAY), H1, new RegionId("r1"), 2, MAY, null, null);
    assertThatThrownBy(() -> ahead(List.of(SIGNED), opened)).hasMessageContaining("about an institution");
    assertThatThrownBy(() -> Foresight.reckon(LAW, NONE, List.of(SIGNED), d1, H1, MAY, MAY.minusDays(1)))
        .hasMessageContaining("is before");
  }
}
