package cn.xingheng.server.standing;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.register.IdentityNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of physicians from the register and the projections. */
@Component
class PhysicianStore {
  private static final String PLAN =
      """
      select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
             set_config('max_parallel_workers_per_gather', '0', true)
      """;
  private static final String SITES =
      """
      select s.person, s.institution, i.name, s.first_day <= :day as begun, s.standing,
             array_to_string(s.causes, ',') as causes
      from standing_span s join organisation i on i.id = s.institution
      where s.person = any(:persons) and (s.institution || '') = any(:sites)
        and ((s.first_day <= :day and s.end_day > :day)
          or (s.begins and s.first_day > :day))
      order by s.person, s.institution
      """;
  private static final String CODES =
      """
      select c.person, c.code from physician_code c
      where c.person = any(:persons) and c.since <= :day and (c.until is null or c.until > :day)
      order by c.person, c.since, c.code
      """;
  private static final String POINTS =
      """
      select o.person, max(o.points) from points_span o
      where o.person = any(:persons) and (o.account || '') = any(:accounts) and o.first_day <= :day and o.end_day > :day
      group by o.person
      """;
  private final JdbcClient jdbc;

  PhysicianStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to read.
   *
   * @param sites in sight and, when one is asked for, that one
   * @param standings words of the standings that pass; empty for any
   * @param whole whether every span is to be looked at, however many there are
   */
  record Wanted(
      List<String> sites, List<String> accounts, Search search, List<String> standings, @Nullable Cause cause,
      @Nullable Integer points, LocalDate day, PhysicianAsk.@Nullable From from, int size, List<String> picked,
      boolean whole) {
    private static final String ORDER = "p.pinyin collate \"C\", p.id collate \"C\"";

    /** Whether most persons pass by their standing. */
    boolean common() {
      return cause == null && (standings.isEmpty() || standings.contains(Standing.EFFECTIVE.word()));
    }

    /** Whether those pass who have not begun yet. */
    boolean notYet() {
      return standings.contains(Standing.NONE.word()) && (cause == null || cause == Cause.NOT_SIGNED);
    }

    String beyond() {
      return from == null ? "true" : "(" + ORDER + ") " + (from.backward() ? "<" : ">") + " (:pinyin, :id)";
    }

    String order() {
      return from != null && from.backward() ? ORDER.replace(",", " desc,") + " desc" : ORDER;
    }

    Wanted all() {
      return new Wanted(sites, accounts, search, standings, cause, points, day, from, size, picked, true);
    }
  }

  /** A person of the list, before anything is known about standings. */
  record Listed(String id, String province, String name, String pinyin, String masked) {}

  /** How many pass, up to the limit, and the page when the limit is not reached. */
  record Matched(int count, List<Listed> page) {}

  /** Plans of this transaction are made for the values at hand. */
  void plan() {
    jdbc.sql(PLAN).query((row, number) -> row.getString(1)).single();
  }

  /** Counts up to a limit, and gives the page when there are fewer. */
  Matched matched(Wanted wanted, int most) {
    int rows = most + most / 4;
    int[] counted = new int[2];
    List<Listed> page = new ArrayList<>();
    bound(new PhysicianSql(wanted).matched(), wanted).param("most", most).param("rows", rows)
        .query(
            row -> {
              counted[0] = row.getInt("matching");
              counted[1] = row.getInt("seen");
              if (row.getString("id") != null) {
                page.add(listed(row, 0));
              }
            });
    boolean cut = counted[0] < most && counted[1] >= rows && !wanted.whole();
    return cut ? matched(wanted.all(), most) : new Matched(counted[0], inOrder(wanted, page));
  }

  /** The page, when many pass. */
  List<Listed> walked(Wanted wanted) {
    return inOrder(
        wanted, bound(new PhysicianSql(wanted).walked(), wanted).query(PhysicianStore::listed).list());
  }

  private static List<Listed> inOrder(Wanted wanted, List<Listed> page) {
    return wanted.from() != null && wanted.from().backward() ? page.reversed() : page;
  }

