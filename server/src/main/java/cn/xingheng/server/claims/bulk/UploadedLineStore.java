package cn.xingheng.server.claims.bulk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines that hospitals of an agency uploaded, by the month of the fee, each upload by itself with the verdict it
 * was answered. An upload that was cancelled, replaced or loaded counts no longer; it comes all the same, for it may
 * have items.
 */
@Component
class UploadedLineStore implements LineSource {
  private static final String OF_AGENCY =
      """
      from claim_line l
      join organisation o on o.id = l.institution
      join organisation a on a.id = :agency and starts_with(o.path, a.path)
      """;
  private static final String OLDEST =
      "select min(l.change_no) " + OF_AGENCY + "where l.issued_on between :first and :last";
  private static final String ENDED =
      """
      case when n.id is null then 'replaced' when n.cancelled then 'cancelled'
           when exists (select from settlement_line s
                        where s.agency = :agency and s.claim_id = l.visit || '/' || l.sn
                          and s.institution = l.institution) then 'loaded'
           else 'turned' end
      """;
  /** The next uploads first, and then how each stands: in this order however many there are. */
  private static final String NEXT =
      """
      with taken as materialized (
        select l.*
      """
          + OF_AGENCY
          + """
            where l.issued_on between :first and :last
              and (l.issued_on, l.id) > (coalesce((select b.issued_on from claim_line b where b.id = :after), :first),
                                         :after)
              and (:all or l.code = any(:codes)
                   or l.id in (select i.upload from settlement_item i where i.agency = :agency))
            order by l.issued_on, l.id limit :most)
          select l.id as line, l.visit || '/' || l.sn as claim_id, l.issued_on::timestamp as issued_at,
                 l.code as physician, l.institution, l.setting, l.fen, l.verdict, coalesce(l.because, '') as because,
          """
          + ENDED
          + """
          as ended from taken l
          left join lateral (select t.id, t.cancelled from claim_line_now t where t.id = l.id limit 1) n on true
          order by l.issued_on, l.id
          """;
  private static final String ENDED_OF =
      "select " + ENDED + "from claim_line l left join claim_line_now n on n.id = l.id where l.id = :id";
  private final JdbcClient jdbc;

  UploadedLineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Origin origin() {
    return Origin.UPLOADED;
  }

  @Override
  public @Nullable Long oldestKnown(SecondLookDesk.Ask ask) {
    return jdbc.sql(OLDEST).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atEndOfMonth())
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class))).single().orElse(null);
  }

  @Override
  public List<Settled> next(SecondLookDesk.Ask ask, @Nullable Set<String> codes, @Nullable Line after, int most) {
    return jdbc.sql(NEXT).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atEndOfMonth()).param("after", after == null ? 0 : after.line())
        .param("all", codes == null).param("codes", codes == null ? new String[0] : codes.toArray(String[]::new))
        .param("most", most)
        .query(
            (row, number) ->
                new Settled(Origin.UPLOADED, LineRow.read(row), Reason.of(row.getString("ended"))))
        .list();
  }

  /** Why an upload counts no longer, or that it does. */
  Reason ended(String agency, long upload) {
    return Reason.of(jdbc.sql(ENDED_OF).param("agency", agency).param("id", upload).query(String.class).single());
  }
}
