package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.FormWorld.HOUSE;
import static cn.xingheng.server.ledger.Sheets.WORLD;
import static cn.xingheng.server.ledger.Sheets.but;
import static cn.xingheng.server.ledger.Sheets.day;
import static cn.xingheng.server.ledger.Sheets.deduction;
import static cn.xingheng.server.ledger.Sheets.dossier;
import static cn.xingheng.server.ledger.Sheets.facts;
import static cn.xingheng.server.ledger.Sheets.fields;
import static cn.xingheng.server.ledger.Sheets.panel;
import static cn.xingheng.server.ledger.Sheets.path;
import static cn.xingheng.server.ledger.Sheets.recorded;
import static cn.xingheng.server.ledger.Sheets.refused;
import static cn.xingheng.server.ledger.Sheets.sanction;
import static cn.xingheng.server.ledger.Sheets.withPoints;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.States;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("并入事件、更正扣分、更正暂停")
class CorrectionFormsTest {

  private static int points(PersonId person) {
    return States.reckon(dossier(person), HOME, TestHouse.TODAY, null).points();
  }

  private static Deducted entry(PersonId person, FactId id) {
    return dossier(person).ledger().entries().stream().map(entry -> entry.fact()).filter(fact -> fact.id().equals(id))
        .findFirst().orElseThrow();
  }

