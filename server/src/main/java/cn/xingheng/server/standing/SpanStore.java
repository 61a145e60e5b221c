package cn.xingheng.server.standing;

import cn.xingheng.core.basics.PersonId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projections by day: what the reckoning says, so that lists can be filtered by it. */
@Component
class SpanStore {
  private static final String DROP = "delete from standing_span where person = any(:persons)";
  private static final String DROP_POINTS = "delete from points_span where person = any(:persons)";
  private static final String PUT =
      """
      insert into standing_span (person, institution, first_day, end_day, standing, causes, begins)
      select s.person, s.institution, s.first_day, s.end_day, s.standing, string_to_array(s.causes, ','),
             s.first_day = min(s.first_day) over (partition by s.person, s.institution)
      from unnest(:persons::text[], :institutions::text[], :firsts::date[], :ends::date[], :standings::text[],
                  :causes::text[]) as s (person, institution, first_day, end_day, standing, causes)
      """;
  private static final String PUT_POINTS =
      """
      insert into points_span (person, account, first_day, end_day, points)
      select s.person, s.account, s.first_day, s.end_day, s.points
      from unnest(:persons::text[], :accounts::text[], :firsts::date[], :ends::date[], :points::int[])
        as s (person, account, first_day, end_day, points)
      """;
  private static final String ALL =
      """
      select person, institution, first_day, end_day, standing, array_to_string(causes, ',') as causes
      from standing_span where person = any(:persons) order by person, institution, first_day
      """;
  private static final String ALL_POINTS =
      "select person, account, first_day, end_day, points from points_span where person = any(:persons)"
          + " order by person, account, first_day";
  private static final String PERSONS =
      "select id, province from person where id > :last order by id limit :most";
  private static final String COUNT = "select count(*) from person";
  private final JdbcClient jdbc;

  SpanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Days in a row, the end not included, with one standing at one institution; causes joined by commas. */
  record StandingRow(
      String person, String institution, LocalDate first, LocalDate end, String standing, String causes) {}

  /** Days in a row, the end not included, with one total of one account. */
  record PointsRow(String person, String account, LocalDate first, LocalDate end, int points) {}

  /** A person and the province whose law applies. */
  record Whose(String person, String province) {}

  /** The next persons by id. */
  List<Whose> after(String last, int most) {
    return jdbc.sql(PERSONS).param("last", last).param("most", most)
        .query((row, number) -> new Whose(row.getString(1), row.getString(2))).list();
  }

  long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /** Replaces the rows of these persons. */
  void put(Collection<PersonId> persons, List<StandingRow> standings, List<PointsRow> points) {
    String[] whose = persons.stream().map(PersonId::value).toArray(String[]::new);
    jdbc.sql(DROP).param("persons", whose).update();
    jdbc.sql(DROP_POINTS).param("persons", whose).update();
    jdbc.sql(PUT)
        .param("persons", column(standings, StandingRow::person))
        .param("institutions", column(standings, StandingRow::institution))
        .param("firsts", column(standings, row -> row.first().toString()))
        .param("ends", column(standings, row -> day(row.end())))
        .param("standings", column(standings, StandingRow::standing))
        .param("causes", column(standings, StandingRow::causes)).update();
    jdbc.sql(PUT_POINTS)
        .param("persons", column(points, PointsRow::person))
        .param("accounts", column(points, PointsRow::account))
        .param("firsts", column(points, row -> row.first().toString()))
        .param("ends", column(points, row -> day(row.end())))
        .param("points", points.stream().map(PointsRow::points).toArray(Integer[]::new)).update();
  }

  List<StandingRow> standings(Collection<PersonId> persons) {
    return jdbc.sql(ALL).param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                new StandingRow(
                    row.getString(1), row.getString(2), row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class), row.getString(5), row.getString(6)))
        .list();
  }

  List<PointsRow> points(Collection<PersonId> persons) {
    return jdbc.sql(ALL_POINTS).param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                new PointsRow(
                    row.getString(1), row.getString(2), row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class), row.getInt(5)))
        .list();
  }

  private static String day(LocalDate day) {
    return day.equals(LocalDate.MAX) ? "infinity" : day.toString();
  }

  private static <R> String[] column(List<R> rows, Function<R, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
