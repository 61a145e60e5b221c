package cn.xingheng.server.claims.his;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Staff numbers of institutions and the codes they stand for. */
@Component
class CrosswalkStore {
  private static final String COLUMNS =
      """
      select c.id, c.local_id, c.code, c.since, c.until, a.name from crosswalk c join account a on a.id = c.account
      where c.institution = :institution
      """;
  private static final String OF = COLUMNS + " and c.local_id = any(:ids) order by c.id";
  private static final String ONE = COLUMNS + " and c.id = :id";
  private static final String PAGE =
      COLUMNS
          + """
           and starts_with(c.local_id, :begins)
            and (c.local_id collate "C", c.id) > (cast(:after as text) collate "C", cast(:afterId as bigint))
          order by c.local_id collate "C", c.id limit :most
          """;
  /** One writer per institution: entries are judged against those there are. */
  private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtext('crosswalk ' || :institution))";
  private static final String ADD =
      """
      insert into crosswalk (institution, local_id, code, since, until, account, recorded_at)
      select cast(:institution as text), e.local_id, e.code, cast(:since as date), cast(:until as date),
             cast(:account as bigint), cast(:at as timestamptz)
      from unnest(cast(:ids as text[]), cast(:codes as text[])) as e (local_id, code)
      """;
  private static final String END =
      "update crosswalk set until = :until where id = :id and institution = :institution and until > :until";
  private final JdbcClient jdbc;

  CrosswalkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void alone(String institution) {
    jdbc.sql(ALONE).param("institution", institution).query(Integer.class).single();
  }

  /** Every entry of these staff numbers. */
  List<CrosswalkEntry> of(String institution, Collection<String> localIds) {
    return jdbc.sql(OF).param("institution", institution).param("ids", localIds.toArray(String[]::new))
        .query((row, number) -> entry(row)).list();
  }

  Optional<CrosswalkEntry> find(String institution, long id) {
    return jdbc.sql(ONE).param("institution", institution).param("id", id).query((row, number) -> entry(row))
        .optional();
  }

  /** The next entries whose staff number begins so, in order. */
  List<CrosswalkEntry> page(String institution, String begins, String after, long afterId, int most) {
    return jdbc.sql(PAGE).param("institution", institution).param("begins", begins).param("after", after)
        .param("afterId", afterId).param("most", most).query((row, number) -> entry(row)).list();
  }

  void add(
      String institution, List<String> localIds, List<String> codes, LocalDate since, LocalDate until, long account,
      OffsetDateTime at) {
    jdbc.sql(ADD).param("institution", institution).param("ids", localIds.toArray(String[]::new))
        .param("codes", codes.toArray(String[]::new)).param("since", since).param("until", until)
        .param("account", account).param("at", at).update();
  }

  /** False when it ends by then already. */
  boolean end(String institution, long id, LocalDate until) {
    return jdbc.sql(END).param("institution", institution).param("id", id).param("until", until).update() == 1;
  }

  private static CrosswalkEntry entry(ResultSet row) throws SQLException {
    return new CrosswalkEntry(
        row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class), row.getString(6));
  }
}