  @Test
  @DisplayName("并入已有的事件：较高的一条顶替较低的，先示后成；较低的另一文书不受理；不并入的照加")
  void joinsAnIncident() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME));
    String form = path(person, "deduct");
    recorded(officer.record(form, but(deduction(HOME, "3.1"), "incidentName", "案甲")));
    assertThat(officer.get(form).body()).contains("<option value=\"案甲\"");

    refused(officer, form, but(deduction(HOME, "2.1"), "incident", "案甲"), 422, "同一事件已经扣分", "已按 3.1 计 6 分");
    refused(officer, form, but(deduction(HOME, "3.2"), "incidentName", "案甲"), 422, "同一事件已经扣分");
    Map<String, String> higher = but(deduction(HOME, "4.5"), "incident", "案甲");
    HttpResponse<String> shown = officer.look(form, higher);
    assertThat(panel(shown)).contains("6 → 12");
    recorded(officer.send(form, officer.filled(shown.body(), higher)));
    assertThat(points(person)).isEqualTo(12);

    Map<String, String> apart = deduction(HOME, "2.1");
    assertThat(panel(officer.look(form, apart))).contains("12 → 14");
    recorded(officer.record(form, apart));
    assertThat(points(person)).as("an incident of its own adds up").isEqualTo(14);
  }

  @Test
  @DisplayName("更正扣分：改条目、并入事件、改起数，原来的写在旁边，所示即所成，原事实留着")
  void correctsADeduction() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "2.1", "3.1");
    Fact low = facts(person).get(1);
    Fact high = facts(person).get(2);
    String form = path(person, low, "correct");
    Map<String, String> item = fields("item", "3.2", "because", "条目认定有误");
    HttpResponse<String> shown = officer.look(form, item);
    assertThat(panel(shown)).contains("8 → 12");
    assertThat(shown.body()).contains("原为 2.1", "记录更正");
    recorded(officer.send(form, officer.filled(shown.body(), item)));
    assertThat(points(person)).isEqualTo(12);
    assertThat(entry(person, low.id()).item()).isEqualTo("3.2");
    assertThat(facts(person)).contains(low).hasSize(4);

    recorded(officer.record(path(person, high, "correct"), fields("incidentName", "案乙", "because", "补记事件")));
    assertThat(entry(person, high.id()).incident()).isEqualTo("案乙");
    Map<String, String> join = fields("incident", "案乙", "because", "同一事件");
    refused(officer, form, join, 422, "同一事件已经扣分", "另一文书只能按更高的条目再决定");
    join.put("document", entry(person, high.id()).document());
    assertThat(panel(officer.look(form, join))).contains("12 → 6");
    recorded(officer.record(form, join));
    assertThat(points(person)).isEqualTo(6);
  }

  @Test
  @DisplayName("更正扣分：没有改动、没有理由、没有这一条目、行为在决定之后、行为时没有协议的，不受理，什么也不写")
  void correctedDeductionsRefused() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "2.1");
    String form = path(person, facts(person).getLast(), "correct");
    refused(officer, form, fields("because", "没有改什么"), 422, "没有改动任何一栏");
    refused(officer, form, fields("item", "2.2"), 422, "请填写这一栏");
    refused(officer, form, fields("item", "9.9", "because", "笔误"), 422, "没有这一项");
    refused(officer, form, fields("on", "2026-05-01", "because", "笔误"), 422, "早于合法的最早日", "行为终了之后才能决定",
        "不能记录：`act`：违规行为的末日 2026-05-20 晚于决定日 2026-05-01");
    refused(officer, form, fields("actFrom", "2024-05-01", "because", "笔误"), 422, "协议不在有效期", "细则二");
    refused(officer, form, fields("servedPerson", "2026-06-01", "because", "笔误"), 422, "送达不能在决定之前");
    recorded(officer.record(form, fields("item", "2.2", "because", "笔误")));
    assertThat(points(person)).isEqualTo(2);
  }

  @Test
  @DisplayName("更正暂停：月数、送达改了，首末日随之改，先示后成；超出幅度、过早、没有改动的不受理")
  void correctsASuspension() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1", "1.1");
    recorded(officer.record(path(person, "suspend"), but(sanction("points", "1"), "servedInstitution", "")));
    Fact decision = facts(person).getLast();
    assertThat(dossier(person).sanctions().all().getFirst().status()).isEqualTo(Sanction.Status.NOT_SERVED);
    String form = path(person, decision, "correct");
    refused(officer, form, fields("because", "没有改什么"), 422, "没有改动任何一栏");
    refused(officer, form, fields("length", "4", "because", "误写"), 422, "超出条文的幅度", "应为 1至3 个月");
    refused(officer, form,
        fields("servedInstitution", "2026-06-16", "from", "2026-07-08", "because", "补填送达"), 422, "早于合法的最早日", "办法18");

    Map<String, String> filled = fields("length", "3", "servedInstitution", "2026-06-16", "because", "补填送达，月数误写");
    HttpResponse<String> shown = officer.look(form, filled);
    assertThat(panel(shown)).contains("2026-07-09", "2026-10-08");
    assertThat(shown.body()).contains("原为空").contains("id=\"length-3\"").doesNotContain("id=\"length-4\"");
    recorded(officer.send(form, officer.filled(shown.body(), filled)));
    Sanction now = dossier(person).sanctions().all().getFirst();
    assertThat(now.id()).isEqualTo(decision.id());
    assertThat(now.first()).isEqualTo(day("2026-07-09"));
    assertThat(now.last()).isEqualTo(day("2026-10-08"));
    assertThat(facts(person)).contains(decision);
  }

  @Test
  @DisplayName("更正没有写明依据的暂停：只补送达，依据仍未写明，月数照样能改")
  void correctsAnUngroundedSuspension() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1", "1.1");
    Head head = new Head(new FactId("bare-" + person), TestHouse.TODAY, TestHouse.TODAY);
    Fact bare = new Suspended(head, person, 2, Service.NONE, null, null, null);
    HOUSE.bean(FactDesk.class).put("forms-a", List.of(new Given(person, List.of(bare), null, null)), null, null);
    String form = path(person, bare, "correct");
    refused(officer, form, fields("because", "没有改什么"), 422, "没有改动任何一栏");
    assertThat(officer.get(form).body()).contains("id=\"length-3\"");
    recorded(officer.record(form,
        fields("servedPerson", "2026-06-16", "servedInstitution", "2026-06-16", "because", "补填送达")));
    Suspended now = (Suspended) dossier(person).sanctions().all().getFirst().fact();
    assertThat(now.ground()).isNull();
    assertThat(now.by()).isNull();
    assertThat(now.months()).isEqualTo(2);
  }
}
