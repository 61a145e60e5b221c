package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.institution.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projection of what each physician brings to each institution, by days; sums of it by institution. */
@Component
class TallyStore {
  private static final String DROP = "delete from tally_span where person = any(:persons)";
  private static final String PUT =
      """
      insert into tally_span (institution, person, first_day, end_day, points, ended, in_force, looked)
      select s.institution, s.person, s.first_day, s.end_day, s.points, s.ended, s.in_force, s.looked
      from unnest(:institutions::text[], :persons::text[], :firsts::date[], :ends::date[], :points::int[],
                  :ended::int[], :inForce::int[], :looked::boolean[])
        as s (institution, person, first_day, end_day, points, ended, in_force, looked)
      """;
  private static final String ALL =
      """
      select institution, person, first_day, end_day, points, ended, in_force, looked from tally_span
      where person = any(:persons) order by institution, person, first_day
      """;
  /** By how much the sums change on which days. */
  private static final String SUMS =
      """
      select c.institution, c.day, sum(c.points)::int, sum(c.ended)::int, sum(c.in_force)::int, bool_or(c.looked)
      from (select t.institution, t.first_day as day, t.points, t.ended, t.in_force, t.looked from tally_span t
            where t.institution = any(:sites) and t.person is distinct from :without
            union all
            select t.institution, t.end_day, -t.points, -t.ended, -t.in_force, false from tally_span t
            where t.institution = any(:sites) and t.person is distinct from :without and t.end_day < 'infinity') c
      group by c.institution, c.day order by c.institution, c.day
      """;
  private static final String ON =
      """
      select t.institution, sum(t.points)::int, sum(t.ended)::int, sum(t.in_force)::int from tally_span t
      where t.institution = any(:sites) and t.first_day <= :day and t.end_day > :day
      group by t.institution
      """;
  /** What was told to institutions themselves, as recorded. */
  private static final String NOTICES =
      """
      select f.body::text from fact f
      where f.institution = any(:sites) and f.kind = 'notified' and f.person is null order by f.no
      """;
  private static final String PERSONS =
      "select id, province from person where id > :last order by id limit :most";
  private final JdbcClient jdbc;

  TallyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Days in a row, the end not included, with the same figures of one person at one institution. */
  record Row(
      String institution, String person, LocalDate first, LocalDate end, int points, int ended, int inForce,
      boolean looked) {}

  /** A person and the province whose law applies. */
  record Whose(String person, String province) {}

  /** Replaces the rows of these persons. */
  void put(Collection<PersonId> persons, List<Row> rows) {
    jdbc.sql(DROP).param("persons", persons.stream().map(PersonId::value).toArray(String[]::new)).update();
    jdbc.sql(PUT)
        .param("institutions", texts(rows, Row::institution)).param("persons", texts(rows, Row::person))
        .param("firsts", texts(rows, row -> row.first().toString()))
        .param("ends", texts(rows, row -> row.end().equals(LocalDate.MAX) ? "infinity" : row.end().toString()))
        .param("points", numbers(rows, Row::points)).param("ended", numbers(rows, Row::ended))
        .param("inForce", numbers(rows, Row::inForce))
        .param("looked", rows.stream().map(Row::looked).toArray(Boolean[]::new)).update();
  }

  private static String[] texts(List<Row> rows, Function<Row, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static Integer[] numbers(List<Row> rows, ToIntFunction<Row> value) {
    return rows.stream().mapToInt(value).boxed().toArray(Integer[]::new);
  }

  List<Row> rows(Collection<PersonId> persons) {
    return jdbc.sql(ALL).param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                new Row(
                    row.getString(1), row.getString(2), row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class), row.getInt(5), row.getInt(6), row.getInt(7),
                    row.getBoolean(8)))
        .list();
  }

  /** The tally of each of these institutions, of everybody but one; none where nobody brings anything. */
  Map<String, Tally> sums(Collection<String> sites, @Nullable String without) {
    Map<String, List<Tally.Since>> found = new LinkedHashMap<>();
    jdbc.sql(SUMS).param("sites", sites.toArray(String[]::new)).param("without", without)
        .query(
            row -> {
              List<Tally.Since> sums = found.computeIfAbsent(row.getString(1), key -> new ArrayList<>());
              Tally.Since last = sums.isEmpty() ? Tally.NONE.on(LocalDate.MIN) : sums.getLast();
              sums.add(
                  new Tally.Since(
                      row.getObject(2, LocalDate.class), last.points() + row.getInt(3), last.ended() + row.getInt(4),
                      last.inForce() + row.getInt(5), row.getBoolean(6)));
            });
    Map<String, Tally> tallies = new LinkedHashMap<>();
    found.forEach((site, sums) -> tallies.put(site, new Tally(sums)));
    return tallies;
  }

  /** The sums of one day of each of these institutions; none where nobody brings anything. */
  Map<String, Tally.Since> on(Collection<String> sites, LocalDate day) {
    Map<String, Tally.Since> found = new LinkedHashMap<>();
    jdbc.sql(ON).param("sites", sites.toArray(String[]::new)).param("day", day)
        .query(
            row -> {
              found.put(
                  row.getString(1), new Tally.Since(day, row.getInt(2), row.getInt(3), row.getInt(4), true));
            });
    return found;
  }

  List<String> notices(Collection<String> sites) {
    return jdbc.sql(NOTICES).param("sites", sites.toArray(String[]::new))
        .query((row, number) -> row.getString(1)).list();
  }

  /** The next persons by id. */
  List<Whose> after(String last, int most) {
    return jdbc.sql(PERSONS).param("last", last).param("most", most)
        .query((row, number) -> new Whose(row.getString(1), row.getString(2))).list();
  }
}
