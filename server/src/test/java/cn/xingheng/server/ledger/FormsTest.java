package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.AWAY;
import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.FormWorld.HOUSE;
import static cn.xingheng.server.ledger.FormWorld.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("记录决定的表单")
class FormsTest {
  private static final FormWorld WORLD = FormWorld.get();
  private static final AtomicInteger DOCUMENT = new AtomicInteger();

  private static Map<String, String> deduction(InstitutionId at, String item) {
    Map<String, String> fields = new HashMap<>();
    fields.put("item", item);
    fields.put("at", at.value());
    fields.put("actFrom", "2026-05-20");
    fields.put("times", "1");
    fields.put("loss", "1,286.40");
    fields.put("text", "由他人冒用凭证看诊取药");
    fields.put("document", "扣〔2026〕" + DOCUMENT.incrementAndGet() + "号");
    fields.put("on", "2026-06-15");
    fields.put("servedPerson", "2026-06-15");
    fields.put("servedInstitution", "2026-06-16");
    return fields;
  }

  private static Map<String, String> sanction(String length) {
    return new HashMap<>(
        Map.of("length", length, "text", "累计达到", "document", "停〔2026〕" + DOCUMENT.incrementAndGet() + "号", "on",
            "2026-06-16", "servedPerson", "2026-06-16", "servedInstitution", "2026-06-16"));
  }

  private static Map<String, String> reason() {
    return new HashMap<>(Map.of("text", "查明有误", "document", "撤〔2026〕" + DOCUMENT.incrementAndGet() + "号", "on",
        "2026-06-16"));
  }

  private static String path(PersonId person, String act) {
    return "/physicians/" + person + "/" + act;
  }

  private static String path(PersonId person, Fact fact, String act) {
    return "/physicians/" + person + "/facts/" + fact.id() + "/" + act;
  }

  private static List<Fact> facts(PersonId person) {
    return HOUSE.bean(FactDesk.class).gather(person).facts();
  }

  private static Dossier dossier(PersonId person) {
    return HOUSE.bean(FactDesk.class).gather(person).history().knownAt(LocalDate.MAX);
  }

  private static State state(PersonId person, InstitutionId site) {
    return States.reckon(dossier(person), site, TestHouse.TODAY, null);
  }

  private static PersonId withPoints(Browser officer, InstitutionId site, String... items) throws Exception {
    PersonId person = WORLD.physician(List.of(site));
    for (String item : items) {
      assertThat(officer.record(path(person, "deduct"), deduction(site, item)).statusCode()).isEqualTo(303);
    }
    return person;
  }

  @Test
  @DisplayName("扣分：先看到的就是后来成立的，记录后一句话说明")
  void aDeductionHoldsAsItWasShown() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1");
    Map<String, String> fields = deduction(HOME, "2.2");
    HttpResponse<String> shown = officer.look(path(person, "deduct"), fields);

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("8 <span class=\"soft\">→</span>").contains(">10</span>").contains("剩 2 分")
        .contains("记录扣 2 分").contains("资格不变").contains("2026-07-09").contains("/rules/anhui-2019#cite-办法18");
    assertThat(facts(person)).hasSize(3);

