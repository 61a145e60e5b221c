package cn.xingheng.server.claims.bulk;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second looks, what they found, and what was done with it. */
@Component
class ItemStore {
  private static final String LOCK = "select id from organisation where id = :agency for no key update";
  private static final String ITEMS =
      """
      select i.id as item, i.agency, i.kind, i.state, i.step, i.turn, i.verdict_before, i.because_before,
             i.verdict_after, i.because_after, i.articles, i.reason, k.known_no, i.upload,
             coalesce(r.month, date_trunc('month', u.issued_on)::date) as month, coalesce(l.run, 0) as run,
             coalesce(l.line, u.id) as line, coalesce(l.claim_id, u.visit || '/' || u.sn) as claim_id,
             coalesce(l.issued_at, u.issued_on::timestamp) as issued_at, coalesce(l.physician, u.code) as physician,
             coalesce(l.institution, u.institution) as institution, coalesce(l.setting, u.setting) as setting,
             coalesce(l.fen, u.fen) as fen, coalesce(l.verdict, u.verdict) as verdict,
             coalesce(l.because, u.because, '') as because
      from settlement_item_now i
      join settlement_look k on k.id = i.look
      left join settlement_line l on l.agency = i.agency and l.claim_id = i.claim_id
      left join settlement_run r on r.id = l.run
      left join claim_line u on u.id = i.upload
      """;
  private static final String PAGE =
      ITEMS + """
      where i.agency = :agency and i.id > :after
        and (:kind::text is null or i.kind = :kind) and (:state::text is null or i.state = :state)
      order by i.id limit :most
      """;
  private static final String FIND = ITEMS + "where i.id = :id";
  private static final String OF_LOADED =
      ITEMS + "where i.agency = :agency and i.claim_id = any(:ids) order by i.claim_id, i.turn";
  private static final String OF_UPLOADED = ITEMS + "where i.upload = any(:ids) order by i.upload, i.turn";
  private static final String KEEP_LOOK =
      """
      insert into settlement_look (agency, first_month, last_month, known_no, known_on, lines_judged, lines_resolved,
                                   account, recorded_at)
      values (:agency, :first, :last, :no, :on, :judged, :resolved, :account, :at) returning id
      """;
  private static final String ADD =
      """
      insert into settlement_item (agency, claim_id, upload, turn, look, kind, fen, verdict_before, because_before,
                                   verdict_after, because_after, articles, reason)
      values (:agency, :claim, :upload, :turn, :look, :kind, :fen, :before, :becauseBefore, :after, :becauseAfter,
              :articles, :reason)
      """;
  private static final String STEP =
      """
      insert into settlement_step (item, step, state, account, note, recorded_at, reason)
      values (:item, :step, :state, :account, :note, :at, :reason)
      """;
  private static final String STEPS =
      """
      select s.state, a.name, s.note, s.recorded_at, s.reason
      from settlement_step s join account a on a.id = s.account
      where s.item = :item order by s.step
      """;
  private static final String LOOKS =
      """
      select k.id, k.first_month, k.last_month, k.known_no, k.known_on, k.lines_judged, k.lines_resolved,
             (select count(*) from settlement_item i where i.look = k.id) as turned, a.name, k.recorded_at
      from settlement_look k join account a on a.id = k.account
      where k.agency = :agency order by k.id desc limit 5
      """;
  private static final String SHARES =
      """
      select kind, state, count(*) as items, sum(fen) as fen from settlement_item_now
      where agency = :agency group by kind, state order by kind, state
      """;
  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest item of a line that was not withdrawn, if any, and how many turns it ever took. */
  record Standing(@Nullable Item item, int turns) {}

  /** One writer of an agency's lines and lists at a time. */
  void lock(String agency) {
    jdbc.sql(LOCK).param("agency", agency).query(String.class).single();
  }

  /** What stands of each of these lines that ever had an item, by its key. */
  Map<String, Standing> standing(String agency, Origin origin, List<Settled> lines) {
    Map<String, Standing> standing = new HashMap<>();
    for (Item item : items(agency, origin, lines.stream().map(Settled::key).toList())) {
      Standing before = standing.get(item.key());
      boolean stands = item.state() != Item.State.WITHDRAWN;
      standing.put(
          item.key(), new Standing(stands ? item : before == null ? null : before.item(), item.turn()));
    }
    return standing;
  }

