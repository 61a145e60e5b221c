package cn.xingheng.server.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Head;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.Visitor;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.facts.HouseFactDesk;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("机构协议：签订、中止、恢复、解除、撤销")
class InstitutionFactPagesTest {
  private static final TestHouse HOUSE = TestHouse.get();
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
  private static Visitor officer;
  private static LocalDate today;

  @BeforeAll
  static void found() throws Exception {
    today = LocalDate.now(HOUSE.clock());
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    register.enter(new Organisation("ifp", null, "ifp/", Kind.PROVINCE, "机构省", null, "anhui-2019", null, null));
    register.enter(new Organisation("ifp-a", "ifp", "ifp/ifp-a/", Kind.AREA, "机构市", "ia", null, null, null));
    for (String id : List.of("IFH1", "IFH2")) {
      register.enter(
          new Organisation(id, "ifp-a", "ifp/ifp-a/" + id + "/", Kind.INSTITUTION, id + "医院", "ia", null, null, 2));
    }
    enter(register, "ifp-1", "IFH1", "340101199001010011");
    enter(register, "ifp-2", "IFH2", "34010119900101002X");
    officer = new Visitor("ifp.officer", "ifp-a", Role.OFFICER);
  }

  private static void enter(RegisterDesk register, String id, String at, String number) {
    PersonId person = new PersonId(id);
    register.enter(
        List.of(
            new Person(
                person, "ifp", "张三", Sex.MALE, number, Category.PHYSICIAN, null, null, "内科", "C", "")),
        List.of());
    LocalDate day = LocalDate.of(2026, 1, 5);
    Head head = new Head(new FactId("sg-" + id), day, day);
    Signed signed = new Signed(head, person, new InstitutionId(at), day, null, null);
    FactDesk facts = HOUSE.bean(FactDesk.class);
    facts.put("ifp", List.of(new Given(person, List.of(signed), null, null)), null, null);
    facts.follow("ifp", List.of(person));
  }

  private static String span(String person, String institution, LocalDate day) {
    return HOUSE.bean(JdbcClient.class)
        .sql("select standing || ' ' || array_to_string(causes, ',') from standing_span"
            + " where person = ? and institution = ? and first_day <= ? and end_day > ?")
        .param(person).param(institution).param(day).param(day).query(String.class).optional().orElse("none");
  }

  private static long count(String institution) {
    return HOUSE.bean(HouseFactDesk.class).about(new InstitutionId(institution)).size();
  }

  private static Map<String, String> fields(LocalDate from) {
    Map<String, String> fields = new HashMap<>();
    fields.put("on", today.toString());
    fields.put("from", from.toString());
    fields.put("document", "医保〔2026〕1号");
    fields.put("key", UUID.randomUUID().toString());
    return fields;
  }

  private static HttpResponse<String> record(String path, Map<String, String> fields) throws Exception {
    fields.put("step", "preview");
    HttpResponse<String> shown = officer.send(path, path, fields);
    Matcher seen = SEEN.matcher(shown.body());
    assertThat(seen.find()).as(shown.body()).isTrue();
    fields.put("seen", seen.group(1).replace("&gt;", ">").replace("&#34;", "\""));
    fields.put("step", "record");
    return officer.send(path, path, fields);
  }

  @Test
  @DisplayName("中止：先说多少医师停止支付；记录后其医师自那一天因机构中止，别的机构不变；恢复后回来；同一键只记一次；撤销后如未中止")
  void haltAndRestore() throws Exception {
    LocalDate from = today.minusDays(3);
    assertThat(span("ifp-1", "IFH1", today)).startsWith("effective");
    Map<String, String> halt = fields(from);
    halt.put("step", "preview");
    String shown = officer.send("/institutions/IFH1/halt", "/institutions/IFH1/halt", halt).body();
    assertThat(shown).contains("1 名医师停止支付").contains("办法15").contains("急诊");
    assertThat(count("IFH1")).isZero();
    assertThat(record("/institutions/IFH1/halt", halt).statusCode()).isEqualTo(303);
    assertThat(officer.send("/institutions/IFH1/halt", "/institutions/IFH1/halt", halt).statusCode()).isEqualTo(303);
    assertThat(count("IFH1")).isEqualTo(1);
    assertThat(span("ifp-1", "IFH1", from.minusDays(1))).startsWith("effective");
    assertThat(span("ifp-1", "IFH1", from)).isEqualTo("suspended institution");
    assertThat(span("ifp-2", "IFH2", today)).startsWith("effective");
    assertThat(record("/institutions/IFH1/restore", fields(today)).statusCode()).isEqualTo(303);
    assertThat(span("ifp-1", "IFH1", today.minusDays(1))).isEqualTo("suspended institution");
    assertThat(span("ifp-1", "IFH1", today)).startsWith("effective");
  }

