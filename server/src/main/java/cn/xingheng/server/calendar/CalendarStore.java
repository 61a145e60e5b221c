package cn.xingheng.server.calendar;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Years of the work calendar that were loaded, and who confirmed them. */
@Component
class CalendarStore {
  private static final String ALL =
      """
      select y.id, y.year, y.body, y.source, a.name as loaded_by, y.account, y.recorded_at,
             b.name as confirmed_by, c.recorded_at as confirmed_at
      from calendar_year y
      join account a on a.id = y.account
      left join calendar_confirmation c on c.calendar_year = y.id
      left join account b on b.id = c.account
      order by y.id
      """;
  private static final String CONFIRMATIONS = "select count(*) from calendar_confirmation";
  private static final String LOAD =
      """
      insert into calendar_year (year, body, hash, source, account, recorded_at)
      values (:year, :body, :hash, :source, :account, :at) returning id
      """;
  private static final String CONFIRM =
      "insert into calendar_confirmation (calendar_year, account, recorded_at) values (:id, :account, :at)"
          + " on conflict (calendar_year) do nothing";
  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A loaded year; in force once it is confirmed. */
  record Loaded(
      long id, int year, String body, String source, String loadedBy, long account, OffsetDateTime loadedAt,
      @Nullable String confirmedBy, @Nullable OffsetDateTime confirmedAt) {}

  List<Loaded> all() {
    return jdbc.sql(ALL)
        .query(
            (row, number) ->
                new Loaded(
                    row.getLong("id"), row.getInt("year"), row.getString("body"), row.getString("source"),
                    row.getString("loaded_by"), row.getLong("account"),
                    row.getObject("recorded_at", OffsetDateTime.class), row.getString("confirmed_by"),
                    row.getObject("confirmed_at", OffsetDateTime.class)))
        .list();
  }

  Optional<Loaded> find(long id) {
    return all().stream().filter(one -> one.id() == id).findFirst();
  }

  /** How many there are; rows stay for ever, so the number grows with each. */
  long confirmations() {
    return jdbc.sql(CONFIRMATIONS).query(Long.class).single();
  }

  long load(int year, String body, String hash, String source, long account, OffsetDateTime at) {
    return jdbc.sql(LOAD).param("year", year).param("body", body).param("hash", hash).param("source", source)
        .param("account", account).param("at", at).query(Long.class).single();
  }

  /** False when somebody had confirmed it before. */
  boolean confirm(long id, long account, OffsetDateTime at) {
    return jdbc.sql(CONFIRM).param("id", id).param("account", account).param("at", at).update() == 1;
  }
}
