package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.Sheets.WORLD;
import static cn.xingheng.server.ledger.Sheets.but;
import static cn.xingheng.server.ledger.Sheets.deduction;
import static cn.xingheng.server.ledger.Sheets.facts;
import static cn.xingheng.server.ledger.Sheets.fields;
import static cn.xingheng.server.ledger.Sheets.path;
import static cn.xingheng.server.ledger.Sheets.reason;
import static cn.xingheng.server.ledger.Sheets.recorded;
import static cn.xingheng.server.ledger.Sheets.rows;
import static cn.xingheng.server.ledger.Sheets.sanction;
import static cn.xingheng.server.ledger.Sheets.withPoints;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Status;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("每一种记录决定的表单：答复丢了再发一次，还是一条事实；同一个键换了内容，不收")
class RepeatFormsTest {
  private static final Pattern SAID = Pattern.compile("id=\"said\"[^>]*>(.*?)</div>", Pattern.DOTALL);

  /** Records; sends the same once more, as after a lost answer; then the same key with a field otherwise. */
  private static void once(Browser officer, String path, Map<String, String> fields, String name, String other)
      throws Exception {
    Map<String, String> sent = officer.filled(officer.look(path, fields).body(), fields);
    String before = rows();
    recorded(officer.send(path, sent));
    assertThat(told(officer, path)).contains("已记录");
    String after = rows();
    assertThat(after).as("the first is written").isNotEqualTo(before);

    HttpResponse<String> again = officer.send(path, sent);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(303);
    assertThat(told(officer, path)).contains("没有重复记录");
    assertThat(rows()).isEqualTo(after);

    HttpResponse<String> another = officer.send(path, but(sent, name, other));
    assertThat(another.statusCode()).as(another.body()).isEqualTo(409);
    assertThat(another.body()).contains("这个写入键已用于另一项内容，没有记录");
    assertThat(rows()).isEqualTo(after);
  }

  /** The last sentence that waits for this person on the dossier: those of earlier writes are read first. */
  private static String told(Browser officer, String path) throws Exception {
    String dossier = path.replaceFirst("(/physicians/[^/]+)/.*", "$1");
    String last = "";
    while (true) {
      String body = officer.get(dossier).body();
      Matcher said = SAID.matcher(body);
      assertThat(said.find()).as(body).isTrue();
      if (said.group(1).isBlank()) {
        return last;
      }
      last = said.group(1);
    }
  }

  @Test
  @DisplayName("扣分")
  void deduct() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME));
    once(officer, path(person, "deduct"), deduction(HOME, "2.1"), "text", "另一件事");
    Fact last = facts(person).getLast();
    assertThat(facts(person)).hasSize(2);
    once(officer, path(person, "deduct"), deduction(HOME, "3.1"), "item", "2.2");
    assertThat(facts(person)).hasSize(3).contains(last);
  }

  @Test
  @DisplayName("暂停，缓期")
  void suspendAndDefer() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1", "1.1");
    once(officer, path(person, "suspend"), sanction("points", "2"), "length", "3");
    Fact suspension = facts(person).getLast();
    once(officer, path(person, suspension, "defer"), reason("through", "2026-07-31"), "through", "2026-08-31");
    assertThat(facts(person)).hasSize(6);
  }

  @Test
  @DisplayName("解除")
  void terminate() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "4.3");
    once(officer, path(person, "terminate"), sanction("points", "2"), "length", "3");
    assertThat(facts(person)).hasSize(3);
  }

  @Test
  @DisplayName("更正扣分，更正暂停")
  void correct() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "2.1", "1.1");
    Fact deduction = facts(person).getLast();
    once(officer, path(person, deduction, "correct"), fields("item", "1.2", "because", "笔误"), "item", "1.3");
    recorded(officer.record(path(person, "suspend"), sanction("points", "1")));
    Fact suspension = facts(person).getLast();
    once(officer, path(person, suspension, "correct"), fields("length", "3", "because", "笔误"), "length", "2");
    assertThat(facts(person)).hasSize(7);
  }

  @Test
  @DisplayName("撤销扣分，撤销唯一的一份协议")
  void withdraw() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "2.1");
    once(officer, path(person, facts(person).getLast(), "withdraw"), reason(), "text", "另一个理由");
    PersonId bare = WORLD.physician(List.of(HOME));
    once(officer, path(bare, facts(bare).getFirst(), "withdraw"), reason(), "text", "另一个理由");
  }

  @Test
  @DisplayName("核实登记表所载：没有这样的决定，就是这一项决定")
  void settle() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId none = WORLD.physician(List.of(HOME), Status.SUSPENDED);
    Map<String, String> nothing = fields("on", "2026-06-16", "by", "none", "because", "翻查全部档案");
    once(officer, path(none, facts(none).getLast(), "settle"), nothing, "because", "另一个理由");

    PersonId person = WORLD.physician(List.of(HOME), Status.SUSPENDED);
    Fact stated = facts(person).getLast();
    recorded(officer.record(path(person, "suspend"), sanction("M13.4", "2")));
    Map<String, String> by = fields("on", "2026-06-16", "by", facts(person).getLast().id().value());
    once(officer, path(person, stated, "settle"), by, "document", "另一文书");
  }
}
