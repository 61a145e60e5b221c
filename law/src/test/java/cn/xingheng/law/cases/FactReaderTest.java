package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.Responsibility;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.InstitutionFact.Closed;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.MeasureFact.MeasureLifted;
import cn.xingheng.core.facts.MeasureFact.MeasureTaken;
import cn.xingheng.core.facts.MeritFact.Penalty;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.Service;
import cn.xingheng.law.yaml.LawFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("案例中的事实")
class FactReaderTest {

  /** One fact of each kind, with every field it may have; s1 and t1 and d1 stand before it. */
  private static final Map<FactKind, String> WHOLE = new EnumMap<>(FactKind.class);

  static {
    whole("institution",
        "institution: h1, region: r2, level: 3, from: 2026-01-02, through: 2026-12-31, physicians: 20");
    whole("signed", "person: zhang, at: h1, from: 2026-01-02, through: 2026-12-31, renews: false");
    whole("left", "person: zhang, at: h1");
    whole("released", "person: zhang, at: h1, by: agency, served: 2026-06-02");
    whole("visiting", "person: zhang, home: h1, at: h2, from: 2026-06-02, through: 2027-05-31");
    whole("deducted", "person: zhang, at: h1, item: \"2.1\", act: {from: 2026-05-01, through: 2026-05-09}, times: 2,"
        + " incident: i1, decision: w1, served: {person: 2026-06-02, institution: 2026-06-03}, loss-yuan: 12.50,"
        + " degree: 主要, shift: -1, points: 3, inspection: j1");
    whole("suspended", "person: zhang, months: 2, served: 2026-06-02, from: 2026-07-01, by: r1, ground: M13.2");
    whole("terminated", "person: zhang, served: 2026-06-02, from: 2026-07-01, bar-years: 3, fraud: true, by: r1,"
        + " ground: streak");
    whole("bar-extended", "of: t1, bar-years: 5, fraud: true, served: 2026-06-02");
    whole("deferred", "of: s1, through: 2026-07-01");
    whole("not-suspended", "person: zhang, because: 已整改");
    whole("withdrawn", "of: d1");
    whole("corrected", "of: d1, item: \"2.2\"");
    whole("objected", "of: d1, received: 2026-06-03");
    whole("objection-answered", "of: d1, upheld: true");
    whole("resumption-asked", "person: zhang, received: 2026-06-03, of: s1");
    whole("resumption-answered", "person: zhang, granted: true, served: 2026-06-03, of: s1");
    whole("reapplied", "person: zhang, at: h1, received: 2026-06-03");
    whole("reapplied-answered", "person: zhang, granted: false");
    whole("declared", "person: zhang, at: h1, round: 2026, special: true");
    whole("measure", "person: zhang, kind: prescribing-stopped, from: 2026-06-02, through: 2026-07-01, at: h1");
    whole("measure-lifted", "person: zhang, kind: prescribing-stopped, from: 2026-06-02, at: h1");
    whole("institution-suspended", "institution: h1, from: 2026-06-02, through: 2026-07-01, responsible: [li, wang]");
    whole("institution-restored", "institution: h1, from: 2026-06-02");
    whole("institution-ended", "institution: h1, from: 2026-06-02, responsible: [li]");
    whole("interviewed", "person: zhang, of: d1");
    whole("notified", "person: zhang, of: s1, duty: tell-patients");
    whole("graded", "person: zhang, year: 2026, grade: 合格");
    whole("honoured", "person: zhang");
    whole("penalty", "institution: h1, yuan: -100.25");
    whole("reward", "yuan: 100");
    whole("committed", "person: zhang, at: h1");
    whole("repaired", "person: zhang, points: 1");
    whole("not-scored", "person: zhang, because: 主动改正");
    whole("stated", "person: zhang, at: h1, status: 1, source: 档案表第3行, points: 5, last: 2, category: 三类,"
        + " description: 未核对身份");
    whole("statement-settled", "of: d1, by: s1, because: 即此决定");
  }

  @TempDir Path folder;
  private CaseText text;

  private static void whole(String what, String fields) {
    WHOLE.put(FactKind.find(what).orElseThrow(), "on: 2026-06-01, what: " + what + ", " + fields);
  }

  @BeforeEach
  void text() {
    text = new CaseText(folder);
  }

  private List<String> before(String fact) {
    return new ArrayList<>(List.of(
        CaseText.DEDUCTED, CaseText.SUSPENDED, "{on: 2026-04-09, what: terminated, id: t1, person: zhang}",
        "{" + fact + "}"));
  }

