package cn.xingheng.server.institution;

import cn.xingheng.core.basics.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the physicians of an institution stand on a day, by the projections. */
@Component
class InstitutionFactStore {
  private static final String COUNTS =
      """
      select count(*) filter (where standing = 'effective') as effective,
             count(*) filter (where 'institution' = any(causes)) as stopped,
             count(*) filter (where causes = array['institution']) as only_so
      from standing_span where institution = :institution and first_day <= :day and end_day > :day
      """;
  private static final String SOME =
      """
      select person from standing_span
      where institution = :institution and first_day <= :day and end_day > :day
        and (standing = 'effective' or 'institution' = any(causes))
      order by person limit :most
      """;
  private final JdbcClient jdbc;

  InstitutionFactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Physicians of an institution on a day.
   *
   * @param effective who may be paid for
   * @param stopped who is stopped because of the institution
   * @param onlySo who is stopped for no other cause
   */
  record Counts(long effective, long stopped, long onlySo) {}

  Counts counts(String institution, LocalDate day) {
    return jdbc.sql(COUNTS).param("institution", institution).param("day", day)
        .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3))).single();
  }

  /** Some of those who are paid for or stopped because of the institution. */
  List<PersonId> some(String institution, LocalDate day, int most) {
    return jdbc.sql(SOME).param("institution", institution).param("day", day).param("most", most)
        .query((row, number) -> new PersonId(row.getString(1))).list();
  }
}
