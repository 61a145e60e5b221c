package cn.xingheng.server.scope;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("范围：每一个入口 × 每一种角色 × 每一级机构")
class ScopeTest {
  private static ScopeHouse house;
  private static Things things;

  @BeforeAll
  static void open() {
    house = new ScopeHouse();
    things = new Things(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static RequestMappingHandlerMapping mapping() {
    return house.mapping();
  }

  private static Rounds rounds() {
    return new Rounds(house, things, Expected.table().values());
  }

  @Test
  @DisplayName("运行中的每一个入口都在期望表里，各写明所需权限；不需权限的入口就是表里那几个")
  void everyDoorIsExpected() {
    List<Door> doors = Door.of(mapping());

    assertThat(doors).hasSizeGreaterThan(30);
    assertThat(Expected.differences(doors, Expected.table())).as("put these lines into doors.txt").isEmpty();
  }

  @Test
  @DisplayName("各角色在上级、本级、同级、下级、外省：范围内打得开，范围外打不开、不留痕、看不到外面的人")
  void nobodySeesOrActsOutside() {
    Rounds rounds = rounds();
    List<String> breaches = new ArrayList<>();
    for (String place : ScopeHouse.PLACES) {
      for (Role role : Role.values()) {
        breaches.addAll(rounds.as(role, place));
      }
    }

    assertThat(rounds.asked()).isGreaterThan(1_000);
    assertThat(breaches).isEmpty();
  }

  @Test
  @DisplayName("没有登录的人、只有接口密钥的系统：每一扇门都引向登录页")
  void withoutSignIn() {
    String key = house.key(ScopeHouse.OWN);

    assertThat(rounds().asNobody(new Visitor(house.url()))).isEmpty();
    assertThat(rounds().asMachine(new Visitor(house.url()), ScopeHouse.OWN, key)).isEmpty();
  }

  @Test
  @DisplayName("没有令牌或拿别人会话的令牌提交表单：不收，什么也不写")
  void forgedForms() {
    Visitor other = house.visitor(Role.OFFICER, ScopeHouse.AREA);
    for (Role role : List.of(Role.OFFICER, Role.ADMINISTRATOR)) {
      assertThat(rounds().forged(house.visitor(role, ScopeHouse.PROVINCE), "")).isEmpty();
      assertThat(rounds().forged(house.visitor(role, ScopeHouse.PROVINCE), other.token())).isEmpty();
    }
  }

  @Test
  @DisplayName("反证：没登记的门、没写权限的门、权限写错的门、不问范围的门，都查得出来")
  void plantedDoorsAreFound() throws Exception {
    PlantedDoors planted = new PlantedDoors(house.bean(JdbcClient.class));
    Map<String, String> names =
        Map.of("wrongRight", "RULES", "noScope", "RECORD", "noRight", "NONE", "open", "OPEN");
    List<RequestMappingInfo> hung = new ArrayList<>();
    try {
      for (String name : names.keySet()) {
        RequestMappingInfo info =
            RequestMappingInfo.paths("/planted/" + name).methods(RequestMethod.GET)
                .options(mapping().getBuilderConfiguration()).build();
        mapping().registerMapping(info, planted, PlantedDoors.class.getMethod(name));
        hung.add(info);
      }
      List<String> differences = Expected.differences(Door.of(mapping()), Expected.table());
      names.forEach((name, needs) ->
          assertThat(differences).contains("not in doors.txt: GET /planted/" + name + " " + needs));
      assertThat(differences).contains("says neither or both of what it needs: GET /planted/noRight NONE");
      assertThat(house.visitor(Role.OFFICER, ScopeHouse.AREA).get("/planted/noRight").status()).isEqualTo(500);

      Rounds wrong =
          new Rounds(house, things, List.of(new Expected(new Door("GET", "/planted/wrongRight", "RULES"), "FREE")));
      assertThat(wrong.as(Role.ADMINISTRATOR, ScopeHouse.AREA)).anyMatch(found -> found.contains("sees 龘甲靐"));
      assertThat(wrong.as(Role.OFFICER, "a-wuhu")).anyMatch(found -> found.contains("sees 龘甲靐"))
          .noneMatch(found -> found.contains("sees 龘丙靐"));
      Rounds scopeless =
          new Rounds(house, things, List.of(new Expected(new Door("GET", "/planted/noScope", "RECORD"), "PERSON")));
      assertThat(scopeless.as(Role.OFFICER, "a-wuhu"))
          .anyMatch(found -> found.contains("kept out with 200"))
          .anyMatch(found -> found.contains("audit changed"));
      assertThat(scopeless.as(Role.OFFICER, ScopeHouse.AREA)).isEmpty();
    } finally {
      hung.forEach(mapping()::unregisterMapping);
    }
  }
}
