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
import static cn.xingheng.server.ledger.Sheets.refused;
import static cn.xingheng.server.ledger.Sheets.sanction;
import static cn.xingheng.server.ledger.Sheets.withPoints;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("填得离谱的表单：一句话说明，不是故障，什么也不写")
class FormFaultsTest {
  private static final String LONG = "长".repeat(129);
  private static final String ENDLESS = "长".repeat(2001);

  @Test
  @DisplayName("扣分：决定早于行为，名称太长，有控制字符，没有这样的年份，起数过大")
  void deduct() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME));
    String form = path(person, "deduct");
    refused(officer, form, but(deduction(HOME, "2.1"), "on", "2026-05-01"), 422, "早于合法的最早日", "不能记录", "晚于决定日");
    refused(officer, form, but(deduction(HOME, "2.1"), "incidentName", LONG), 422, "最多 128 个字");
    refused(officer, form, but(deduction(HOME, "2.1"), "document", LONG), 422, "最多 128 个字");
    refused(officer, form, but(deduction(HOME, "2.1"), "document", "扣\t1号"), 422, "控制字符");
    refused(officer, form, but(deduction(HOME, "2.1"), "text", ENDLESS), 422, "至多 2000 个字");
    refused(officer, form, but(deduction(HOME, "2.1"), "actFrom", "0026-05-20"), 422, "年份不对");
    refused(officer, form, but(deduction(HOME, "2.1"), "actFrom", "1899-12-31"), 422, "年份不对");
    refused(officer, form, but(deduction(HOME, "2.1"), "actFrom", "+12026-05-20"), 422, "年份不对");
    refused(officer, form, but(deduction(HOME, "2.1"), "actFrom", "2026-02-30"), 422, "不是日期");
    refused(officer, form, but(deduction(HOME, "2.1"), "times", "1000"), 422, "请填 1 至 999 的整数");
    refused(officer, form, but(deduction(HOME, "2.1"), "loss", "9".repeat(13)), 422, "不是金额");
    recorded(officer.record(form, deduction(HOME, "2.1")));
  }

  @Test
  @DisplayName("处理：编造的依据、百年以上的禁入、不合档次的依据、远到没有的生效日")
  void sanctions() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "4.3");
    String form = path(person, "terminate");
    refused(officer, form, sanction("编造的依据", "1"), 422, "没有依据");
    refused(officer, form, sanction(LONG, "1"), 422, "没有依据");
    refused(officer, form, sanction("points", "101"), 422, "超出条文的幅度");
    refused(officer, form, but(sanction("points", "1"), "from", "10000-01-01"), 422, "不是日期");
    refused(officer, path(person, "suspend"), sanction("streak", "1"), 422, "没有依据");
    recorded(officer.record(form, sanction("points", "1")));
    Fact decision = facts(person).getLast();
    refused(officer, path(person, decision, "defer"), reason("through", "1026-07-31"), 422, "年份不对");
  }

  @Test
  @DisplayName("核实：理由分几行写，记成一行")
  void settle() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = WORLD.physician(List.of(HOME), Status.SUSPENDED);
    String form = path(person, facts(person).getLast(), "settle");
    refused(officer, form, fields("on", "2026-06-16", "by", "none", "because", ENDLESS), 422, "至多 2000 个字");
    recorded(officer.record(form, fields("on", "2026-06-16", "by", "none", "because", "翻查全部档案，\r\n没有暂停决定")));
    assertThat(((StatementSettled) facts(person).getLast()).because()).isEqualTo("翻查全部档案， 没有暂停决定");
  }
}
