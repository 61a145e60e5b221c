package cn.xingheng.server.claims;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which numbered changes concern an institution: those of persons about whom a fact ever named it. */
@Component
class DeltaStore {
  private static final String AFTER =
      """
      select c.no, h.code
      from change c
      cross join lateral unnest(c.persons) as x (person)
      join physician_code h on h.person = x.person
      where c.no > :after and c.no <= :until
        and exists (select from fact f where f.institution = :institution and f.person = x.person)
      order by c.no, h.code
      limit :most
      """;
  private static final String OF_ALL =
      """
      select exists (
        select from change where no > :after and no <= :until and what in ('calendar', 'projections'))
      """;
  private final JdbcClient jdbc;

  DeltaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A change and a code of somebody it concerns. */
  record Told(long no, String code) {}

  /** In the order of the numbers. */
  List<Told> after(long no, long until, String institution, int most) {
    return jdbc.sql(AFTER).param("after", no).param("until", until).param("institution", institution)
        .param("most", most)
        .query((row, number) -> new Told(row.getLong(1), row.getString(2))).list();
  }

  /** Whether among these changes is one of the calendar, which may concern everybody. */
  boolean ofAll(long after, long until) {
    return jdbc.sql(OF_ALL).param("after", after).param("until", until).query(Boolean.class).single();
  }
}
