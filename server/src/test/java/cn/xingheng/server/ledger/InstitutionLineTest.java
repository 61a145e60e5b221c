package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.FormWorld.HOUSE;
import static cn.xingheng.server.ledger.FormWorld.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Rolls;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("记录前看到的机构后果")
class InstitutionLineTest {
  private static final Pattern PART =
      Pattern.compile("<div data-part=\"institution\">(.*?)</div>\\s*<div", Pattern.DOTALL);

  private static String path(PersonId person, String act) {
    return "/physicians/" + person + "/" + act;
  }

  /** What the panel says of institutions, as words in a row. */
  private static String line(HttpResponse<String> page) {
    Matcher found = PART.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
  }

  /** What the facts of everybody who was ever there come to, one by one. */
  private static Consequence holds(InstitutionId site, String province, LocalDate day) {
    FactDesk facts = HOUSE.bean(FactDesk.class);
    List<Fact> all = new ArrayList<>();
    facts.gatherAll(province, facts.personsAt(site)).forEach(one -> all.addAll(one.facts()));
    return Rolls.reckon(Book.reckon(facts.lawOf(province), facts.houseOf(province), all), site, day, LocalDate.MAX);
  }

  private static Consequence holds(InstitutionId site) {
    return holds(site, "forms-l", TestHouse.TODAY);
  }

  private static String figures(Consequence before, Consequence after) {
    return "2026 年扣分合计 " + before.points() + " → " + after.points();
  }

  private static PersonId deducted(Browser officer, InstitutionId site, String... items) throws Exception {
    PersonId person = Sheets.WORLD.physician(List.of(site));
    for (String item : items) {
      assertThat(officer.record(path(person, "deduct"), Sheets.deduction(site, item)).statusCode()).isEqualTo(303);
    }
    return person;
  }

  @Test
  @DisplayName("扣分：看到的机构合计、新到的档次和待处理，就是记录后逐人归集的；撤销后又没有了")
  void whatWasShownThenHolds() throws Exception {
    Browser officer = Browser.of("forms.other");
    InstitutionId site = Sheets.WORLD.another();
    deducted(officer, site, "12.1");
    PersonId person = Sheets.WORLD.physician(List.of(site));
    Consequence before = holds(site);
    Map<String, String> fields = Sheets.deduction(site, "12.1");
    HttpResponse<String> shown = officer.look(path(person, "deduct"), fields);
    assertThat(holds(site).points()).as("只是看").isEqualTo(before.points());
    HttpResponse<String> done = officer.send(path(person, "deduct"), officer.filled(shown.body(), fields));
    assertThat(done.statusCode()).isEqualTo(303);
    Consequence after = holds(site);
    assertThat(before.tier()).isEmpty();
    assertThat(after.tier()).isPresent();
    assertThat(after.due()).isTrue();
    assertThat(line(shown)).startsWith("机构：医院" + site + " ").contains(figures(before, after))
        .contains("机构新到档次").contains(after.tier().orElseThrow().gloss()).contains("必须 处理机构")
        .doesNotContain("已有，仍要做");
    assertThat(officer.get("/physicians/" + person).body()).contains("新到机构档次");

    Fact deduction = HOUSE.bean(FactDesk.class).gather(person).facts().getLast();
    String withdraw = "/physicians/" + person + "/facts/" + deduction.id() + "/withdraw";
    Map<String, String> reason = Sheets.reason();
    HttpResponse<String> undone = officer.look(withdraw, reason);
    assertThat(line(undone)).contains("机构不再到档次", figures(after, before), "因此不再要做");
    assertThat(officer.send(withdraw, officer.filled(undone.body(), reason)).statusCode()).isEqualTo(303);
    assertThat(holds(site)).usingRecursiveComparison().ignoringFields("trail").isEqualTo(before);
  }

