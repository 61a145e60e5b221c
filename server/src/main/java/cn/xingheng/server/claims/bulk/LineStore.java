package cn.xingheng.server.claims.bulk;

import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of runs, those that came again, and those that were rejected. */
@Component
class LineStore {
  private static final String ADD =
      """
      insert into settlement_line (agency, claim_id, run, line, issued_at, physician, institution, setting, fen,
                                   verdict, because)
      select :agency, g.claim_id, :run, g.line, g.issued_at::timestamp, g.physician, g.institution, g.setting, g.fen,
             g.verdict, g.because
      from unnest(:ids::text[], :lines::bigint[], :issued::text[], :physicians::text[], :institutions::text[],
                  :settings::text[], :fen::bigint[], :verdicts::text[], :because::text[])
        as g (claim_id, line, issued_at, physician, institution, setting, fen, verdict, because)
      on conflict (agency, claim_id) do nothing
      returning line
      """;
  private static final String COLUMNS =
      " line, claim_id, issued_at, physician, institution, setting, fen, verdict, because ";
  private static final String BEFORE =
      "select" + COLUMNS + "from settlement_line where agency = :agency and claim_id = any(:ids)";
  private static final String REPEAT =
      """
      insert into settlement_repeat (run, line, agency, claim_id)
      select :run, g.line, :agency, g.claim_id from unnest(:lines::bigint[], :ids::text[]) as g (line, claim_id)
      """;
  private static final String REJECT =
      """
      insert into settlement_reject (run, line, reason, said)
      select :run, g.line, g.reason, g.said
      from unnest(:lines::bigint[], :reasons::text[], :said::text[]) as g (line, reason, said)
      """;
  private static final String PAGE =
      "select" + COLUMNS + """
      from settlement_told
      where run = :run and line > :after
        and (:institution::text is null or institution = :institution)
        and (:physician::text is null or physician = :physician)
        and (:verdict::text is null or verdict = :verdict)
        and (:because::text is null or because = :because)
      order by line limit :most
      """;
  private static final String ONE = "select" + COLUMNS + "from settlement_told where run = :run and line = :line";
  private static final String KNOWN_ON =
      """
      select e.known_on from settlement_line l join settlement_outcome e on e.run = l.run
      where l.agency = :agency and l.claim_id = :claim
      """;
  private static final String REJECTS =
      "select line, reason, said from settlement_reject where run = :run and line > :after order by line limit :most";
  private final JdbcClient jdbc;

  LineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the lines whose claim ids are new to the agency; which were taken, by their places in the file. */
  Set<Long> add(long run, String agency, List<Line> lines) {
    return new HashSet<>(
        jdbc.sql(ADD).param("agency", agency).param("run", run).param("ids", texts(lines, Line::claimId))
            .param("lines", lines.stream().map(Line::line).toArray(Long[]::new))
            .param("issued", texts(lines, line -> said(line.issuedAt())))
            .param("physicians", texts(lines, Line::physician)).param("institutions", texts(lines, Line::institution))
            .param("settings", texts(lines, Line::setting))
            .param("fen", lines.stream().map(Line::fen).toArray(Long[]::new))
            .param("verdicts", texts(lines, Line::verdict)).param("because", texts(lines, Line::because))
            .query(Long.class).list());
  }

  private static String[] texts(List<Line> lines, Function<Line, String> text) {
    return lines.stream().map(text).toArray(String[]::new);
  }

  /** As PostgreSQL reads it, whatever the year. */
  private static String said(LocalDateTime time) {
    int year = time.getYear();
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d %s%s", year > 0 ? year : 1 - year, time.getMonthValue(), time.getDayOfMonth(),
        time.toLocalTime(), year > 0 ? "" : " BC");
  }

  /** The lines of an agency with these claim ids. */
  Map<String, Line> before(String agency, Collection<String> ids) {
    Map<String, Line> found = new HashMap<>();
    jdbc.sql(BEFORE).param("agency", agency).param("ids", ids.toArray(String[]::new))
        .query((row, number) -> LineRow.read(row)).list()
        .forEach(line -> found.put(line.claimId(), line));
    return found;
  }

  void repeat(long run, String agency, List<Line> again) {
    jdbc.sql(REPEAT).param("run", run).param("agency", agency)
        .param("lines", again.stream().map(Line::line).toArray(Long[]::new)).param("ids", texts(again, Line::claimId))
        .update();
  }

  void reject(long run, List<Reject> rejects) {
    jdbc.sql(REJECT).param("run", run).param("lines", rejects.stream().map(Reject::line).toArray(Long[]::new))
        .param("reasons", rejects.stream().map(Reject::reason).toArray(String[]::new))
        .param("said", rejects.stream().map(Reject::said).toArray(String[]::new)).update();
  }

  /** The next lines after a place, of those that are asked for. */
  List<Line> page(long run, LineFilter filter, long after, int most) {
    return jdbc.sql(PAGE).param("run", run).param("after", after)
        .param("institution", filter.institution(), Types.VARCHAR)
        .param("physician", filter.physician(), Types.VARCHAR).param("verdict", filter.verdict(), Types.VARCHAR)
        .param("because", filter.because(), Types.VARCHAR).param("most", most)
        .query((row, number) -> LineRow.read(row)).list();
  }

  Optional<Line> one(long run, long line) {
    return jdbc.sql(ONE).param("run", run).param("line", line).query((row, number) -> LineRow.read(row)).optional();
  }

  /** The day of the knowledge by which a loaded line was decided. */
  LocalDate knownOn(String agency, String claimId) {
    return jdbc.sql(KNOWN_ON).param("agency", agency).param("claim", claimId).query(LocalDate.class).single();
  }

  List<Reject> rejects(long run, long after, int most) {
    return jdbc.sql(REJECTS).param("run", run).param("after", after).param("most", most)
        .query((row, number) -> new Reject(row.getLong(1), row.getString(2), row.getString(3))).list();
  }
}
