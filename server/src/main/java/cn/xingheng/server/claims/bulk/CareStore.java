package cn.xingheng.server.claims.bulk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loaded lines added up by institution, for what is not paid and for whose care is at stake. */
@Component
class CareStore {
  private static final String EXPOSURE =
      """
      select l.institution, l.verdict, l.because, count(*) as lines, sum(l.fen) as fen
      from settlement_line l join settlement_run r on r.id = l.run
      where r.agency = :agency and r.month between :first and :last and l.verdict in ('refused', 'unresolved')
      group by l.institution, l.verdict, l.because order by l.institution, l.verdict, l.because
      """;
  private static final String IN_CARE =
      """
      select l.institution, l.physician, count(*) as lines,
             count(*) filter (where l.setting = 'inpatient') as inpatient,
             count(*) filter (where l.verdict = 'payable') as paid,
             max(l.issued_at)::date as last, sum(l.fen) as fen,
             coalesce(sum(l.fen) filter (where l.verdict = 'unresolved'), 0) as unresolved
      from settlement_line l
      where l.agency = :agency and l.issued_at >= :from::timestamp and l.issued_at < :end::timestamp
        and l.physician <> ''
      group by l.institution, l.physician order by l.institution, l.physician
      """;
  private final JdbcClient jdbc;

  CareStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was refused or not decided in these months, inclusive. */
  List<Exposure> exposure(String agency, YearMonth first, YearMonth last) {
    return jdbc.sql(EXPOSURE).param("agency", agency).param("first", first.atDay(1)).param("last", last.atDay(1))
        .query(
            (row, number) ->
                new Exposure(
                    row.getString("institution"), row.getString("verdict"), row.getString("because"),
                    row.getLong("lines"), fen(row, "fen")))
        .list();
  }

  /** What was ordered from a day on, up to the day before another. */
  List<InCare> inCare(String agency, LocalDate from, LocalDate end) {
    return jdbc.sql(IN_CARE).param("agency", agency).param("from", from.toString()).param("end", end.toString())
        .query(
            (row, number) ->
                new InCare(
                    row.getString("institution"), row.getString("physician"), row.getLong("lines"),
                    row.getLong("inpatient"), row.getLong("paid"),
                    Objects.requireNonNull(row.getObject("last", LocalDate.class)), fen(row, "fen"),
                    fen(row, "unresolved")))
        .list();
  }

  private static BigInteger fen(ResultSet row, String column) throws SQLException {
    BigDecimal sum = Objects.requireNonNull(row.getBigDecimal(column));
    return sum.toBigIntegerExact();
  }
}