  @Test
  @DisplayName("解除：占比自生效之日起变，写明是哪一天；暂停：机构不变")
  void aTerminationCountsFromItsFirstDay() throws Exception {
    Browser officer = Browser.of("forms.other");
    InstitutionId site = Sheets.WORLD.another();
    PersonId person = deducted(officer, site, "12.1", "13.1");
    PersonId suspended = deducted(officer, site, "13.1");
    LocalDate first = TestHouse.TODAY.plusDays(1);
    Consequence before = holds(site, "forms-l", first);
    Map<String, String> fields = Sheets.sanction("points", "2");
    HttpResponse<String> shown = officer.look(path(person, "terminate"), fields);
    assertThat(officer.send(path(person, "terminate"), officer.filled(shown.body(), fields)).statusCode())
        .isEqualTo(303);
    Consequence after = holds(site, "forms-l", first);
    assertThat(before.endedShare()).isEqualTo(Share.NONE);
    assertThat(after.endedShare()).isEqualTo(new Share(1, 2));
    assertThat(line(shown)).contains(first + "（周三） 起")
        .contains("年内被解除的医师占比 0 → 1/2")
        .contains("2026 年扣分合计 " + after.points() + " 不变")
        .contains(after.tier().orElseThrow().gloss());

    HttpResponse<String> same = officer.look(path(suspended, "suspend"), Sheets.sanction("points", "3"));
    assertThat(line(same)).contains("年扣分合计 " + holds(site).points() + " 不变").doesNotContain("→");
  }

  @Test
  @DisplayName("没有档次的规则：只说合计，写明没有规定档次")
  void anEditionWithoutTiers() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = Sheets.WORLD.physician(List.of(HOME));
    Consequence before = holds(HOME, "forms-a", TestHouse.TODAY);
    Map<String, String> fields = Sheets.deduction(HOME, "2.1");
    HttpResponse<String> shown = officer.look(path(person, "deduct"), fields);
    assertThat(officer.send(path(person, "deduct"), officer.filled(shown.body(), fields)).statusCode()).isEqualTo(303);
    assertThat(line(shown)).contains(figures(before, holds(HOME, "forms-a", TestHouse.TODAY)))
        .contains("本版规则对机构没有规定档次").doesNotContain("必须");
  }

  @Test
  @DisplayName("看过以后，别人的扣分使机构到了档次：要重新看；反例：没有使档次变的不挡")
  void whatOthersThereRecordedInBetween() throws Exception {
    Browser officer = Browser.of("forms.other");
    InstitutionId site = Sheets.WORLD.another();
    PersonId person = deducted(officer, site, "12.1");
    for (String between : List.of("14.1", "12.1")) {
      Map<String, String> fields = Sheets.deduction(site, "14.2");
      HttpResponse<String> shown = officer.look(path(person, "deduct"), fields);
      Consequence before = holds(site);
      deducted(officer, site, between);
      boolean moved = !holds(site).tier().equals(before.tier());
      HttpResponse<String> sent = officer.send(path(person, "deduct"), officer.filled(shown.body(), fields));
      assertThat(sent.statusCode()).as(between).isEqualTo(moved ? 409 : 303);
      assertThat(moved).isEqualTo(between.equals("12.1"));
      assertThat(sent.body().contains("机构名下别的记录有变")).isEqualTo(moved);
    }
  }

  @Test
  @DisplayName("合计的投影与推算逐人一致；改坏一行就说出是谁")
  void theProjectionSaysWhatTheReckoningSays() {
    PersonId person = Sheets.WORLD.physician(List.of(OTHER));
    TallyDesk desk = HOUSE.bean(TallyDesk.class);
    assertThat(desk.differing()).doesNotContain(person);
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    jdbc.sql("delete from tally_span where person = :person").param("person", person.value()).update();
    assertThat(desk.differing()).contains(person);
    HOUSE.bean(FactDesk.class).follow("forms-l", List.of(person));
    assertThat(desk.differing()).doesNotContain(person);
  }
}
