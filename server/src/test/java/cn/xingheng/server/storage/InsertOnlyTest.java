package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

@DisplayName("只增不改的表")
class InsertOnlyTest {
  private static final String NO_RIGHT = "42501";
  private static final String KEPT = "23001";
  private static final List<String> TABLES =
      List.of(
          "api_key", "api_key_revocation", "audit", "calendar_confirmation", "calendar_year", "claim_cancellation",
          "claim_line", "fact", "his_message", "idempotency",
          "import_batch", "import_undo", "person_before");
  private static final String GUARDED =
      """
      select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname in ('keeps_rows', 'keeps_all') and t.tgenabled = 'O' order by 1
      """;

  private Connection app;
  private Connection owner;

  @BeforeEach
  void connect() throws SQLException {
    Ward ward = Ward.shared();
    ward.physician();
    app = ward.app();
    app.setAutoCommit(false);
    owner = ward.owner();
    owner.setAutoCommit(false);
  }

  @AfterEach
  void rollBack() throws SQLException {
    app.rollback();
    app.close();
    owner.rollback();
    owner.close();
  }

  @Test
  @DisplayName("该守的表一张不少")
  void allOfThem() throws SQLException {
    assertThat(Rows.all(owner, GUARDED)).containsAll(TABLES);
    assertThat(Rows.all(owner, GUARDED)).isEqualTo(guarded());
  }

  @Test
  @DisplayName("应用的身份没有改、删、清空的权限；对照：查得到")
  void theApplicationMayNot() throws SQLException {
    for (String table : guarded()) {
      String column = column(table);
      for (String attack : attacks(table, column)) {
        assertThat(code(app, attack)).as(attack).isEqualTo(NO_RIGHT);
      }
      assertThat(Rows.refusal(app, "select * from " + table)).as(table).isEmpty();
    }
  }

  @Test
  @DisplayName("表的主人有权限，触发器照样拒绝；对照：没有触发器的表改得动")
  void notEvenTheOwner() throws SQLException {
    Planted.everywhere(owner);
    for (String table : guarded()) {
      String column = column(table);
      for (String attack : attacks(table, column)) {
        assertThat(code(owner, attack)).as(attack).isEqualTo(KEPT);
      }
    }
    assertThat(Rows.refusal(owner, "update account set name = name")).isEmpty();
    Rows.run(owner, "alter table audit disable trigger keeps_rows");
    assertThat(Rows.refusal(owner, "update audit set detail = detail")).as("without the trigger").isEmpty();
  }

  @Test
  @DisplayName("绕道也不行：改写式插入、合并、停用触发器、删除、改名、换函数、授权给自己")
  void noWayRound() throws SQLException {
    List<String> attacks = new ArrayList<>(List.of(
        "insert into fact select * from fact limit 1 on conflict (id) do update set note = 'x'",
        "merge into fact f using (select 1) s on f.no > 0 when matched then delete",
        "with gone as (delete from fact returning *) select count(*) from gone",
        "alter table fact disable trigger all",
        "alter table fact disable trigger keeps_rows",
        "drop trigger keeps_rows on fact",
        "drop table fact cascade",
        "alter table fact rename to facts",
        "alter table fact add column more text",
        "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
        "drop function refuse_change() cascade",
        "create rule softly as on update to fact do instead nothing",
        "set session_replication_role = replica",
        "create table mine (x int)",
        "create function mine() returns int language sql as 'select 1'",
        "select setval('fact_number', 1)",
        "alter sequence fact_number restart"));
    for (String attack : attacks) {
      assertThat(code(app, attack)).as(attack).isEqualTo(NO_RIGHT);
    }
    Rows.run(app, "grant update, delete, truncate on fact to xingheng_app");
    assertThat(Rows.first(app, "select has_any_column_privilege('xingheng_app', 'fact', 'update')", Boolean.class))
        .as("a right that it does not have it cannot give").isFalse();
    assertThat(Rows.refusal(app, "select nextval('fact_number')")).as("honest").isEmpty();
  }

  @Test
  @DisplayName("应用不能编造一个人从前的样子；改人时由触发器留下")
  void whatWasIsKept() throws SQLException {
    assertThat(code(app, "insert into person_before (person, was) values ('st-x', '{}')")).isEqualTo(NO_RIGHT);
    String person = Ward.shared().physician().value();
    long before = Rows.first(app, kept(person), Long.class);
    Rows.run(app, "update person set phone = '1' where id = '" + person + "'");
    assertThat(Rows.first(app, kept(person), Long.class)).isEqualTo(before + 1);
    assertThat(code(app, "update person set identity_number = '1' where id = '" + person + "'")).isEqualTo(NO_RIGHT);
    assertThat(code(app, "delete from person where id = '" + person + "'")).isEqualTo(NO_RIGHT);
  }

  @Test
  @DisplayName("入库时刻是数据库自己的，写多少都不算")
  void entryIsStamped() throws SQLException {
    for (String table : List.of("fact", "audit")) {
      Planted row = Planted.row(table).with("entered_at", "timestamptz '2001-01-01 00:00Z'");
      Rows.run(app, row.insert());
      assertThat(Rows.first(
              app, "select count(*) from " + table + " where entered_at < now() - interval '1 hour'", Long.class))
          .as(table).isZero();
    }
  }

  private static String kept(String person) {
    return "select count(*) from person_before where person = '" + person + "'";
  }

  private List<String> guarded() throws SQLException {
    return Rows.all(owner, GUARDED);
  }

  private String column(String table) throws SQLException {
    return Rows.first(
        owner, "select attname::text from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0"
            + " and attidentity = '' order by attnum desc limit 1", String.class);
  }

  private static List<String> attacks(String table, String column) {
    return List.of(
        "update " + table + " set " + column + " = " + column, "delete from " + table,
        "delete from only " + table + " where true", "truncate " + table + " cascade");
  }

  private static String code(Connection connection, String attack) throws SQLException {
    return Rows.refusal(connection, attack).map(PSQLException::getSQLState).orElse("done");
  }
}
