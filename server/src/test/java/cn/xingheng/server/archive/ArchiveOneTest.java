package cn.xingheng.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.archive.DossierWorld.Browser;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("一个人的登记表，和写不出的行")
class ArchiveOneTest {
  private static final TestHouse HOUSE = TestHouse.get();
  private static final String ONE = "/archive-form.csv?person=" + DossierWorld.QUIET;

  @BeforeEach
  void world() {
    DossierWorld.get();
  }

  private static void sex(PersonId person, Sex sex) {
    HOUSE.bean(JdbcClient.class).sql("update person set sex = :sex where id = :id").param("sex", sex.name())
        .param("id", person.value()).update();
  }

  private static Person known(PersonId person) {
    return HOUSE.bean(RegisterDesk.class).persons(List.of(person)).getFirst();
  }

  private static Person as(Person known, String id, Sex sex, String number) {
    return new Person(
        new PersonId(id), known.province(), known.name(), sex, number, known.category(), null, null, known.specialty(),
        known.certificate(), "");
  }

  @Test
  @DisplayName("档案页上有链接；只有这一个人的一行；范围外的人是 404；没有这一天的协议说明原因")
  void onePersonAlone() {
    Browser officer = Browser.of("dossier-officer");
    assertThat(officer.get("/physicians/" + DossierWorld.QUIET).body())
        .contains("/archive-form.xlsx?person=" + DossierWorld.QUIET + "&asOf=" + TestHouse.TODAY);
    HttpResponse<String> one = officer.get(ONE);
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(one.body().lines().filter(line -> line.contains("周砚"))).hasSize(1).first().asString()
        .contains(known(DossierWorld.QUIET).name());
    assertThat(officer.get("/archive-form.xlsx?person=" + DossierWorld.QUIET).statusCode()).isEqualTo(200);
    assertThat(officer.get("/archive-form.csv?person=" + DossierWorld.STRANGER).statusCode()).isEqualTo(404);
    assertThat(officer.get("/archive-form.csv?person=nobody").statusCode()).isEqualTo(404);
    HttpResponse<String> before = officer.get(ONE + "&asOf=2001-01-01");
    assertThat(before.statusCode()).isEqualTo(422);
    assertThat(before.body()).contains("没有可以列入登记表的协议");
  }

  @Test
  @DisplayName("性别与号码不符的行：导出不是故障，写明有人未列出、怎么办；单独导出这一个人，说明原因")
  void contradictoryRowIsNoFault() {
    Browser officer = Browser.of("dossier-officer");
    sex(DossierWorld.QUIET, Sex.FEMALE);
    try {
      HttpResponse<String> all = officer.get("/archive-form.csv?institution=" + DossierWorld.H1);
      assertThat(all.statusCode()).isEqualTo(200);
      assertThat(all.body()).contains("另有 1 人身份证号码有误或与性别不符").doesNotContain(known(DossierWorld.QUIET).name());
      HttpResponse<String> one = officer.get(ONE);
      assertThat(one.statusCode()).isEqualTo(422);
      assertThat(one.body()).contains("请先照身份证更正号码或性别");
    } finally {
      sex(DossierWorld.QUIET, Sex.MALE);
    }
    assertThat(officer.get("/archive-form.csv?institution=" + DossierWorld.H1).body())
        .doesNotContain("身份证号码有误").contains(known(DossierWorld.QUIET).name());
  }

  @Test
  @DisplayName("登记时号码的第 17 位与性别不符：拒绝，说明是谁、为什么、怎么办，什么都没写；相符的登记得了")
  void sexFollowsTheNumber() {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    Person known = known(DossierWorld.QUIET);
    String number = DossierWorld.number("34990119800101301");
    Person wrong = as(known, "dossier-sex", Sex.FEMALE, number);
    assertThatThrownBy(() -> register.enter(List.of(wrong), List.of())).isInstanceOfSatisfying(
        Problem.class,
        problem -> {
          assertThat(problem.status()).isEqualTo(422);
          assertThat(problem.key()).isEqualTo("problem.sex");
          assertThat(problem.arguments()).doesNotContain(number).contains("3499**********" + number.substring(14));
        });
    assertThat(register.persons(List.of(wrong.id()))).isEmpty();
    register.enter(List.of(as(known, "dossier-sex", Sex.MALE, number)), List.of());
    assertThatThrownBy(() -> register.change(wrong)).isInstanceOf(Problem.class);
    assertThat(known(wrong.id()).sex()).isEqualTo(Sex.MALE);
  }
}
