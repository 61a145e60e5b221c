package cn.xingheng.server.claims.his;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages with their answers, lines and cancellations: rows that nobody changes. */
@Component
class HisStore {
  private static final String FIND =
      "select body_hash, answer from his_message where institution = :institution and msgid = :msgid";
  private static final String KEEP =
      """
      insert into his_message (institution, msgid, infno, body_hash, sent_at, answer, received_at)
      values (:institution, :msgid, :infno, :hash, :sent, :answer, :received)
      on conflict (institution, msgid) do nothing
      """;
  private static final String LINES =
      """
      insert into claim_line (institution, msgid, place, visit, sn, batch, refunds, said, code, crosswalk, orders,
                              issued_on, setting, fen, verdict, because, change_no)
      select cast(:institution as text), cast(:msgid as text), l.place, l.visit, l.sn, l.batch, l.refunds, l.said,
             l.code, l.crosswalk, l.orders, l.issued_on, l.setting, l.fen, l.verdict, l.because, cast(:no as bigint)
      from unnest(:visits::text[], :sns::text[], :batches::text[], :refunds::text[], :saids::text[], :codes::text[],
                  :crosswalks::bigint[], :orders::text[], :days::date[], :settings::text[], :fens::bigint[],
                  :verdicts::text[], :becauses::text[]) with ordinality
        as l (visit, sn, batch, refunds, said, code, crosswalk, orders, issued_on, setting, fen, verdict, because,
              place)
      """;
  private static final String CANCELLATIONS =
      """
      insert into claim_cancellation (institution, msgid, place, visit, sn, batch)
      select cast(:institution as text), cast(:msgid as text), c.place, c.visit, c.sn, c.batch
      from unnest(:visits::text[], :sns::text[], :batches::text[]) with ordinality as c (visit, sn, batch, place)
      """;
  /** A line that ever was of these days, as it stands now, looked up one by one; if it is of these days still. */
  private static final String TOTALS =
      """
      select n.cancelled, n.verdict, count(*) as lines, sum(n.fen) as fen
      from (select distinct visit, sn from claim_line
            where institution = :institution and issued_on between :from and :through) t
      cross join lateral (
        select * from claim_line_now s
        where s.institution = :institution and s.visit = t.visit and s.sn = t.sn limit 1) n
      where n.issued_on between :from and :through
      group by n.cancelled, n.verdict order by n.cancelled, n.verdict
      """;
  private final JdbcClient jdbc;

  HisStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was asked before under this number, by its hash, and what was answered. */
  record Kept(String hash, String answer) {}

  /** A line with whom it was judged for, and how. */
  record Row(HisLine line, String code, @Nullable Long crosswalk, String verdict, @Nullable String because) {}

  Optional<Kept> find(String institution, String msgid) {
    return jdbc.sql(FIND).param("institution", institution).param("msgid", msgid)
        .query((row, number) -> new Kept(row.getString(1), row.getString(2))).optional();
  }

  /** False when there was one with this number meanwhile; then nothing is kept. */
  boolean keep(HisMessage message, OffsetDateTime sentAt, String answer, OffsetDateTime receivedAt) {
    return jdbc.sql(KEEP).param("institution", message.institution()).param("msgid", message.msgid())
        .param("infno", message.infno()).param("hash", message.hash()).param("sent", sentAt).param("answer", answer)
        .param("received", receivedAt).update() == 1;
  }

  void lines(HisMessage message, List<Row> rows, long no) {
    jdbc.sql(LINES)
        .param("institution", message.institution())
        .param("msgid", message.msgid())
        .param("no", no)
        .param("visits", column(rows, row -> row.line().visit()))
        .param("sns", column(rows, row -> row.line().sn()))
        .param("batches", column(rows, row -> row.line().batch()))
        .param("refunds", column(rows, row -> row.line().refunds()))
        .param("saids", column(rows, row -> row.line().said()))
        .param("codes", column(rows, Row::code))
        .param("crosswalks", rows.stream().map(Row::crosswalk).toArray(Long[]::new))
        .param("orders", column(rows, row -> row.line().orders()))
        .param("days", column(rows, row -> row.line().day().toString()))
        .param("settings", column(rows, row -> row.line().setting().word()))
        .param("fens", rows.stream().map(row -> row.line().fen()).toArray(Long[]::new))
        .param("verdicts", column(rows, Row::verdict))
        .param("becauses", column(rows, Row::because))
        .update();
  }

  void cancellations(HisMessage message, List<HisMessage.Target> targets) {
    jdbc.sql(CANCELLATIONS)
        .param("institution", message.institution())
        .param("msgid", message.msgid())
        .param("visits", column(targets, HisMessage.Target::visit))
        .param("sns", column(targets, HisMessage.Target::sn))
        .param("batches", column(targets, HisMessage.Target::batch))
        .update();
  }

  /** What lines of these days come to: those that stand under false, those cancelled under true. */
  Map<Boolean, List<HisTotals.Sum>> totals(String institution, LocalDate from, LocalDate through) {
    Map<Boolean, List<HisTotals.Sum>> totals = new HashMap<>();
    jdbc.sql(TOTALS).param("institution", institution).param("from", from).param("through", through).query(
        row -> {
          totals.computeIfAbsent(row.getBoolean("cancelled"), key -> new ArrayList<>())
              .add(new HisTotals.Sum(row.getString("verdict"), row.getLong("lines"), row.getLong("fen")));
        });
    return totals;
  }

  private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
