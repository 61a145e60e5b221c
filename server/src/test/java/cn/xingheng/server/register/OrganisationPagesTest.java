package cn.xingheng.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.TestHouse;
import cn.xingheng.server.Visitor;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.register.Organisation.Kind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("单位：新增、修改、导入名单")
class OrganisationPagesTest {
  private static final TestHouse HOUSE = TestHouse.get();
  private static final RegisterDesk REGISTER = HOUSE.bean(RegisterDesk.class);
  private static Visitor admin;
  private static Visitor local;

  @BeforeAll
  static void found() throws Exception {
    REGISTER.enter(
        new Organisation("orgp", null, "orgp/", Kind.PROVINCE, "单位省医保中心", null, "anhui-2019", null, null));
    REGISTER.enter(
        new Organisation("orgp-a", "orgp", "orgp/orgp-a/", Kind.AREA, "甲市医保中心", "oa", null, null, null));
    REGISTER.enter(
        new Organisation("orgp-b", "orgp", "orgp/orgp-b/", Kind.AREA, "乙市医保中心", "ob", null, null, null));
    admin = new Visitor("orgp.admin", "orgp", Role.ADMINISTRATOR);
    local = new Visitor("orgp.local", "orgp-a", Role.ADMINISTRATOR);
  }

  private static Map<String, String> institution(String id) {
    return Map.of("kind", "INSTITUTION", "id", id, "name", "第一医院", "level", "3", "place", "Aa");
  }

  @Test
  @DisplayName("省下增统筹区，统筹区下增机构：路径自省而下，各带斜线；同一次再送一遍仍是一个")
  void add() throws Exception {
    Map<String, String> area = Map.of("kind", "AREA", "id", "orgp-c", "name", "丙市医保中心", "region", "oc");
    assertThat(admin.send("/organisations/orgp", "/organisations/orgp/add", area).statusCode()).isEqualTo(303);
    String key = UUID.randomUUID().toString();
    Map<String, String> fields = new HashMap<>(institution("OH1"));
    fields.put("key", key);
    assertThat(admin.send("/organisations", "/organisations/orgp-c/add", fields).statusCode()).isEqualTo(303);
    assertThat(admin.send("/organisations", "/organisations/orgp-c/add", fields).statusCode()).isEqualTo(303);
    Organisation one = REGISTER.organisation("OH1").orElseThrow();
    assertThat(one.path()).isEqualTo("orgp/orgp-c/OH1/");
    assertThat(one.region()).isEqualTo("oc");
    assertThat(admin.get("/organisations").body()).contains("丙市医保中心");
    assertThat(admin.get("/organisations/orgp-c").body()).contains("OH1").contains("第一医院");
  }

  @Test
  @DisplayName("编码已有、代号已有、级别不对、字母不对：说明原因，什么也不写，填过的还在")
  void faults() throws Exception {
    HttpResponse<String> taken =
        admin.send("/organisations", "/organisations/orgp/add",
            Map.of("kind", "AREA", "id", "orgp-a", "name", "又一个", "region", "od"));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("编码 orgp-a 已有单位使用").contains("又一个");
    assertThat(admin.send("/organisations", "/organisations/orgp/add",
        Map.of("kind", "AREA", "id", "orgp-x", "name", "又一个", "region", "oa")).body()).contains("代号 oa 已有");
    Map<String, String> level = new HashMap<>(institution("OHX"));
    level.put("level", "4");
    assertThat(admin.send("/organisations", "/organisations/orgp-a/add", level).body()).contains("级别“4”不对");
    Map<String, String> place = new HashMap<>(institution("OHX"));
    place.put("place", "AA");
    assertThat(admin.send("/organisations", "/organisations/orgp-a/add", place).body()).contains("“AA”不对");
    assertThat(admin.send("/organisations", "/organisations/orgp/add", institution("OHX")).statusCode())
        .isEqualTo(422);
    assertThat(REGISTER.organisation("OHX")).isEmpty();
    assertThat(REGISTER.organisation("orgp-x")).isEmpty();
  }

  @Test
  @DisplayName("范围以外的看不见、加不进；经办人员打不开；反证：范围以内的可以")
  void scope() throws Exception {
    assertThat(local.get("/organisations").body()).contains("甲市医保中心").doesNotContain("乙市医保中心");
    assertThat(local.get("/organisations/orgp-b").statusCode()).isEqualTo(404);
    assertThat(local.send("/organisations", "/organisations/orgp-b/add", institution("OHB")).statusCode())
        .isEqualTo(404);
    assertThat(REGISTER.organisation("OHB")).isEmpty();
    assertThat(local.send("/organisations", "/organisations/orgp-a/add", institution("OHA")).statusCode())
        .isEqualTo(303);
    Visitor officer = new Visitor("orgp.officer", "orgp", Role.OFFICER);
    assertThat(officer.get("/organisations").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("改名称和级别，隶属不变")
  void change() throws Exception {
    admin.send("/organisations", "/organisations/orgp-a/add", institution("OHC"));
    assertThat(admin.send("/organisations", "/organisations/OHC/change",
        Map.of("name", "新名医院", "level", "2", "place", "")).statusCode()).isEqualTo(303);
    Organisation one = REGISTER.organisation("OHC").orElseThrow();
    assertThat(one.name()).isEqualTo("新名医院");
    assertThat(one.level()).isEqualTo(2);
    assertThat(one.place()).isNull();
    assertThat(one.path()).isEqualTo("orgp/orgp-a/OHC/");
  }

  @Test
  @DisplayName("名单全对才写：有错的逐行说明，一个也不写；改对后全部写入")
  void list() throws Exception {
    String head = "id,name,area,level,place\n";
    String bad = head + "OL1,\"一,院\",orgp-a,1,Aa\nOL1,又一院,orgp-a,1,\nOL2,二院,nowhere,1,\nOL3,三院,orgp-a,9,\nOL4,四院\n";
    HttpResponse<String> refused =
        local.upload("/organisations", "/organisations/import", UUID.randomUUID().toString(), bytes(bad));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("4 处不对").contains("第 3 行：编码 OL1 在第 2 行已出现")
        .contains("第 4 行：没有编码为“nowhere”的统筹区").contains("第 5 行：级别“9”不对").contains("第 6 行：须有 5 列");
    assertThat(REGISTER.organisation("OL1")).isEmpty();
    String good = head + "OL1,\"一,院\",orgp-a,1,Aa\nOL2,二院,orgp-a,1,\n";
    String key = UUID.randomUUID().toString();
    for (int time = 0; time < 2; time++) {
      assertThat(local.upload("/organisations", "/organisations/import", key, bytes(good)).statusCode())
          .isEqualTo(303);
    }
    assertThat(REGISTER.organisation("OL1").orElseThrow().name()).isEqualTo("一,院");
    assertThat(REGISTER.organisation("OL2").orElseThrow().path()).isEqualTo("orgp/orgp-a/OL2/");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
