package cn.xingheng.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.TestHouse;
import cn.xingheng.server.Visitor;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.RegisterDesk;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("管理的每一种表单：答复丢了再发一次，还是一件事；同一个键换了内容，不收")
class RepeatTest {
  private static final TestHouse HOUSE = TestHouse.get();
  private static final String PASSWORD = "river-boat-lantern-7";
  private static Visitor admin;

  @BeforeAll
  static void found() throws Exception {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    register.enter(new Organisation("rep", null, "rep/", Kind.PROVINCE, "重发省", null, "anhui-2019", null, null));
    register.enter(new Organisation("rep-a", "rep", "rep/rep-a/", Kind.AREA, "重发市", "ra", null, null, null));
    register.enter(
        new Organisation("REPH1", "rep-a", "rep/rep-a/REPH1/", Kind.INSTITUTION, "一院", "ra", null, null, 2));
    admin = new Visitor("rep.admin", "rep", Role.ADMINISTRATOR);
  }

  private static String rows() {
    return HOUSE.bean(JdbcClient.class)
        .sql("""
            select (select count(*) from account) || '/' || (select count(*) from account_role) || '/'
              || (select count(*) from organisation) || '/' || (select count(*) from api_key) || '/'
              || (select count(*) from calendar_year) || '/' || (select count(*) from idempotency) || '/'
              || (select count(*) from audit)
              || (select string_agg(name, ' ' order by id) from organisation where path like 'rep/%')
            """)
        .query(String.class).single();
  }

  private static Map<String, String> fields(String... pairs) {
    Map<String, String> fields = new HashMap<>(Map.of("key", UUID.randomUUID().toString()));
    for (int at = 0; at < pairs.length; at += 2) {
      fields.put(pairs[at], pairs[at + 1]);
    }
    return fields;
  }

  /** Sends once, once more, and with each of these fields otherwise under the same key. */
  private static void once(String from, String path, Map<String, String> fields, String... others) throws Exception {
    String before = rows();
    HttpResponse<String> first = admin.send(from, path, fields);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
    String after = rows();
    assertThat(after).isNotEqualTo(before);
    assertThat(admin.send(from, path, fields).statusCode()).isEqualTo(303);
    assertThat(rows()).as("once").isEqualTo(after);
    for (int at = 0; at < others.length; at += 2) {
      Map<String, String> other = new HashMap<>(fields);
      other.put(others[at], others[at + 1]);
      HttpResponse<String> refused = admin.send(from, path, other);
      assertThat(refused.statusCode()).as(others[at] + refused.body()).isEqualTo(409);
      assertThat(refused.body()).contains("这个写入键已用于另一项内容，没有记录");
      assertThat(rows()).as("nothing written").isEqualTo(after);
    }
  }

  @Test
  @DisplayName("新账号：登录名、姓名、机构、角色，哪一项不同都不是同一件事")
  void account() throws Exception {
    once("/accounts", "/accounts",
        fields("login", "rep.new", "name", "新人", "organisation", "rep-a", "role", "REVIEWER", "password", PASSWORD,
            "again", PASSWORD),
        "login", "rep.newer", "name", "另一人", "organisation", "rep", "role", "ADMINISTRATOR");
  }

  @Test
  @DisplayName("新机构，改机构")
  void organisation() throws Exception {
    once("/organisations/rep-a", "/organisations/rep-a/add",
        fields("kind", "INSTITUTION", "id", "REPH2", "name", "二院", "level", "2", "place", "Ra"),
        "id", "REPH3", "name", "三院", "level", "3");
    once("/organisations/REPH1", "/organisations/REPH1/change", fields("name", "第一医院", "level", "2", "place", "Ra"),
        "name", "第一人民医院", "level", "1");
  }

  @Test
  @DisplayName("接口密钥：重发不再给出第二把")
  void key() throws Exception {
    once("/keys", "/keys", fields("institution", "REPH1", "label", "医院系统"), "label", "另一个系统");
  }

  @Test
  @DisplayName("载入日历")
  void calendar() throws Exception {
    String body =
        "year: 2063\nnotices:\n  - {number: 国办发明电〔2062〕1号, title: 通知, date: 2062-11-02}\n"
            + "off:\n  - 2063-05-01\nwork: []\n";
    once("/calendar/load", "/calendar/record", fields("body", body, "source", "公报"), "source", "另一处", "body",
        body.replace("05-01", "05-02"));
  }

  @Test
  @DisplayName("给角色、停用账号：再发一次不再给、不再停，说明已经如此")
  void roles() throws Exception {
    Visitor other = new Visitor("rep.other", "rep-a", Role.REVIEWER);
    assertThat(other.get("/physicians").statusCode()).isEqualTo(200);
    long id = HOUSE.bean(JdbcClient.class).sql("select id from account where login = 'rep.other'").query(Long.class)
        .single();
    String page = "/accounts/" + id;
    Map<String, String> role = fields("organisation", "rep-a", "role", "OFFICER");
    assertThat(admin.send(page, page + "/roles", role).statusCode()).isEqualTo(303);
    String after = rows();
    HttpResponse<String> held = admin.send(page, page + "/roles", role);
    assertThat(held.statusCode()).isEqualTo(409);
    assertThat(rows()).isEqualTo(after);
    assertThat(admin.send(page, page + "/roles/remove", role).statusCode()).isEqualTo(303);
    String without = rows();
    assertThat(admin.send(page, page + "/roles/remove", role).statusCode()).isEqualTo(404);
    assertThat(rows()).isEqualTo(without);
    assertThat(other.get("/physicians").statusCode()).as("a changed account signs in again").isEqualTo(302);
    Map<String, String> close = fields("active", "false");
    assertThat(admin.send(page, page + "/active", close).statusCode()).isEqualTo(303);
    assertThat(admin.send(page, page + "/active", close).statusCode()).isEqualTo(303);
    assertThat(HOUSE.bean(JdbcClient.class).sql("select active from account where id = ?").param(id)
        .query(Boolean.class).single()).isFalse();
  }
}
