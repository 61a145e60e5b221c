package cn.xingheng.server.facts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbered changes. */
@Component
class ChangeStore {
  private static final String APPEND =
      "insert into change (what, persons, about) values (:what, :persons, :about) returning no";
  private static final String LATEST = "select coalesce(max(no), 0) from change";
  private static final String AFTER =
      "select no, what, persons from change where no > :after order by no limit :most";
  private static final String UNFOLLOWED =
      """
      select coalesce(max(c.no), 0) from change c
      where c.what = 'calendar' and not exists (
        select from change p where p.what = 'projections' and p.about >= c.no)
      """;
  private final JdbcClient jdbc;

  ChangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives the next number; nobody else gets one until the transaction ends. */
  long append(String what, Collection<String> persons, @Nullable Long about) {
    return jdbc.sql(APPEND).param("what", what).param("persons", persons.toArray(String[]::new)).param("about", about)
        .query(Long.class).single();
  }

  long latest() {
    return jdbc.sql(LATEST).query(Long.class).single();
  }

  List<Change> after(long no, int most) {
    return jdbc.sql(AFTER).param("after", no).param("most", most)
        .query(
            (row, number) ->
                new Change(
                    row.getLong("no"), Change.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                    List.of((String[]) row.getArray("persons").getArray())))
        .list();
  }

  /** The number of the newest change of the calendar that the projections do not follow yet; 0 when there is none. */
  long unfollowed() {
    return jdbc.sql(UNFOLLOWED).query(Long.class).single();
  }
}
