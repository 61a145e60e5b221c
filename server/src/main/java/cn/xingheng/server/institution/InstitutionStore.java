package cn.xingheng.server.institution;

import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the projections how many physicians stand how at an institution. */
@Component
class InstitutionStore {
  private static final String BY_STANDING =
      """
      select s.institution, s.standing, count(*) from standing_span s
      where s.institution = any(:sites) and s.standing = any(:standings) and s.first_day <= :day and s.end_day > :day
      group by s.institution, s.standing
      """;
  private final JdbcClient jdbc;

  InstitutionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many stand how at each of these institutions on a day; those who never signed by then are left out. */
  Map<String, Map<Standing, Integer>> standings(Collection<String> sites, LocalDate day) {
    Map<String, Map<Standing, Integer>> found = new HashMap<>();
    List<String> words = List.of(Standing.values()).stream().map(Standing::word).toList();
    jdbc.sql(BY_STANDING).param("sites", sites.toArray(String[]::new))
        .param("standings", words.toArray(String[]::new)).param("day", day)
        .query(
            row -> {
              found.computeIfAbsent(row.getString(1), key -> new EnumMap<>(Standing.class))
                  .put(Standing.find(row.getString(2)).orElseThrow(), row.getInt(3));
            });
    return found;
  }
}
