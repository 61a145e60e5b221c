package cn.xingheng.server.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the snapshot holds. */
@Component
class SnapshotStore {
  /** Rows taken from the database at once, when all are read. */
  private static final int AT_ONCE = 10_000;

  private static final String HOLDERS =
      "select c.code, c.person, p.province from physician_code c join person p on p.id = c.person";
  private static final String HOLDERS_OF = HOLDERS + " where c.person = any(:persons)";
  private static final String DAYS =
      "select person, institution, first_day, standing, array_to_string(causes, ',') as causes from standing_span";
  private static final String DAYS_OF =
      DAYS + " where person = any(:persons) order by person, institution, first_day";
  private static final String ALL_DAYS = DAYS + " order by person, institution, first_day";
  private static final String KEYS =
      """
      select k.key_hash, k.institution from api_key k
      where not exists (select from api_key_revocation r where r.api_key = k.id)
      """;
  private static final String PROVINCES =
      "select id, split_part(path, '/', 1) from organisation where kind = 'INSTITUTION'";
  private final JdbcClient jdbc;

  SnapshotStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A code, its holder and the holder's province. */
  record Holder(String code, String person, String province) {}

  /** From a day on somebody stands so somewhere; causes joined by commas. */
  record Days(String person, String institution, LocalDate first, String standing, String causes) {}

  void holders(Consumer<Holder> each) {
    jdbc.sql(HOLDERS).withFetchSize(AT_ONCE).query(
        row -> {
          each.accept(holder(row));
        });
  }

  void holders(Collection<String> persons, Consumer<Holder> each) {
    jdbc.sql(HOLDERS_OF).param("persons", persons.toArray(String[]::new)).query(
        row -> {
          each.accept(holder(row));
        });
  }

  /** All days, those of a person and an institution in a row and in order. */
  void days(Consumer<Days> each) {
    jdbc.sql(ALL_DAYS).withFetchSize(AT_ONCE).query(
        row -> {
          each.accept(days(row));
        });
  }

  /** As {@link #days(Consumer)}, of these persons. */
  void days(Collection<String> persons, Consumer<Days> each) {
    jdbc.sql(DAYS_OF).param("persons", persons.toArray(String[]::new)).query(
        row -> {
          each.accept(days(row));
        });
  }

  Map<String, String> keys() {
    return pairs(jdbc.sql(KEYS));
  }

  Map<String, String> provinces() {
    return pairs(jdbc.sql(PROVINCES));
  }

  private static Map<String, String> pairs(JdbcClient.StatementSpec statement) {
    Map<String, String> found = new HashMap<>();
    statement.query(
        row -> {
          found.put(row.getString(1), row.getString(2));
        });
    return found;
  }

  private static Holder holder(ResultSet row) throws SQLException {
    return new Holder(row.getString(1), row.getString(2), row.getString(3));
  }

  private static Days days(ResultSet row) throws SQLException {
    return new Days(
        row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4), row.getString(5));
  }
}