  private Fact read(String fact) {
    return text.read(before(fact)).facts().getLast();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(FactKind.class)
  @DisplayName("每一种事实，写全每个字段都能读")
  void everyKind(FactKind kind) {
    Fact fact = read(WHOLE.get(kind) + ", id: x1, recorded: 2026-06-05");
    assertThat(fact.kind()).isEqualTo(kind);
    assertThat(fact.id()).isEqualTo(new FactId("x1"));
    assertThat(fact.on()).isIn(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 2));
    assertThat(fact.recorded()).isEqualTo("2026-06-05");
  }

  static Stream<String> missing() {
    return WHOLE.entrySet().stream().flatMap(entry -> FactShape.of(entry.getKey()).required().stream()
        .map(field -> entry.getKey().word() + " " + field));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missing")
  @DisplayName("缺少必填字段的事实被拒，指明行和字段")
  void missingField(String kindAndField) {
    String[] words = kindAndField.split(" ");
    String whole = WHOLE.get(FactKind.find(words[0]).orElseThrow());
    String without = whole.replaceFirst("(^|, )" + words[1] + ": (\\{[^}]*}|[^,]*)", "");
    assertThat(without).isNotEqualTo(whole);
    String fact = without.startsWith(", ") ? without.substring(2) : without;
    assertThatThrownBy(() -> read(fact)).isInstanceOf(LawFault.class)
        .hasMessageContaining("case.yaml:7:").hasMessageContaining(words[1]).hasMessageContaining("\nMaybe ");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORRECTED")
  @DisplayName("拼错任何一个字段都被拒，并给出相近的字段")
  void misspeltField(FactKind kind) {
    List<String> fields = FactShape.of(kind).required();
    for (String field : fields.subList(2, fields.size())) {
      String misspelt = WHOLE.get(kind).replaceFirst(", " + field + ":", ", " + field + "x:");
      assertThatThrownBy(() -> read(misspelt)).isInstanceOf(LawFault.class)
          .hasMessageContaining("`" + field + "x`").hasMessageContaining("Maybe 你想写的是 `" + field + "`");
    }
    assertThat(read(WHOLE.get(kind)).kind()).isEqualTo(kind);
  }

  @Test
  @DisplayName("没有写的字段按约定补上")
  void defaults() {
    Signed signed = (Signed) read("on: 2026-06-01, what: signed, person: zhang, at: h1");
    assertThat(signed.recorded()).isEqualTo("2026-06-01");
    assertThat(signed.from()).isEqualTo("2026-06-01");
    assertThat(signed.through()).isNull();
    assertThat(signed.renews()).isNull();
    Deducted deducted =
        (Deducted) read("on: 2026-06-01, what: deducted, person: zhang, at: h1, item: \"2.1\", act: 2026-05-01");
    assertThat(deducted.times()).isOne();
    assertThat(deducted.served()).isEqualTo(Service.NONE);
    assertThat(deducted.loss()).isEqualTo(Money.ZERO);
    assertThat(deducted.responsibility()).isNull();
    assertThat(((Objected) read("on: 2026-06-01, what: objected, of: d1")).received()).isEqualTo("2026-06-01");
    assertThat(((ResumptionAnswered) read("on: 2026-06-01, what: resumption-answered, person: zhang, granted: true"))
        .served()).isEqualTo("2026-06-01");
    Opened opened = (Opened) read("on: 2026-06-01, what: institution, institution: h9");
    assertThat(opened.region().value()).isEqualTo("r1");
    assertThat(opened.level()).isZero();
    assertThat(opened.from()).isEqualTo("2026-06-01");
    assertThat(((Notified) read("on: 2026-06-01, what: notified, person: zhang")).duty()).isEqualTo("notice");
    assertThat(((MeasureTaken) read("on: 2026-06-01, what: measure, person: zhang, kind: licence-revoked")).from())
        .isEqualTo("2026-06-01");
  }

  @Test
  @DisplayName("送达可以是一日，也可以分本人和机构，可以只有一方")
  void services() {
    String start = "on: 2026-06-01, what: suspended, person: zhang, months: 2, served: ";
    assertThat(read(start + "2026-06-02")).extracting("served").isEqualTo(Service.on(LocalDate.of(2026, 6, 2)));
    assertThat(read(start + "{person: 2026-06-02}")).extracting("served")
        .isEqualTo(new Service(LocalDate.of(2026, 6, 2), null));
    assertThat(read(start + "{institution: 2026-06-03}")).extracting("served")
        .isEqualTo(new Service(null, LocalDate.of(2026, 6, 3)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {
    "on: 2026-06-01, what: suspended, person: zhang, months: 2, served: 2026-05-31",
    "on: 2026-06-01, what: suspended, person: zhang, months: 2, served: {person: 2026-06-01, institution: 2026-05-31}",
    "on: 2026-06-01, what: resumption-answered, person: zhang, granted: true, served: 2026-05-31",
    "on: 2026-06-01, recorded: 2026-05-31, what: left, person: zhang, at: h1",
    "on: 2026-06-01, what: deducted, person: zhang, at: h1, item: \"2.1\", act: 2026-06-02",
    "on: 2026-06-01, what: deducted, person: zhang, at: h1, item: 2.1, act: 2026-05-02",
    "on: 2026-06-01, what: deducted, person: zhang, at: h1, item: \"2.1\", act: 2026-05-02, loss-yuan: -1",
    "on: 2026-06-01, what: deducted, person: zhang, at: h1, item: \"2.1\", act: 2026-05-02, times: 0",
    "on: 2026-06-01, what: suspended, person: zhang, months: 2, ground: pionts",
    "on: 2026-06-01, what: deferred, of: d1, through: 2026-07-01",
    "on: 2026-06-01, what: bar-extended, of: s1, bar-years: 3",
    "on: 2026-06-01, what: withdrawn, of: d9",
    "on: 2026-06-01, what: measure, person: zhang, kind: registration-cancelled",
    "on: 2026-06-01, what: measure, person: zhang, kind: licence-revoked, sanction: true",
    "on: 2026-06-01, what: measure, person: zhang, kind: licence-revoked, at: h1",
    "on: 2026-06-01, what: notified, person: zhang, duty: institution-consequence",
    "on: 2026-06-01, what: notified, institution: h1",
    "on: 2026-06-01, what: reward, yuan: -1",
    "on: 2026-06-01, what: reward, yuan: 1.005",
    "on: 2026-06-31, what: left, person: zhang, at: h1",
    "on: 2026-06-01T25:00, what: left, person: zhang, at: h1",
    "on: 20260601, what: left, person: zhang, at: h1",
    "on: 2026-06-01, what: corrected, of: d1",
    "on: 2026-06-01, what: corrected, of: d1, months: 3",
    "on: 2026-06-01, what: corrected, of: d1, served: 2026-03-01",
    "on: 2026-06-01, what: left, id: d1, person: zhang, at: h1",
  })
  @DisplayName("不合约定的事实被拒，指明行列")
  void faulty(String fact) {
    assertThatThrownBy(() -> read(fact)).isInstanceOf(LawFault.class)
        .hasMessageContaining("case.yaml:7:").hasMessageContaining("\nMaybe ");
  }

  @Test
  @DisplayName("on 可以是带时区的时间，按北京日计")
  void beijingDay() {
    assertThat(read("on: \"2026-05-31T16:00:00Z\", what: objected, of: d1").on()).isEqualTo("2026-06-01");
    assertThat(read("on: \"2026-05-31T15:59:59Z\", what: objected, of: d1").on()).isEqualTo("2026-05-31");
    assertThat(read("on: 2026-06-01T23:59, what: objected, of: d1").on()).isEqualTo("2026-06-01");
  }

  @Test
  @DisplayName("延长禁入和缓期的人取自所指的处理")
  void personOfTarget() {
    assertThat(((BarExtended) read(WHOLE.get(FactKind.BAR_EXTENDED))).person()).isEqualTo(new PersonId("zhang"));
    assertThat(((Deferred) read(WHOLE.get(FactKind.DEFERRED))).person()).isEqualTo(new PersonId("zhang"));
  }

  @Test
  @DisplayName("只有国家规则使用的字段也读入")
  void national() {
    assertThat(((Deducted) read(WHOLE.get(FactKind.DEDUCTED))).responsibility())
        .isEqualTo(new Responsibility("主要", -1, 3, "j1"));
    assertThat(((Closed) read(WHOLE.get(FactKind.INSTITUTION_ENDED))).responsible())
        .containsExactly(new PersonId("li"));
    assertThat(((Penalty) read(WHOLE.get(FactKind.PENALTY))).amount()).isEqualTo(new Money(-10_025));
    assertThat(((Notified) read("on: 2026-06-01, what: notified, institution: h1, duty: institution-consequence"))
        .institution()).isEqualTo(new InstitutionId("h1"));
    assertThat(((MeasureLifted) read(WHOLE.get(FactKind.MEASURE_LIFTED))).on()).isEqualTo("2026-06-02");
  }
}