  private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
    PhysicianAsk.From from = wanted.from();
    String head = wanted.search().head();
    Map<String, Object> values = new HashMap<>();
    values.put("sites", wanted.sites().toArray(String[]::new));
    values.put("accounts", wanted.accounts().toArray(String[]::new));
    values.put("standings", wanted.standings().toArray(String[]::new));
    values.put("picked", wanted.picked().toArray(String[]::new));
    values.put("day", wanted.day());
    values.put("q", wanted.search().pattern());
    values.put("head", head);
    values.put("behind", head + "\uFFFF");
    values.put("size", wanted.size());
    values.put("cause", wanted.cause() == null ? "" : wanted.cause().word());
    values.put("points", wanted.points() == null ? 0 : wanted.points());
    values.put("pinyin", from == null ? "" : from.pinyin());
    values.put("id", from == null ? "" : from.id());
    return jdbc.sql(sql).params(values);
  }

  /** Where these persons stand, of the institutions in sight. */
  Map<String, List<PhysicianRow.Site>> sites(Collection<String> persons, Collection<String> sites, LocalDate day) {
    Map<String, List<PhysicianRow.Site>> found = new HashMap<>();
    jdbc.sql(SITES).param("persons", persons.toArray(String[]::new)).param("sites", sites.toArray(String[]::new))
        .param("day", day)
        .query(
            row -> {
              found.computeIfAbsent(row.getString("person"), key -> new ArrayList<>()).add(site(row));
            });
    return found;
  }

  private static PhysicianRow.Site site(ResultSet row) throws SQLException {
    boolean begun = row.getBoolean("begun");
    String id = row.getString("institution");
    String name = row.getString("name");
    if (!begun) {
      return new PhysicianRow.Site(id, name, Standing.NONE, Set.of(Cause.NOT_SIGNED));
    }
    Set<Cause> causes =
        Arrays.stream(row.getString("causes").split(",")).filter(word -> !word.isEmpty())
            .map(word -> Cause.find(word).orElseThrow()).collect(Collectors.toSet());
    return new PhysicianRow.Site(id, name, Standing.find(row.getString("standing")).orElseThrow(), causes);
  }

  /** The codes of these persons in force on a day. */
  Map<String, List<String>> codes(Collection<String> persons, LocalDate day) {
    Map<String, List<String>> found = new HashMap<>();
    jdbc.sql(CODES).param("persons", persons.toArray(String[]::new)).param("day", day)
        .query(
            row -> {
              found.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(row.getString(2));
            });
    return found;
  }

  /** The totals of these persons on a day; nobody who has none. */
  Map<String, Integer> points(Collection<String> persons, Collection<String> accounts, LocalDate day) {
    Map<String, Integer> found = new HashMap<>();
    jdbc.sql(POINTS).param("persons", persons.toArray(String[]::new))
        .param("accounts", accounts.toArray(String[]::new)).param("day", day)
        .query(
            row -> {
              found.put(row.getString(1), row.getInt(2));
            });
    return found;
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    return new Listed(
        row.getString("id"), row.getString("province"), row.getString("name"), row.getString("pinyin"),
        IdentityNumber.masked(row.getString("identity_number")));
  }

  /** Every statement that is put together here, for the proof that PostgreSQL knows them all. */
  static Collection<String> everyStatement() {
    Set<String> statements = new LinkedHashSet<>();
    for (Search search : List.of(Search.of(""), Search.of("王"), Search.of("wang"), Search.of("a1"))) {
      for (List<String> sites : List.of(List.of("a"), List.of("a", "b", "c", "d"))) {
        for (Standing standing : Standing.values()) {
          for (PhysicianAsk.From from : Arrays.asList(
              null, new PhysicianAsk.From("a", "a", false), new PhysicianAsk.From("a", "a", true))) {
            filters(search, sites, List.of(standing.word()), from).forEach(wanted -> put(statements, wanted));
          }
        }
        filters(search, sites, List.of(), null).forEach(wanted -> put(statements, wanted));
      }
    }
    return statements;
  }

  private static void put(Set<String> statements, Wanted wanted) {
    statements.add(new PhysicianSql(wanted).matched());
    statements.add(new PhysicianSql(wanted).walked());
  }

  private static List<Wanted> filters(
      Search search, List<String> sites, List<String> standings, PhysicianAsk.@Nullable From from) {
    List<Wanted> all = new ArrayList<>();
    for (Integer points : Arrays.asList(null, 1)) {
      for (List<String> picked : List.of(List.<String>of(), List.of("p"))) {
        Wanted wanted =
            new Wanted(
                sites, List.of("r"), search, standings, standings.isEmpty() ? null : Cause.POINTS, points,
                LocalDate.EPOCH, from, 1, picked, false);
        all.add(wanted);
        all.add(wanted.all());
        all.add(
            new Wanted(
                sites, List.of("r"), search, standings, null, points, LocalDate.EPOCH, from, 1, picked, false));
      }
    }
    return all;
  }
}