  @Test
  @DisplayName("法律不受理的说明条款，什么也不写；没看后果的也不写")
  void refused() throws Exception {
    Map<String, String> restore = fields(today);
    restore.put("step", "record");
    HttpResponse<String> refused = officer.send("/institutions/IFH2/restore", "/institutions/IFH2/restore", restore);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("未在中止期间").contains("办法15");
    Map<String, String> unseen = fields(today);
    unseen.put("step", "record");
    assertThat(officer.send("/institutions/IFH2/end", "/institutions/IFH2/end", unseen).body()).contains("请先看后果");
    assertThat(count("IFH2")).isZero();
    assertThat(span("ifp-2", "IFH2", today)).startsWith("effective");
  }

  @Test
  @DisplayName("范围以外 404，只读的人打不开；不填文号不写")
  void scope() throws Exception {
    Visitor reader = new Visitor("ifp.reader", "ifp-a", Role.REVIEWER);
    assertThat(reader.get("/institutions/IFH2/halt").statusCode()).isEqualTo(403);
    HOUSE.bean(RegisterDesk.class)
        .enter(new Organisation("ifp-b", "ifp", "ifp/ifp-b/", Kind.AREA, "外市", "ib", null, null, null));
    Visitor abroad = new Visitor("ifp.abroad", "ifp-b", Role.OFFICER);
    assertThat(abroad.get("/institutions/IFH2/halt").statusCode()).isEqualTo(404);
    Map<String, String> bare = fields(today);
    bare.remove("document");
    bare.put("step", "record");
    assertThat(officer.send("/institutions/IFH2/end", "/institutions/IFH2/end", bare).statusCode()).isEqualTo(422);
    assertThat(count("IFH2")).isZero();
    assertThat(officer.get("/institutions/IFH2/halt").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("签订、更正、撤销")
  void openCorrectWithdraw() throws Exception {
    HOUSE.bean(RegisterDesk.class)
        .enter(new Organisation("IFH3", "ifp-a", "ifp/ifp-a/IFH3/", Kind.INSTITUTION, "三院", "ia", null, null, 1));
    Map<String, String> open = fields(LocalDate.of(2026, 1, 1));
    open.put("level", "1");
    open.put("through", "2026-12-31");
    assertThat(record("/institutions/IFH3/open", open).statusCode()).isEqualTo(303);
    Map<String, String> halt = fields(today);
    halt.put("on", today.minusDays(2).toString());
    assertThat(record("/institutions/IFH3/halt", halt).statusCode()).isEqualTo(303);
    String id = HOUSE.bean(HouseFactDesk.class).about(new InstitutionId("IFH3")).getLast().id().value();
    Map<String, String> correct = fields(today.minusDays(1));
    correct.put("on", today.minusDays(1).toString());
    correct.put("decided", today.minusDays(2).toString());
    assertThat(record("/institutions/IFH3/facts/" + id + "/correct", correct).statusCode()).isEqualTo(303);
    Map<String, String> withdraw = fields(today);
    withdraw.put("text", "查明不实");
    assertThat(record("/institutions/IFH3/facts/" + id + "/withdraw", withdraw).statusCode()).isEqualTo(303);
    assertThat(count("IFH3")).isEqualTo(4);
    assertThat(HOUSE.bean(FactDesk.class).houseOf("ifp").registerAt(today).institution(new InstitutionId("IFH3"))
        .haltOn(today)).isEmpty();
  }
}
