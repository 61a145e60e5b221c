package cn.xingheng.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import cn.xingheng.server.scope.ScopeHouse;
import cn.xingheng.server.scope.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("存下来的怪东西：姓名里的标记语言，没有的规则版本")
class StoredTest {
  private static final String SITE = "H34990000001";
  private static final List<String> NAMES =
      List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "'-alert(3)-'", "=cmd|'/c calc'!A0");
  private static ScopeHouse house;

  @BeforeAll
  static void open() {
    house = new ScopeHouse();
    NAMES.forEach(name -> enter("mark-" + NAMES.indexOf(name), "p-anhui", name, 11 + 2 * NAMES.indexOf(name)));
    FactDesk facts = house.bean(FactDesk.class);
    for (int i = 0; i < NAMES.size(); i++) {
      PersonId id = new PersonId("mark-" + i);
      String signed =
          "{\"on\": \"2025-01-01\", \"what\": \"signed\", \"id\": \"m.%d\", \"person\": \"%s\", \"at\": \"%s\","
              .formatted(i, id, SITE) + " \"through\": \"2026-12-31\"}";
      facts.put("p-anhui",
          List.of(new Given(id, FactText.read("marks", List.of(signed)), NAMES.get(i), NAMES.get(i))), null, null);
      facts.follow("p-anhui", List.of(id));
    }
    province();
  }

  /** A province that works under an edition which nobody has. */
  private static void province() {
    RegisterDesk register = house.bean(RegisterDesk.class);
    register.enter(new Organisation(
        "q", null, "q/", Organisation.Kind.PROVINCE, "某省", null, "no-such-edition", null, null));
    register.enter(new Organisation(
        "q-area", "q", "q/q-area/", Organisation.Kind.AREA, "某市", "q-area", null, null, null));
    register.enter(new Organisation(
        "H1", "q-area", "q/q-area/H1/", Organisation.Kind.INSTITUTION, "某医院", "q-area", null, null, 3));
    enter("mark-q", "q", "某人", 41);
    AccountStore accounts = house.bean(AccountStore.class);
    long id =
        accounts.add("q.officer", "经办", house.bean(PasswordEncoder.class).encode(ScopeHouse.PASSWORD));
    accounts.grant(id, "q", Role.OFFICER);
  }

  private static void enter(String id, String province, String name, int number) {
    String digits = "349901193001013" + number;
    Person person =
        new Person(
            new PersonId(id), province, name, Sex.MALE, digits + IdentityNumber.checkDigit(digits),
            Category.PHYSICIAN, null, Title.ATTENDING, name, "1104990000127" + number, "");
    house.bean(RegisterDesk.class).enter(
        List.of(person), List.of(new CodeGrant("Zz80000000000" + number, person.id(), LocalDate.of(2025, 1, 1), null)));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  @DisplayName("姓名、文号里的标记语言在名单、档案、时间轴、表单、打印、导出里都只是字")
  void markupIsText() {
    Visitor officer = house.visitor(Role.OFFICER, "p-anhui");
    int shown = 0;
    for (int i = 0; i < NAMES.size(); i++) {
      String asked = "q=" + URLEncoder.encode(NAMES.get(i), StandardCharsets.UTF_8);
      for (String path : List.of("/physicians?" + asked, "/physicians?" + asked + "&lang=en", "/physicians/mark-" + i,
          "/physicians/mark-" + i + "/deduct", "/physicians/mark-" + i + "/terminate",
          "/physicians/print?pick=mark-" + i,
          "/physicians/mark-" + i + "/facts/m." + i + "/withdraw", "/institutions/" + SITE,
          "/physicians/mark-" + i + "/trail/standing", "/claims?who=mark-" + i + "&institution=" + SITE)) {
        Visitor.Reply reply = officer.get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        assertThat(reply.text()).as(path)
            .doesNotContain("<script>alert", "<img src=x");
        shown += reply.text().contains("&lt;script&gt;alert(1)") || reply.text().contains("&lt;img src=x") ? 1 : 0;
      }
      Map<String, String> fields = Map.of("key", "a-key-of-sixteen", "text", "\"><img src=x");
      assertThat(officer.post("/physicians/mark-" + i + "/deduct", fields).text()).doesNotContain("<img src=x");
    }
    assertThat(shown).as("where the names are shown, as text").isGreaterThan(8);
  }

  @Test
  @DisplayName("导出：标记语言在工作簿里是字；以等号开头的姓名不成为公式")
  void exports() {
    Visitor officer = house.visitor(Role.OFFICER, "p-anhui");
    String page = "/physicians/export";

    assertThat(officer.get(page + ".xlsx").text()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "<f>");
    assertThat(officer.get("/archive-form.xlsx").text()).contains("&lt;script&gt;")
        .doesNotContain("<script>", "<f>cmd");
    Visitor.Reply csv = officer.get(page + ".csv");
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(csv.text().lines().flatMap(line -> java.util.Arrays.stream(line.split(","))))
        .noneMatch(cell -> cell.startsWith("=cmd") || cell.startsWith("\"=cmd"));
  }

  @Test
  @DisplayName("没有所用的规则版本：页面说缺哪一个，接口答不能判断，从不猜")
  void unknownEdition() {
    Visitor officer = Visitor.signedIn(house.url(), "q.officer", ScopeHouse.PASSWORD);

    for (String path : List.of("/physicians", "/physicians/mark-q", "/physicians/mark-q/deduct")) {
      Visitor.Reply reply = officer.get(path);
      assertThat(reply.status()).as(path).isEqualTo(503);
      assertThat(reply.text()).as(path).contains("no-such-edition").contains("规则版本");
    }
    Visitor.Reply answer =
        officer.send("POST", "/api/v1/claims/check",
            "{\"lines\":[{\"id\":\"1\",\"physicianCode\":\"Zz8000000000041\",\"institutionCode\":\"H1\","
                + "\"issuedAt\":\"2026-11-01T09:00:00\",\"setting\":\"outpatient\",\"amountFen\":1}]}",
            "Content-Type", "application/json", "Authorization", "Bearer " + house.key("H1"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("\"unresolved\"").doesNotContain("\"payable\"");
  }
}
