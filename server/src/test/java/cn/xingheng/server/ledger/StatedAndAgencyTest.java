package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.AWAY;
import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.FormWorld.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("申报的核实与经办机构的名称")
class StatedAndAgencyTest {

  private static String of(PersonId person, Class<? extends Fact> kind, String act) {
    return "/physicians/" + person + "/facts/" + fact(person, kind).id() + "/" + act;
  }

  private static Fact fact(PersonId person, Class<? extends Fact> kind) {
    return HOUSE.bean(FactDesk.class).gather(person).facts().stream().filter(kind::isInstance).findFirst()
        .orElseThrow();
  }

  private static String stated(Browser officer, PersonId person) throws Exception {
    String page = officer.get("/physicians/" + person).body();
    String part = page.substring(page.indexOf("id=\"stated-title\""));
    return part.substring(0, part.indexOf("</section>"));
  }

  @Test
  @DisplayName("申报经处理决定核实，决定后来撤销：那一行又是未核实；撤销前写明核实的日子和决定")
  void openAgainWhenTheDecisionFalls() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = Sheets.WORLD.physician(List.of(HOME), Status.SUSPENDED);
    assertThat(stated(officer, person)).contains("未核实</b>");
    for (String item : List.of("3.1", "2.1", "1.1")) {
      officer.record("/physicians/" + person + "/deduct", Sheets.deduction(HOME, item));
    }
    officer.record("/physicians/" + person + "/suspend", Sheets.sanction("points", "2"));
    String decision = fact(person, Suspended.class).id().value();
    Map<String, String> settled = Sheets.fields("on", "2026-06-16", "by", decision);
    assertThat(officer.record(of(person, Stated.class, "settle"), settled).statusCode()).isEqualTo(303);
    assertThat(stated(officer, person)).contains("2026-06-16").contains(decision).doesNotContain("未核实</b>");

    HOUSE.clock().set(TestHouse.TODAY.plusDays(1));
    try {
      assertThat(officer.record(of(person, Suspended.class, "withdraw"), Sheets.reason()).statusCode()).isEqualTo(303);
      assertThat(stated(officer, person)).contains("未核实</b>").doesNotContain(decision);
    } finally {
      HOUSE.clock().set(TestHouse.TODAY);
    }
  }

  @Test
  @DisplayName("在两个统筹区都有决定权：选项写经办机构的名称，值还是统筹区的代号")
  void agenciesByName() throws Exception {
    Browser officer = Browser.of("forms.province");
    PersonId person = Sheets.WORLD.physician(List.of(HOME, AWAY));
    String page = officer.get("/physicians/" + person + "/suspend").body();
    assertThat(page).containsPattern("<option value=\"forms-a1\"[^>]*>经办机构 forms-a1</option>")
        .containsPattern("<option value=\"forms-a2\"[^>]*>经办机构 forms-a2</option>");
  }
}
