package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.xingheng.core.basics.PersonId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

@DisplayName("发行版自带的 PostgreSQL 15，按地址连接")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebianPostgresTest {
  private static final String LOUD =
      "PostgreSQL 15 of the distribution is not installed (" + DebianPostgres.PROGRAMS
          + "): the tests against an external PostgreSQL are SKIPPED.";
  private static DebianPostgres postgres;

  @TempDir Path temporary;

  @BeforeAll
  static void start() throws Exception {
    if (!DebianPostgres.installed()) {
      System.getLogger("storage").log(System.Logger.Level.ERROR, LOUD);
    }
    assumeTrue(DebianPostgres.installed(), LOUD);
    postgres = DebianPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  @Order(1)
  @DisplayName("空库：主人可以建角色，自己建好一切；整个服务跑起来，赛跑、只增不改、页面都对")
  void emptyServer() throws Exception {
    postgres.order("create role first login createrole", "create database first owner first");
    try (OwnHouse house = OwnHouse.at(temporary, postgres.url("first"), "first", "")) {
      Ward ward = Ward.in(house::bean);
      assertThat(ward.count("select current_setting('server_version_num')::bigint / 10000")).isEqualTo(15);
      List<PersonId> persons = ward.physicians(40, "3.1", "2.1");

      assertThat(Racers.shipped(ward).race(persons)).allMatch(Racers.End::right);
      assertThat(ward.spans().differing((done, of) -> { })).isEmpty();
      house.signIn("storage-one");
      assertThat(house.get("/physicians/" + persons.getFirst()).statusCode()).isEqualTo(200);
      keeps("first", ward.physician());
    }
  }

  @Test
  @Order(2)
  @DisplayName("角色已在：由管理员授给主人的，主人无权建角色也能装；每条语句都解析得过")
  void roleIsThere() throws SQLException {
    postgres.order(
        "create role second login", "create database second owner second", "grant xingheng_app to second");
    assertThat(migrate("second")).isPositive();
    assertThat(migrate("second")).isZero();
    try (Connection app = postgres.app("second", "second")) {
      SqlProof proof = new SqlProof(app);
      SqlProof.speaking().forEach(proof::prove);
      assertThat(proof.faults()).isEmpty();
      assertThat(proof.proven()).isGreaterThan(50);
    }
    try (Connection app = postgres.app("second", "second")) {
      app.setAutoCommit(false);
      assertThat(Rows.refusal(app, "delete from fact").map(PSQLException::getSQLState)).contains("42501");
    }
  }

  @Test
  @Order(3)
  @DisplayName("对照：角色在而没有授给主人，安装停下，什么也不留")
  void roleNotGiven() throws SQLException {
    postgres.order("create role third login", "create database third owner third");
    assertThatThrownBy(() -> migrate("third")).isInstanceOf(FlywayException.class).hasMessageContaining("xingheng_app");
    try (Connection owner = DriverManager.getConnection(postgres.url("third"), "third", "")) {
      assertThat(Rows.first(owner, "select to_regclass('fact') is null", Boolean.class)).isTrue();
    }
  }

  private static int migrate(String database) {
    return Flyway.configure().dataSource(postgres.url(database), database, "").load().migrate().migrationsExecuted;
  }

  private static void keeps(String database, PersonId person) throws SQLException {
    try (Connection app = postgres.app(database, database)) {
      app.setAutoCommit(false);
      for (String attack : List.of("update fact set note = 'x'", "delete from fact", "truncate fact cascade",
          "alter table fact disable trigger all")) {
        assertThat(Rows.refusal(app, attack).map(PSQLException::getSQLState)).as(attack).contains("42501");
      }
      Rows.run(app, "reset role");
      assertThat(Rows.refusal(app, "delete from fact where person = '" + person + "'").map(PSQLException::getSQLState))
          .contains("23001");
    }
  }
}
