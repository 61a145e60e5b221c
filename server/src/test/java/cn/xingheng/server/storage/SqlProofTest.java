package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("每条 SQL 都由 PostgreSQL 以应用的身份解析过")
class SqlProofTest {

  @Test
  @DisplayName("所有存取类的所有语句：表、列、类型、权限都对")
  void everyStatement() throws SQLException {
    try (Connection app = Ward.shared().app()) {
      SqlProof proof = new SqlProof(app);
      List<Class<?>> stores = SqlProof.speaking();
      stores.forEach(proof::prove);

      assertThat(stores).extracting(Class::getSimpleName).contains("FactStore", "SpanStore", "IdempotencyStore");
      assertThat(proof.proven()).isGreaterThan(50);
      assertThat(proof.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select no, knid from fact where id = :id",
        "select no from facts where id = :id",
        "select no from fact where id = :id and on_day > 3",
        "update fact set note = :note where no = :no",
        "delete from fact where no = :no",
        "update person set identity_number = :number where id = :id",
        "select 1 from fact where no = :no for update",
        "insert into person_before (person, was) values (:person, '{}')",
        "select count(*) from flyway_schema_history",
        "select no from fact where id = :id ordered by no"
      })
  @DisplayName("对照：写错的列、表、类型、语法，没有的权限，都被查出")
  void planted(String statement) throws SQLException {
    try (Connection app = Ward.shared().app()) {
      SqlProof proof = new SqlProof(app);
      proof.prove("planted", statement);
      proof.prove("honest", "select no from fact where id = :id");

      assertThat(proof.faults()).singleElement().asString().startsWith("planted");
    }
  }

  @Test
  @DisplayName("对照：运行时拼出的语句、写在别处的语句，都被查出；列出全部可能的则放行")
  void plantedStores() throws SQLException {
    try (Connection app = Ward.shared().app()) {
      SqlProof proof = new SqlProof(app);
      proof.prove(BuildsStore.class);
      assertThat(proof.faults()).singleElement().asString().contains("put together");

      SqlProof second = new SqlProof(app);
      second.prove(Elsewhere.class);
      assertThat(second.faults()).singleElement().asString().contains("is no store");

      SqlProof third = new SqlProof(app);
      third.prove(InlineStore.class);
      assertThat(third.faults()).singleElement().asString().contains("knid");

      SqlProof fourth = new SqlProof(app);
      fourth.prove(ListsStore.class);
      assertThat(fourth.faults()).isEmpty();
      assertThat(fourth.proven()).isEqualTo(2);
    }
  }
}

/** Puts a statement together when it runs. */
final class BuildsStore {
  private final JdbcClient jdbc;

  BuildsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> ids(String order) {
    return jdbc.sql("select id from fact order by " + order).query(String.class).list();
  }
}

/** The same, but says what it may send. */
final class ListsStore {
  private final JdbcClient jdbc;

  ListsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static Collection<String> everyStatement() {
    return List.of(by("no"), by("id"));
  }

  private static String by(String order) {
    return "select id from fact order by " + order;
  }

  List<String> ids(String order) {
    return jdbc.sql(by(order)).query(String.class).list();
  }
}

/** Has its statement in no field. */
final class InlineStore {
  private final JdbcClient jdbc;

  InlineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> ids() {
    return jdbc.sql("select knid from fact").query(String.class).list();
  }
}

/** Speaks SQL under a name that does not say so. */
final class Elsewhere {
  private final JdbcClient jdbc;

  Elsewhere(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> ids() {
    return jdbc.sql("select id from fact").query(String.class).list();
  }
}
