package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.FormWorld.OTHER;
import static cn.xingheng.server.ledger.Sheets.WORLD;
import static cn.xingheng.server.ledger.Sheets.but;
import static cn.xingheng.server.ledger.Sheets.day;
import static cn.xingheng.server.ledger.Sheets.dossier;
import static cn.xingheng.server.ledger.Sheets.facts;
import static cn.xingheng.server.ledger.Sheets.fields;
import static cn.xingheng.server.ledger.Sheets.panel;
import static cn.xingheng.server.ledger.Sheets.path;
import static cn.xingheng.server.ledger.Sheets.reason;
import static cn.xingheng.server.ledger.Sheets.recorded;
import static cn.xingheng.server.ledger.Sheets.refused;
import static cn.xingheng.server.ledger.Sheets.sanction;
import static cn.xingheng.server.ledger.Sheets.standing;
import static cn.xingheng.server.ledger.Sheets.withPoints;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.TestHouse;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("按检查认定处理、核实登记表所载、日历未公布")
class FindingFormsTest {

  @Test
  @DisplayName("八项认定都能暂停，月数由经办机构写明；首末日就是后来的首末日")
  void suspendedOnAFinding() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME));
    String form = path(person, "suspend");
    String opened = officer.get(form).body();
    for (int ground = 1; ground <= 8; ground++) {
      assertThat(opened).contains("id=\"ground-M13." + ground + "\"");
    }
    assertThat(opened).doesNotContain("id=\"ground-points\"");

    Map<String, String> fields = sanction("M13.4", "5");
    HttpResponse<String> shown = officer.look(form, fields);
    assertThat(panel(shown)).contains("2026-07-09", "2026-12-08", "暂停");
    assertThat(shown.body()).contains("记录暂停 5 个月", "cite-办法13(四)", "cite-办法18");
    recorded(officer.send(form, officer.filled(shown.body(), fields)));
    Sanction sanction = dossier(person).sanctions().all().getFirst();
    assertThat(sanction.first()).isEqualTo(day("2026-07-09"));
    assertThat(sanction.last()).isEqualTo(day("2026-12-08"));
    assertThat(standing(person, HOME, day("2026-07-08")).standing()).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(person, HOME, day("2026-07-09")).standing()).isEqualTo(Standing.SUSPENDED);
  }

  @Test
  @DisplayName("没有这项认定、没有月数、与前一次重叠、积分不够、另一规则没有认定：不受理，什么也不写")
  void findingsRefused() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME));
    String form = path(person, "suspend");
    refused(officer, form, sanction("M13.9", "2"), 422, "没有依据");
    refused(officer, form, sanction("M13.4", "0"), 422, "请填 1 至 999 的整数");
    refused(officer, form, sanction("points", "2"), 422, "没有依据");
    refused(officer, form, but(sanction("M13.4", "2"), "servedPerson", "2026-06-15"), 422, "早于决定日");
    recorded(officer.record(form, sanction("M13.4", "2")));
    refused(officer, form, sanction("M13.2", "1"), 422, "日期重叠", "写明自 2026-09-09 或以后生效");
    recorded(officer.record(form, but(sanction("M13.2", "1"), "from", "2026-09-09")));

    Browser other = Browser.of("forms.other");
    PersonId elsewhere = WORLD.physician(List.of(OTHER));
    assertThat(other.get(path(elsewhere, "suspend")).body()).contains("现在没有可以暂停的依据");
    refused(other, path(elsewhere, "suspend"), sanction("M13.4", "2"), 422, "没有依据", "办法17");
  }

  @Test
  @DisplayName("按认定解除：一年；查实骗保一至五年，全省禁入")
  void terminatedOnAFinding() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME));
    String form = path(person, "terminate");
    refused(officer, form, sanction("M13.7", "5"), 422, "超出条文的幅度", "应为 1 年");
    Map<String, String> fields = but(sanction("M13.7", "5"), "fraud", "yes");
    HttpResponse<String> shown = officer.look(form, fields);
    assertThat(panel(shown)).contains("2026-07-09", "2031-07-09");
    recorded(officer.send(form, officer.filled(shown.body(), fields)));
    assertThat(dossier(person).exclusions().getFirst().province()).isTrue();
    assertThat(dossier(person).exclusions().getFirst().last()).isEqualTo(day("2031-07-09"));
    assertThat(standing(person, HOME, day("2026-07-09")).causes()).contains(Cause.TERMINATED);
  }

  @Test
  @DisplayName("登记表所载的暂停由一项决定核实：种类不符、别人的、编造的编号不受理；撤销那项决定，申报又悬着")
  void settledByADecision() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME), Status.SUSPENDED);
    Fact stated = facts(person).getLast();
    String form = path(person, stated, "settle");
    assertThat(standing(person, HOME, TestHouse.TODAY).standing()).isEqualTo(Standing.UNRESOLVED);
    recorded(officer.record(path(person, "terminate"), sanction("M13.2", "1")));
    Fact ended = facts(person).getLast();
    recorded(officer.record(path(person, ended, "withdraw"), reason()));
    recorded(officer.record(path(person, "suspend"), sanction("M13.4", "2")));
    Fact decision = facts(person).getLast();

    assertThat(officer.get(form).body()).contains("id=\"by-" + decision.id() + "\"")
        .doesNotContain("id=\"by-" + ended.id() + "\"");
    Map<String, String> by = fields("on", "2026-06-16", "by", decision.id().value());
    refused(officer, form, but(by, "by", ended.id().value()), 422, "没有这一项");
    refused(officer, form, but(by, "by", "f0"), 422, "没有这一项");
    refused(officer, form, but(by, "by", "none"), 422, "请填写这一栏");
    refused(officer, form, but(by, "by", ""), 422, "请选一项");

    HttpResponse<String> shown = officer.look(form, by);
    assertThat(panel(shown)).contains("不能判定", "有效");
    recorded(officer.send(form, officer.filled(shown.body(), by)));
    assertThat(standing(person, HOME, TestHouse.TODAY).standing()).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(person, HOME, day("2026-07-09")).standing()).isEqualTo(Standing.SUSPENDED);
    refused(officer, form, by, 422, "已经记录过");
    HttpResponse<String> wrong = officer.get(path(person, decision, "settle"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("不是登记表所载的内容");

    later(() -> recorded(officer.record(path(person, decision, "withdraw"), reason())));
    assertThat(standing(person, HOME, TestHouse.TODAY.plusDays(1)).standing()).isEqualTo(Standing.UNRESOLVED);
  }

  @Test
  @DisplayName("登记表所载的解除不能用暂停来核实")
  void settledByTheWrongKind() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME), Status.ENDED);
    Fact stated = facts(person).getLast();
    recorded(officer.record(path(person, "suspend"), sanction("M13.4", "2")));
    Fact decision = facts(person).getLast();
    refused(officer, path(person, stated, "settle"), fields("on", "2026-06-16", "by", decision.id().value()), 422,
        "没有依据", "不是对此人有效的解除决定");
    assertThat(standing(person, HOME, TestHouse.TODAY).standing()).isEqualTo(Standing.UNRESOLVED);
  }

  @Test
  @DisplayName("十五个工作日跨入未公布日历的年份：说明暂定，记录也不生效；早于最早可能的日期不受理；写明足够晚的日期才成立")
  void provisional() throws Exception {
    Browser officer = Browser.of("forms.one");
    on(LocalDate.of(2026, 12, 15), () -> {
      PersonId person = withPoints(officer, HOME, "3.1", "3.2");
      String form = path(person, "terminate");
      Map<String, String> fields = sanction("points", "1");
      refused(officer, form, but(fields, "from", "2026-12-30"), 422, "早于合法的最早日", "办法18");
      HttpResponse<String> shown = officer.look(form, fields);
      assertThat(panel(shown)).contains("2027 年", "资格不变", "记录后还不生效：节假日安排未公布，日期只是暂定");
      recorded(officer.send(form, officer.filled(shown.body(), fields)));
      assertThat(dossier(person).sanctions().all().getFirst().status()).isEqualTo(Sanction.Status.PROVISIONAL);
      assertThat(dossier(person).exclusions()).isEmpty();
      assertThat(standing(person, HOME, day("2026-12-31")).standing()).isEqualTo(Standing.EFFECTIVE);

      PersonId firm = withPoints(officer, HOME, "3.1", "3.2");
      recorded(officer.record(path(firm, "terminate"), but(sanction("points", "1"), "from", "2027-03-01")));
      assertThat(dossier(firm).sanctions().all().getFirst().first()).isEqualTo(day("2027-03-01"));
    });
  }

  /** What is done on another day. */
  private interface Deed {
    void run() throws Exception;
  }

  private static void later(Deed deed) throws Exception {
    on(TestHouse.TODAY.plusDays(1), deed);
  }

  private static void on(LocalDate day, Deed deed) throws Exception {
    FormWorld.HOUSE.clock().set(day);
    try {
      deed.run();
    } finally {
      FormWorld.HOUSE.clock().set(TestHouse.TODAY);
    }
  }
}
