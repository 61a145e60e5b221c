package cn.xingheng.server.claims.bulk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines that an agency loaded, by the month settled. */
@Component
class LoadedLineStore implements LineSource {
  private static final String OLDEST =
      """
      select min(e.known_no) from settlement_outcome e join settlement_run r on r.id = e.run
      where r.agency = :agency and r.month between :first and :last and e.trouble = ''
      """;
  private static final String NEXT =
      """
      select l.line, l.claim_id, l.issued_at, l.physician, l.institution, l.setting, l.fen, l.verdict, l.because
      from settlement_line l join settlement_run r on r.id = l.run
      where l.agency = :agency and r.month between :first and :last and l.claim_id > :after
        and (:all or l.physician = any(:codes))
      order by l.claim_id limit :most
      """;
  private final JdbcClient jdbc;

  LoadedLineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Origin origin() {
    return Origin.LOADED;
  }

  @Override
  public @Nullable Long oldestKnown(SecondLookDesk.Ask ask) {
    return jdbc.sql(OLDEST).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atDay(1)).query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single().orElse(null);
  }

  @Override
  public List<Settled> next(SecondLookDesk.Ask ask, @Nullable Set<String> codes, @Nullable Line after, int most) {
    if (codes != null && codes.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(NEXT).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atDay(1)).param("after", after == null ? "" : after.claimId())
        .param("all", codes == null).param("codes", codes == null ? new String[0] : codes.toArray(String[]::new))
        .param("most", most).query((row, number) -> new Settled(Origin.LOADED, LineRow.read(row), Reason.TURNED))
        .list();
  }
}
