package cn.xingheng.server.claims.bulk;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines as hospitals uploaded them, how they stand, and the messages that made them so. */
@Component
class UploadedStore {
  private static final String COLUMNS =
      """
      n.id, n.visit, n.sn, n.batch, n.refunds, n.said, n.crosswalk, n.code, n.institution, n.issued_on, n.setting,
      n.fen, n.verdict, coalesce(n.because, '') as because, n.msgid, n.sent_at, n.received_at
      """;
  private static final String ASKED =
      """
      where l.issued_on between :first and :last
        and (:physician::text is null or l.code = :physician)
        and (:verdict::text is null or l.verdict = :verdict)
        and (:because::text is null or coalesce(l.because, '') = :because)
      """;
  private static final String ANYWHERE =
      " from claim_line l join organisation o on o.id = l.institution and o.path like any(:paths) " + ASKED;
  private static final String AT_ONE = ANYWHERE + " and l.institution = :institution ";
  /** The next uploads were taken first, and now how each stands: in this order however many there are. */
  private static final String HOW =
      """
       and (l.issued_on, l.id) > (coalesce((select b.issued_on from claim_line b where b.id = :after), :first), :after)
       order by l.issued_on, l.id limit :most)
      select s.id as upload, (case when n.cancelled then 'cancelled' else 'standing' end) as state,
      """
          + COLUMNS
          + """
          from taken s
          left join lateral (
            select * from claim_line_now t
            where t.id = s.id and (:cancelled::boolean is null or t.cancelled = :cancelled) limit 1) n on true
          order by s.issued_on, s.id
          """;
  private static final String NEXT_ANYWHERE =
      "with taken as materialized (select l.id, l.issued_on " + ANYWHERE + HOW;
  private static final String NEXT_AT_ONE =
      "with taken as materialized (select l.id, l.issued_on " + AT_ONE + HOW;
  private static final String NOW_ANYWHERE =
      " from claim_line_now l join organisation o on o.id = l.institution and o.path like any(:paths) " + ASKED;
  private static final String BY_VERDICT =
      " and (:cancelled::boolean is null or l.cancelled = :cancelled) group by 1, 2 order by 1, 2";
  private static final String SUMS_ANYWHERE =
      "select l.cancelled, l.verdict, count(*) as lines, sum(l.fen) as fen " + NOW_ANYWHERE + BY_VERDICT;
  private static final String SUMS_AT_ONE =
      "select l.cancelled, l.verdict, count(*) as lines, sum(l.fen) as fen " + NOW_ANYWHERE
          + " and l.institution = :institution " + BY_VERDICT;
  private static final String ONE =
      """
      select (case when s.id is null then 'replaced' when s.cancelled then 'cancelled' else 'standing' end) as state,
      """
          + COLUMNS
          + """
          from (select l.*, m.sent_at, m.received_at
                from claim_line l join his_message m on m.institution = l.institution and m.msgid = l.msgid
                where l.id = :id) n
          left join claim_line_now s on s.id = n.id
          """;
  private static final String PASSAGES =
      """
      select l.id as upload, m.infno, l.msgid, m.sent_at, m.received_at, '' as scope, l.code, l.fen, l.verdict,
             coalesce(l.because, '') as because
      from claim_line l join his_message m on m.institution = l.institution and m.msgid = l.msgid
      where l.institution = :institution and l.visit = :visit and l.sn = :sn
      union all
      select 0, m.infno, c.msgid, m.sent_at, m.received_at,
             case when c.sn is not null then 'line' when c.batch is not null then 'batch' else 'visit' end,
             '', 0, '', ''
      from claim_cancellation c join his_message m on m.institution = c.institution and m.msgid = c.msgid
      where c.institution = :institution and c.visit = :visit
        and (c.sn = :sn or (c.sn is null and c.batch is null)
             or c.batch in (select l.batch from claim_line l
                            where l.institution = :institution and l.visit = :visit and l.sn = :sn))
      order by sent_at, msgid
      """;
  private final JdbcClient jdbc;

  UploadedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some uploads one after the other, and those lines among them that are asked for.
   *
   * @param last the upload at which the next begin after, or 0 when these were the last
   */
  record Some(List<Uploaded> lines, long last) {
    Some {
      lines = List.copyOf(lines);
    }
  }

  /** What follows an upload, by the day of the fee, in these scopes. */
  Some next(List<String> paths, UploadedFilter filter, long after, int most) {
    boolean anywhere = filter.lines().institution() == null;
    List<Uploaded> lines = new ArrayList<>();
    List<Long> uploads =
        asked(anywhere ? jdbc.sql(NEXT_ANYWHERE) : jdbc.sql(NEXT_AT_ONE), paths, filter)
            .param("after", after).param("most", most)
            .query(
                (row, number) -> {
                  if (row.getObject("id") != null) {
                    lines.add(uploaded(row, number));
                  }
                  return row.getLong("upload");
                })
            .list();
    return new Some(lines, uploads.size() < most ? 0 : uploads.getLast());
  }

  /** The same lines, all of them, added up. */
  List<UploadedSum> sums(List<String> paths, UploadedFilter filter) {
    boolean anywhere = filter.lines().institution() == null;
    return asked(anywhere ? jdbc.sql(SUMS_ANYWHERE) : jdbc.sql(SUMS_AT_ONE), paths, filter)
        .query(
            (row, number) -> {
              BigDecimal fen = Objects.requireNonNull(row.getBigDecimal("fen"));
              return new UploadedSum(
                  row.getBoolean("cancelled"), row.getString("verdict"), row.getLong("lines"), fen.toBigIntegerExact());
            })
        .list();
  }

  private static JdbcClient.StatementSpec asked(
      JdbcClient.StatementSpec statement, List<String> paths, UploadedFilter filter) {
    LineFilter lines = filter.lines();
    return statement
        .param("paths", paths.stream().map(path -> path + "%").toArray(String[]::new))
        .param("first", filter.month().atDay(1)).param("last", filter.month().atEndOfMonth())
        .param("institution", lines.institution(), Types.VARCHAR)
        .param("physician", lines.physician(), Types.VARCHAR).param("verdict", lines.verdict(), Types.VARCHAR)
        .param("because", lines.because(), Types.VARCHAR).param("cancelled", filter.cancelled(), Types.BOOLEAN);
  }

  /** An upload, whether it stands or not. */
  Optional<Uploaded> one(long id) {
    return jdbc.sql(ONE).param("id", id).query(UploadedStore::uploaded).optional();
  }

  /** Every message about a line, in the order of the hospital's clock. */
  List<Passage> passages(Uploaded of) {
    return jdbc.sql(PASSAGES).param("institution", of.line().institution()).param("visit", of.visit())
        .param("sn", of.sn())
        .query(
            (row, number) ->
                new Passage(
                    row.getLong("upload"), row.getString("infno"), row.getString("msgid"), time(row, "sent_at"),
                    time(row, "received_at"), row.getString("scope"), row.getString("code"), row.getLong("fen"),
                    row.getString("verdict"), row.getString("because")))
        .list();
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class));
  }

  private static Uploaded uploaded(ResultSet row, int number) throws SQLException {
    String visit = row.getString("visit");
    String sn = row.getString("sn");
    LocalDate day = Objects.requireNonNull(row.getObject("issued_on", LocalDate.class));
    Line line =
        new Line(
            row.getLong("id"), visit + "/" + sn, day.atStartOfDay(), row.getString("code"),
            row.getString("institution"), row.getString("setting"), row.getLong("fen"), row.getString("verdict"),
            row.getString("because"));
    return new Uploaded(
        line, visit, sn, row.getString("batch"), row.getString("refunds"), row.getString("said"),
        row.getObject("crosswalk") != null, row.getString("msgid"), time(row, "sent_at"), time(row, "received_at"),
        Uploaded.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }
}