  /** All items of these lines, the first turn of each first. */
  List<Item> items(String agency, Origin origin, List<String> keys) {
    return switch (origin) {
      case LOADED -> jdbc.sql(OF_LOADED).param("agency", agency).param("ids", keys.toArray(String[]::new))
          .query(ItemStore::item).list();
      case UPLOADED -> jdbc.sql(OF_UPLOADED).param("ids", keys.stream().map(Long::valueOf).toArray(Long[]::new))
          .query(ItemStore::item).list();
    };
  }

  long keepLook(
      SecondLookDesk.Ask ask, long known, LocalDate on, long judged, long resolved, long account, OffsetDateTime at) {
    return jdbc.sql(KEEP_LOOK).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atDay(1)).param("no", known).param("on", on).param("judged", judged)
        .param("resolved", resolved).param("account", account).param("at", at).query(Long.class).single();
  }

  /** Lists turns; a turn that is listed already is refused by the database. */
  void add(long look, String agency, List<Looking.Turn> turns) {
    for (Looking.Turn turn : turns) {
      Settled of = turn.settled();
      boolean loaded = of.origin() == Origin.LOADED;
      jdbc.sql(ADD).param("agency", agency).param("claim", loaded ? of.line().claimId() : null, Types.VARCHAR)
          .param("upload", loaded ? null : of.line().line(), Types.BIGINT).param("turn", turn.turn())
          .param("look", look)
          .param("kind", Looking.paid(turn.before().verdict()) ? Item.Kind.RECOVER.name() : Item.Kind.PAY.name())
          .param("fen", of.line().fen()).param("before", turn.before().verdict())
          .param("becauseBefore", turn.before().because()).param("after", turn.after().verdict())
          .param("becauseAfter", turn.after().because())
          .param("articles", turn.after().articles().toArray(String[]::new)).param("reason", of.ended().word())
          .update();
    }
  }

  /** A step that a person takes, or, with a reason, one that a second look takes. */
  void step(Item item, Item.State state, @Nullable Reason reason, long account, String note, OffsetDateTime at) {
    jdbc.sql(STEP).param("item", item.id()).param("step", item.step() + 1).param("state", state.name())
        .param("account", account).param("note", note).param("at", at)
        .param("reason", reason == null ? "" : reason.word()).update();
  }

  List<Step> steps(long item) {
    return jdbc.sql(STEPS).param("item", item)
        .query(
            (row, number) ->
                new Step(
                    Item.State.valueOf(row.getString(1)), row.getString(2), row.getString(3),
                    Objects.requireNonNull(row.getObject(4, OffsetDateTime.class)),
                    row.getString(5).isEmpty() ? null : Reason.of(row.getString(5))))
        .list();
  }

  Optional<Item> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(ItemStore::item).optional();
  }

  List<Item> page(String agency, ItemFilter filter, long after, int most) {
    Item.Kind kind = filter.kind();
    Item.State state = filter.state();
    return jdbc.sql(PAGE).param("agency", agency).param("after", after)
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("state", state == null ? null : state.name(), Types.VARCHAR).param("most", most)
        .query(ItemStore::item).list();
  }

  List<Look> looks(String agency) {
    return jdbc.sql(LOOKS).param("agency", agency)
        .query(
            (row, number) ->
                new Look(
                    row.getLong(1), month(row, "first_month"), month(row, "last_month"), row.getLong("known_no"),
                    Objects.requireNonNull(row.getObject("known_on", LocalDate.class)), row.getLong("lines_judged"),
                    row.getLong("lines_resolved"), row.getLong("turned"), row.getString("name"),
                    Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class))))
        .list();
  }

  List<Share> shares(String agency) {
    return jdbc.sql(SHARES).param("agency", agency)
        .query(
            (row, number) -> {
              BigDecimal fen = Objects.requireNonNull(row.getBigDecimal("fen"));
              return new Share(
                  Item.Kind.valueOf(row.getString("kind")), Item.State.valueOf(row.getString("state")),
                  row.getLong("items"), fen.toBigIntegerExact());
            })
        .list();
  }

  private static YearMonth month(ResultSet row, String column) throws SQLException {
    return YearMonth.from(Objects.requireNonNull(row.getObject(column, LocalDate.class)));
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getLong("item"), row.getString("agency"), Item.Kind.valueOf(row.getString("kind")),
        Item.State.valueOf(row.getString("state")), row.getInt("step"), row.getInt("turn"), LineRow.read(row),
        row.getLong("run"), month(row, "month"), row.getString("verdict_before"), row.getString("because_before"),
        row.getString("verdict_after"), row.getString("because_after"),
        List.of((String[]) row.getArray("articles").getArray()), row.getLong("known_no"),
        row.getObject("upload") == null ? Origin.LOADED : Origin.UPLOADED, Reason.of(row.getString("reason")));
  }
}
