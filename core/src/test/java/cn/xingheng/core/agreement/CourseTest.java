package cn.xingheng.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.agreement.Ending.Kind;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.register.Register;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.SampleEdition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

@DisplayName("协议历程")
class CourseTest {

  private static final InstitutionId H1 = new InstitutionId("h1");
  private static final Law BY_YEARS = law(24, false);
  private static final Law BY_INSTITUTION = law(null, true);
  private static final Institution ALWAYS = Register.reckon(List.of()).institution(H1);

  private static Law law(@Nullable Integer months, boolean renews) {
    return SampleEdition.law(SampleEdition.with(months, renews));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Signed signed(String from, @Nullable String through, @Nullable Boolean renews) {
    return new Signed(
        new Head(new FactId("a1"), day(from), day(from)), new PersonId("zhang"), H1, day(from),
        through == null ? null : day(through), renews);
  }

  private static Institution until(String through) {
    return Register.reckon(List.of(new Opened(
            new Head(new FactId("o1"), day("2020-01-01"), day("2020-01-01")), H1, Register.UNNAMED, 3,
            day("2020-01-01"), day(through), null)))
        .institution(H1);
  }

  private static Ending cut(String day, Kind kind) {
    return new Ending(day(day), Set.of(kind), List.of(new FactId("x1")), SampleEdition.ARTICLE);
  }

  private static Course course(Law law, Signed signed, Institution at, List<Ending> cuts, String settled) {
    return Course.reckon(law, signed, at, cuts, RenewalBlock.NONE, day(settled));
  }

  @Test
  @DisplayName("不自动延签的，期满即止，末日仍有效")
  void expires() {
    Course course = course(BY_YEARS, signed("2024-03-01", null, null), ALWAYS, List.of(), "2026-01-01");
    assertThat(course.days()).isEqualTo(LocalDateRange.of(day("2024-03-01"), day("2026-03-01")));
    assertThat(course.inForceOn(day("2026-02-28"))).isTrue();
    assertThat(course.inForceOn(day("2026-03-01"))).isFalse();
    assertThat(course.ending()).isNotNull();
    assertThat(course.ending().kinds()).containsExactly(Kind.EXPIRED);
    assertThat(course.ending().facts()).containsExactly(new FactId("a1"));
    assertThat(course.at()).isEqualTo(H1);
  }

  @Test
  @DisplayName("按协议写明的末日；写明延签的延签，长短同前一期")
  void asSigned() {
    Course course = course(BY_YEARS, signed("2025-01-01", "2025-06-30", true), ALWAYS, List.of(), "2025-12-31");
    assertThat(course.terms()).containsExactly(
        LocalDateRange.of(day("2025-01-01"), day("2025-07-01")),
        LocalDateRange.of(day("2025-07-01"), day("2026-01-01")));
    assertThat(course.renewsOn()).isTrue();
    assertThat(course.inForceOn(day("2031-01-01"))).isTrue();
    assertThat(course.termOn(day("2026-01-01"))).isEqualTo(LocalDateRange.of(day("2026-01-01"), day("2026-07-01")));
    assertThat(course.termOn(day("2026-06-30"))).isEqualTo(LocalDateRange.of(day("2026-01-01"), day("2026-07-01")));
    assertThat(course.termOn(day("2025-06-30"))).isEqualTo(course.terms().getFirst());
    assertThat(course.termOn(day("2024-12-31"))).isEqualTo(course.terms().getFirst());
  }

  @Test
  @DisplayName("不满整月的期限按天数延，整月的按月延")
  void sameLength() {
    Course days = course(BY_YEARS, signed("2025-01-01", "2025-01-10", true), ALWAYS, List.of(), "2025-01-10");
    assertThat(days.termOn(day("2025-01-11"))).isEqualTo(LocalDateRange.of(day("2025-01-11"), day("2025-01-21")));
    Course odd = course(BY_YEARS, signed("2025-01-01", "2025-02-10", true), ALWAYS, List.of(), "2025-02-10");
    assertThat(odd.termOn(day("2025-02-11"))).isEqualTo(LocalDateRange.of(day("2025-02-11"), day("2025-03-24")));
    Course month = course(BY_YEARS, signed("2025-02-01", "2025-02-28", true), ALWAYS, List.of(), "2025-02-28");
    assertThat(month.termOn(day("2025-03-05"))).isEqualTo(LocalDateRange.of(day("2025-03-01"), day("2025-04-01")));
  }

  @Test
  @DisplayName("随机构的：取较短的；机构期满不续，随之终止，两个原因都写")
  void followsInstitution() {
    Institution institution = until("2025-12-31");
    Signed signed = signed("2025-01-01", null, null);
    Course course = course(BY_INSTITUTION, signed, institution, List.of(), "2026-06-01");
    assertThat(course.terms()).containsExactly(LocalDateRange.of(day("2025-01-01"), day("2026-01-01")));
    assertThat(course.ending()).isNotNull();
    assertThat(course.ending().kinds()).containsExactlyInAnyOrder(Kind.EXPIRED, Kind.INSTITUTION);
    assertThat(course.ending().facts()).containsExactly(new FactId("a1"), new FactId("o1"));
    assertThat(Course.firstThrough(BY_INSTITUTION, signed("2025-01-01", "2025-03-31", null), institution))
        .isEqualTo(day("2025-03-31"));
    assertThat(Course.firstThrough(BY_INSTITUTION, signed("2025-01-01", "2026-03-31", null), institution))
        .isEqualTo(day("2025-12-31"));
    assertThat(Course.renews(BY_INSTITUTION, signed)).isTrue();
    assertThat(Course.renews(BY_INSTITUTION, signed("2025-01-01", null, false))).isFalse();
    assertThat(Course.renews(BY_YEARS, signed)).isFalse();
  }

  @Test
  @DisplayName("机构长期有效的，协议没有末日")
  void unbounded() {
    Course course = course(BY_INSTITUTION, signed("2025-01-01", null, null), ALWAYS, List.of(), "2026-06-01");
    assertThat(course.terms()).containsExactly(LocalDateRange.ofUnboundedEnd(day("2025-01-01")));
    assertThat(course.days().isUnboundedEnd()).isTrue();
    assertThat(course.ending()).isNull();
  }

  @Test
  @DisplayName("终止取最早的一个；签订之前的与它无关；签订当日的使它一天也不剩")
  void cuts() {
    List<Ending> two = List.of(cut("2025-08-01", Kind.LEFT), cut("2025-05-01", Kind.TERMINATED));
    Course course = course(BY_INSTITUTION, signed("2025-01-01", null, null), ALWAYS, two, "2026-01-01");
    assertThat(course.ending()).isEqualTo(two.getLast());
    assertThat(course.days()).isEqualTo(LocalDateRange.of(day("2025-01-01"), day("2025-05-01")));
    List<Ending> before = List.of(cut("2024-12-31", Kind.LEFT));
    assertThat(course(BY_INSTITUTION, signed("2025-01-01", null, null), ALWAYS, before, "2026-01-01").ending())
        .isNull();
    List<Ending> same = List.of(cut("2025-01-01", Kind.LEFT));
    assertThat(course(BY_INSTITUTION, signed("2025-01-01", null, null), ALWAYS, same, "2026-01-01").days().isEmpty())
        .isTrue();
  }

  @Test
  @DisplayName("期满次日的终止先于期满，也先于延签")
  void cutAtTheSeam() {
    Ending seam = cut("2026-03-01", Kind.TERMINATED);
    Course course = course(BY_YEARS, signed("2024-03-01", null, null), ALWAYS, List.of(seam), "2026-01-01");
    assertThat(course.ending()).isEqualTo(seam);
    Course renewing = course(BY_YEARS, signed("2024-03-01", null, true), ALWAYS, List.of(seam), "2030-01-01");
    assertThat(renewing.ending()).isEqualTo(seam);
    assertThat(renewing.terms()).hasSize(1);
  }

  @Test
  @DisplayName("延签的障碍在每一期末日问一次")
  void blocked() {
    Ending barred = cut("2026-01-01", Kind.BARRED);
    RenewalBlock block = last -> last.equals(day("2025-12-31")) ? Optional.of(barred) : Optional.empty();
    Course course = Course.reckon(
        BY_YEARS, signed("2025-01-01", "2025-06-30", true), ALWAYS, List.of(), block, day("2030-01-01"));
    assertThat(course.ending()).isEqualTo(barred);
    assertThat(course.terms()).hasSize(2);
    assertThat(course.renewsOn()).isFalse();
    assertThat(course.termOn(day("2027-01-01"))).isEqualTo(course.terms().getLast());
  }

  @Test
  @DisplayName("延签后的期限随机构新的协议")
  void renewedWithInstitution() {
    Institution institution = Register.reckon(List.of(
        new Opened(new Head(new FactId("o1"), day("2025-01-01"), day("2025-01-01")), H1, Register.UNNAMED, 3,
            day("2025-01-01"), day("2025-12-31"), null),
        new Opened(new Head(new FactId("o2"), day("2025-12-01"), day("2025-12-01")), H1, Register.UNNAMED, 3,
            day("2026-01-01"), day("2028-12-31"), null))).institution(H1);
    Course course = course(BY_INSTITUTION, signed("2025-01-01", null, null), institution, List.of(), "2026-06-01");
    assertThat(course.terms()).containsExactly(
        LocalDateRange.of(day("2025-01-01"), day("2026-01-01")),
        LocalDateRange.of(day("2026-01-01"), day("2029-01-01")));
  }
}
