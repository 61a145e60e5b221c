package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.AWAY;
import static cn.xingheng.server.ledger.FormWorld.HOME;
import static cn.xingheng.server.ledger.FormWorld.OTHER;
import static cn.xingheng.server.ledger.Sheets.WORLD;
import static cn.xingheng.server.ledger.Sheets.but;
import static cn.xingheng.server.ledger.Sheets.day;
import static cn.xingheng.server.ledger.Sheets.dossier;
import static cn.xingheng.server.ledger.Sheets.panel;
import static cn.xingheng.server.ledger.Sheets.path;
import static cn.xingheng.server.ledger.Sheets.recorded;
import static cn.xingheng.server.ledger.Sheets.refused;
import static cn.xingheng.server.ledger.Sheets.sanction;
import static cn.xingheng.server.ledger.Sheets.standing;
import static cn.xingheng.server.ledger.Sheets.withPoints;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("解除协议的表单：各规则各条依据")
class TerminationFormsTest {

  @Test
  @DisplayName("连云港：年内累计十五分，只有两年；次日解除，两年内禁入；所示即所成")
  void fifteenInTheYear() throws Exception {
    Browser officer = Browser.of("forms.other");
    PersonId person = withPoints(officer, OTHER, "13.1", "12.1");
    String form = path(person, "terminate");
    assertThat(officer.get(form).body()).contains("年内累计十五分").contains("id=\"length-2\"")
        .doesNotContain("id=\"length-1\"", "id=\"length-3\"", "id=\"fraud\"", "id=\"ground-M13.1\"");

    Map<String, String> fields = sanction("points", "2");
    HttpResponse<String> shown = officer.look(form, fields);
    assertThat(panel(shown)).contains("2026-06-17（周三） 至 2028-06-17（周六）", "有效 → 解除，禁入期内", "急诊");
    assertThat(shown.body()).contains("记录解除，禁入 2 年", "cite-办法17");
    assertThat(dossier(person).sanctions().all()).isEmpty();

    recorded(officer.send(form, officer.filled(shown.body(), fields)));
    assertThat(standing(person, OTHER, day("2026-06-16")).standing()).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(person, OTHER, day("2026-06-17")).standing()).isEqualTo(Standing.ENDED);
    assertThat(standing(person, OTHER, day("2026-06-17")).causes()).contains(Cause.TERMINATED);
    Exclusion bar = dossier(person).exclusions().getFirst();
    assertThat(bar.last()).isEqualTo(day("2028-06-17"));
    assertThat(bar.bars(new RegionId("forms-l1"))).isTrue();
  }

  @Test
  @DisplayName("连云港：差一分没有依据，一年、三年、当日生效、骗保加重、检查认定都不受理，指明条文，什么也不写")
  void fifteenRefused() throws Exception {
    Browser officer = Browser.of("forms.other");
    PersonId short1 = withPoints(officer, OTHER, "14.1", "14.2", "12.1");
    refused(officer, path(short1, "terminate"), sanction("points", "2"), 422, "没有依据", "14 分", "办法17", "十五分");
    PersonId person = withPoints(officer, OTHER, "13.1", "12.1");
    String form = path(person, "terminate");
    refused(officer, form, sanction("points", "1"), 422, "超出条文的幅度", "应为 2 年", "办法17");
    refused(officer, form, sanction("points", "3"), 422, "超出条文的幅度", "应为 2 年");
    refused(officer, form, but(sanction("points", "2"), "from", "2026-06-16"), 422, "早于合法的最早日", "最早 2026-06-17");
    refused(officer, form, but(sanction("points", "2"), "fraud", "yes"), 422, "没有骗保的加重禁入");
    refused(officer, form, sanction("M13.2", "2"), 422, "没有依据");
    refused(officer, form, sanction("streak", "2"), 422, "没有依据");
    refused(officer, path(person, "suspend"), sanction("points", "6"), 422, "没有依据");
    recorded(officer.record(form, sanction("points", "2")));
    refused(officer, form, sanction("points", "2"), 422, "已经记录过");
  }

  @Test
  @DisplayName("安徽：年内累计十二分，应当解除，一年禁入，至少到协议期满；提前十五个工作日")
  void twelveInTheYear() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "3.2");
    String form = path(person, "terminate");
    assertThat(officer.get(form).body()).contains("年内累计十二分", "id=\"length-1\"", "id=\"fraud\"", "id=\"ground-M13.7\"")
        .doesNotContain("id=\"length-2\"");
    refused(officer, form, sanction("points", "2"), 422, "超出条文的幅度", "应为 1 年", "细则三(二)");
    refused(officer, form, but(sanction("points", "1"), "from", "2026-07-08"), 422, "早于合法的最早日", "办法18");
    refused(officer, path(person, "suspend"), sanction("points", "3"), 422, "没有依据");

    Map<String, String> fields = sanction("points", "1");
    HttpResponse<String> shown = officer.look(form, fields);
    assertThat(panel(shown)).contains("2026-07-09（周四） 至 2027-07-09（周五）", "有效 → 解除，禁入期内");
    recorded(officer.send(form, officer.filled(shown.body(), fields)));
    assertThat(standing(person, HOME, day("2026-07-08")).standing()).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(person, HOME, day("2026-07-09")).standing()).isEqualTo(Standing.ENDED);
    Exclusion bar = dossier(person).exclusions().getFirst();
    assertThat(bar.last()).isEqualTo(day("2027-07-09"));
    assertThat(bar.bars(new RegionId("forms-a1"))).isTrue();
    assertThat(bar.bars(new RegionId("forms-a2"))).as("no finding of fraud").isFalse();
  }

  @Test
  @DisplayName("安徽：一次扣满十二分，一至五年由经办机构定；所定年限就是所成")
  void twelveAtOnce() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "4.3");
    String form = path(person, "terminate");
    assertThat(officer.get(form).body()).contains("一次性扣十二分", "id=\"length-1\"", "id=\"length-5\"")
        .doesNotContain("id=\"length-6\"");
    refused(officer, form, sanction("points", "6"), 422, "超出条文的幅度", "应为 1至5 年");
    Map<String, String> fields = sanction("points", "4");
    HttpResponse<String> shown = officer.look(form, fields);
    assertThat(shown.body()).contains("记录解除，禁入 4 年");
    assertThat(panel(shown)).contains("2030-07-09");
    recorded(officer.send(form, officer.filled(shown.body(), fields)));
    assertThat(dossier(person).exclusions().getFirst().last()).isEqualTo(day("2030-07-09"));
  }

  @Test
  @DisplayName("查实骗保：累计十二分也可一至五年，全省禁入；没有勾选的超出一年不受理")
  void fraud() throws Exception {
    Browser officer = Browser.of("forms.one");
    PersonId person = withPoints(officer, HOME, "3.1", "3.2");
    String form = path(person, "terminate");
    refused(officer, form, sanction("points", "3"), 422, "超出条文的幅度");
    Map<String, String> fields = but(sanction("points", "3"), "fraud", "yes");
    HttpResponse<String> shown = officer.look(form, fields);
    assertThat(shown.body()).contains("id=\"length-5\"", "记录解除，禁入 3 年");
    assertThat(panel(shown)).contains("2029-07-09");
    recorded(officer.send(form, officer.filled(shown.body(), fields)));
    Exclusion bar = dossier(person).exclusions().getFirst();
    assertThat(bar.province()).isTrue();
    assertThat(bar.last()).isEqualTo(day("2029-07-09"));
    refused(officer, path(withPoints(officer, HOME, "3.1", "3.2"), "terminate"),
        but(sanction("points", "6"), "fraud", "yes"), 422, "超出条文的幅度", "应为 1至5 年");
  }

  @Test
  @DisplayName("没有协议的、不归本统筹区决定的，不受理；两地协议由作出决定的一地解除")
  void whose() throws Exception {
    Browser province = Browser.of("forms.province");
    PersonId both = WORLD.physician(List.of(HOME, AWAY));
    recorded(province.record(path(both, "deduct"), Sheets.deduction(HOME, "4.3")));
    assertThat(province.get(path(both, "terminate")).body()).contains("<select id=\"by\"");
    refused(province, path(both, "terminate"), but(sanction("points", "1"), "by", "forms-a2"), 422, "不属于这个统筹区");
    recorded(province.record(path(both, "terminate"), but(sanction("points", "1"), "by", "forms-a1")));
    assertThat(standing(both, HOME, day("2026-07-09")).standing()).isEqualTo(Standing.ENDED);
    assertThat(standing(both, AWAY, day("2026-07-09")).standing()).isEqualTo(Standing.EFFECTIVE);
  }
}