    HttpResponse<String> done = officer.send(path(person, "deduct"), officer.filled(shown.body(), fields));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location").orElse("")).endsWith("/physicians/" + person);
    State after = state(person, HOME);
    assertThat(after.points()).isEqualTo(10);
    assertThat(after.remaining()).isEqualTo(2);
    assertThat(after.qualification().standing()).isEqualTo(Standing.EFFECTIVE);
    assertThat(after.due().toString()).contains("CONSIDER_SUSPENSION", "RECOVER_FUNDS");
  }

  @Test
  @DisplayName("暂停：只列合法的月数，首末日就是后来的首末日；解除同理")
  void aSuspensionRunsOnTheDaysShown() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1", "1.1");
    HttpResponse<String> opened = officer.get(path(person, "suspend"));
    assertThat(opened.body()).contains("id=\"length-1\"").contains("id=\"length-3\"").doesNotContain("id=\"length-4\"");

    Map<String, String> fields = sanction("2");
    HttpResponse<String> shown = officer.look(path(person, "suspend"), fields);
    assertThat(shown.body()).contains("记录暂停 2 个月").contains("放假 3 天");
    assertThat(officer.send(path(person, "suspend"), officer.filled(shown.body(), fields)).statusCode()).isEqualTo(303);
    Sanction sanction = dossier(person).sanctions().all().getFirst();
    assertThat(shown.body()).contains(String.valueOf(sanction.first()))
        .contains(String.valueOf(sanction.last()));
    assertThat(sanction.first()).isEqualTo(LocalDate.of(2026, 7, 9));
  }

  @Test
  @DisplayName("早于最早日的生效日、超出幅度的月数、没有依据的解除：指明条文拒绝，什么都没写")
  void unlawfulOnesAreRefusedWithTheArticle() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1", "1.1");
    int before = facts(person).size();
    Map<String, String> early = sanction("2");
    early.put("from", "2026-07-01");
    HttpResponse<String> tooEarly = officer.record(path(person, "suspend"), early);
    assertThat(tooEarly.statusCode()).isEqualTo(422);
    assertThat(tooEarly.body()).contains("早于合法的最早日").contains("办法18").contains("最早 2026-07-09")
        .contains("累计达到").contains("disabled");
    HttpResponse<String> tooLong = officer.record(path(person, "suspend"), sanction("4"));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("超出条文的幅度").contains("应为 1至3");
    HttpResponse<String> noGround = officer.record(path(person, "terminate"), withGround(sanction("1"), "points"));
    assertThat(noGround.statusCode()).isEqualTo(422);
    assertThat(noGround.body()).contains("没有依据");
    assertThat(facts(person)).hasSize(before);
  }

  private static Map<String, String> withGround(Map<String, String> fields, String ground) {
    fields.put("ground", ground);
    return fields;
  }

  @Test
  @DisplayName("连云港：扣满即应当暂停，次日生效；解除记下禁入")
  void theOtherEditionFollowsItsOwnRules() throws Exception {
    Browser officer = Browser.of("forms.other");
    PersonId person = WORLD.physician(List.of(OTHER));
    HttpResponse<String> opened = officer.get(path(person, "deduct"));
    List<String> items =
        HOUSE.bean(FactDesk.class).gather(person).law().edition().catalogue().values().stream()
            .filter(item -> item.points() == 5).map(item -> item.id()).toList();
    assertThat(opened.body()).contains("value=\"" + items.getFirst() + "\"");
    Map<String, String> fields = deduction(OTHER, items.getFirst());
    HttpResponse<String> shown = officer.look(path(person, "deduct"), fields);
    assertThat(shown.body()).contains("<span class=\"must\">必须</span>暂停协议").contains("2026-06-17");
    assertThat(officer.send(path(person, "deduct"), officer.filled(shown.body(), fields)).statusCode()).isEqualTo(303);
    assertThat(officer.record(path(person, "suspend"), sanction("3")).statusCode()).isEqualTo(303);
    assertThat(dossier(person).sanctions().all().getFirst().first()).isEqualTo(LocalDate.of(2026, 6, 17));
    HOUSE.clock().set(TestHouse.TODAY.plusDays(1));
    try {
      fields = deduction(OTHER, items.getFirst());
      fields.put("times", "2");
      assertThat(officer.record(path(person, "deduct"), fields).statusCode()).isEqualTo(303);
      assertThat(officer.record(path(person, "terminate"), sanction("2")).statusCode()).isEqualTo(303);
    } finally {
      HOUSE.clock().set(TestHouse.TODAY);
    }
    assertThat(dossier(person).exclusions()).hasSize(1);
  }

  @Test
  @DisplayName("撤销恢复积分，更正补填送达，缓期推后生效")
  void revisionsChangeWhatHolds() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1");
    Map<String, String> late = deduction(HOME, "2.2");
    late.remove("servedPerson");
    late.remove("servedInstitution");
    assertThat(officer.record(path(person, "deduct"), late).statusCode()).isEqualTo(303);
    Fact unserved = facts(person).getLast();
    Map<String, String> filled = new HashMap<>(Map.of("servedPerson", "2026-06-16", "because", "补填送达"));
    HttpResponse<String> changed = officer.look(path(person, unserved, "correct"), filled);
    assertThat(changed.body()).contains("原为空");
    HttpResponse<String> corrected = officer.record(path(person, unserved, "correct"), filled);
    assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(303);
    assertThat(dossier(person).ledger().entries().getLast().fact().served().person()).isEqualTo(TestHouse.TODAY);

    assertThat(officer.record(path(person, "suspend"), sanction("1")).statusCode()).isEqualTo(303);
    Fact suspension = facts(person).getLast();
    Map<String, String> put = reason();
    put.put("through", "2026-07-31");
    assertThat(officer.record(path(person, suspension, "defer"), put).statusCode()).isEqualTo(303);
    assertThat(dossier(person).sanctions().all().getFirst().first()).isEqualTo(LocalDate.of(2026, 8, 1));

    assertThat(officer.record(path(person, unserved, "withdraw"), reason()).statusCode()).isEqualTo(422);
    HOUSE.clock().set(TestHouse.TODAY.plusDays(1));
    try {
      HttpResponse<String> shown = officer.look(path(person, unserved, "withdraw"), reason());
      assertThat(shown.body()).contains("10 <span class=\"soft\">→</span>").contains("自始不算");
      assertThat(officer.record(path(person, unserved, "withdraw"), reason()).statusCode()).isEqualTo(303);
    } finally {
      HOUSE.clock().set(TestHouse.TODAY);
    }
    assertThat(state(person, HOME).points()).isEqualTo(8);
  }

  @Test
  @DisplayName("登记表所载的暂停：核实为没有这样的决定后能判定；没写理由的不记录")
  void aStatementIsSettled() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME), Status.SUSPENDED);
    assertThat(state(person, HOME).qualification().standing()).isEqualTo(Standing.UNRESOLVED);
    Fact stated = facts(person).getLast();
    Map<String, String> fields = new HashMap<>(Map.of("on", "2026-06-16", "by", "none"));
    assertThat(officer.record(path(person, stated, "settle"), fields).statusCode()).isEqualTo(422);
    fields.put("because", "翻查全部档案，没有暂停决定");
    assertThat(officer.record(path(person, stated, "settle"), fields).statusCode()).isEqualTo(303);
    assertThat(state(person, HOME).qualification().standing()).isEqualTo(Standing.EFFECTIVE);
  }

  @Test
  @DisplayName("两张桌子：别人先记录了，就不记录，说明变了什么；同一个键两次只有一条")
  void whatWasSeenMustStillHold() throws Exception {
    Browser one = Browser.of("forms.one");
    Browser two = Browser.of("forms.second");
    PersonId person = withPoints(one, HOME, "3.1");
    Map<String, String> fields = deduction(HOME, "2.1");
    Map<String, String> seen = one.filled(one.look(path(person, "deduct"), fields).body(), fields);
    assertThat(two.record(path(person, "deduct"), deduction(HOME, "1.1")).statusCode()).isEqualTo(303);
    int before = facts(person).size();

    HttpResponse<String> changed = one.send(path(person, "deduct"), seen);
    assertThat(changed.statusCode()).isEqualTo(409);
    assertThat(changed.body()).contains("别人记录了新的事实").contains("forms.second").contains(">9</span>");
    assertThat(facts(person)).hasSize(before);

    Map<String, String> again = one.filled(changed.body(), fields);
    assertThat(one.send(path(person, "deduct"), again).statusCode()).isEqualTo(303);
    assertThat(one.send(path(person, "deduct"), again).statusCode()).isEqualTo(303);
    assertThat(facts(person)).hasSize(before + 1);
  }

  @Test
  @DisplayName("没有看过结果的提交先给看结果；栏目有误的留住所填，焦点在第一处")
  void nothingIsRecordedUnseen() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME);
    int before = facts(person).size();
    Map<String, String> fields = deduction(HOME, "2.1");
    HttpResponse<String> unseen = officer.send(path(person, "deduct"), unseen(officer, person, fields));
    assertThat(unseen.statusCode()).isEqualTo(200);
    assertThat(unseen.body()).contains("请看完结果");

    fields.put("on", "2026-06-17");
    fields.put("loss", "-3");
    fields.remove("document");
    HttpResponse<String> faulty = officer.send(path(person, "deduct"), unseen(officer, person, fields));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("2026-06-17 还没有到").contains("不是金额").contains("请填写这一栏")
        .contains("由他人冒用凭证看诊取药").contains("aria-describedby=\"on-err\"");
    assertThat(facts(person)).hasSize(before);
  }

  private static Map<String, String> unseen(Browser officer, PersonId person, Map<String, String> fields)
      throws Exception {
    return officer.filled(officer.get(path(person, "deduct")).body(), fields);
  }

  @Test
  @DisplayName("别的统筹区的人看不到，也不能替别的统筹区决定；不能记录的角色打不开；英文页是英文")
  void whoMayDecide() throws Exception {
    PersonId home = WORLD.physician(List.of(HOME));
    PersonId both = WORLD.physician(List.of(HOME, AWAY));
    Browser away = Browser.of("forms.away");
    assertThat(away.get(path(home, "deduct")).statusCode()).isEqualTo(404);
    Map<String, String> foreign = unseen(away, both, deduction(HOME, "2.1"));
    HttpResponse<String> elsewhere = away.send(path(both, "deduct"), foreign);
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(Browser.of("forms.province").record(path(both, "deduct"), deduction(HOME, "2.1")).statusCode())
        .isEqualTo(303);
    assertThat(away.get(path(both, facts(both).getLast(), "withdraw")).statusCode()).isEqualTo(404);
    assertThat(Browser.of("forms.clerk").get(path(home, "deduct")).statusCode()).isEqualTo(403);
    assertThat(Browser.of("forms.reviewer").get(path(home, "suspend")).statusCode()).isEqualTo(403);
    Browser english = Browser.of("forms.one");
    HttpResponse<String> page = english.get(path(home, "deduct") + "?lang=en");
    assertThat(page.body()).contains("Record a deduction").contains("What will follow").doesNotContain("记录后会怎样");
  }
}
