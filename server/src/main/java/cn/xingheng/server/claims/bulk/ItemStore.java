package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.claims.ClaimVerdict;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second looks, what they found, and what was done with it. */
@Component
class ItemStore {
  private static final String LOCK = "select id from organisation where id = :agency for no key update";
  private static final String OLDEST =
      """
      select min(e.known_no) from settlement_outcome e join settlement_run r on r.id = e.run
      where r.agency = :agency and r.month between :first and :last and e.trouble = ''
      """;
  private static final String ITEM_COLUMNS =
      """
      i.id as item, i.agency, i.kind, i.state, i.step, i.turn, i.verdict_before, i.because_before, i.verdict_after,
      i.because_after, i.articles, k.known_no, r.month, l.run, l.line, l.claim_id, l.issued_at, l.physician,
      l.institution, l.setting, l.fen, l.verdict, l.because
      """;
  private static final String ITEMS =
      "select " + ITEM_COLUMNS + """
      from settlement_item_now i
      join settlement_look k on k.id = i.look
      join settlement_line l on l.agency = i.agency and l.claim_id = i.claim_id
      join settlement_run r on r.id = l.run
      """;
  private static final String PAGE =
      ITEMS + """
      where i.agency = :agency and i.id > :after
        and (:kind::text is null or i.kind = :kind) and (:state::text is null or i.state = :state)
      order by i.id limit :most
      """;
  private static final String FIND = ITEMS + "where i.id = :id";
  private static final String OF_LINE = ITEMS + "where i.agency = :agency and i.claim_id = :claim order by i.turn";
  private static final String LOADED =
      "select " + ITEM_COLUMNS + """
      , (select coalesce(max(m.turn), 0) from settlement_item m
         where m.agency = l.agency and m.claim_id = l.claim_id) as turns
      from settlement_line l
      join settlement_run r on r.id = l.run
      left join lateral (
        select n.* from settlement_item_now n
        where n.agency = l.agency and n.claim_id = l.claim_id and n.state <> 'WITHDRAWN'
        order by n.turn desc limit 1) i on true
      left join settlement_look k on k.id = i.look
      where l.agency = :agency and r.month between :first and :last and l.claim_id > :after
        and (:all or l.physician = any(:codes))
      order by l.claim_id limit :most
      """;
  private static final String KEEP_LOOK =
      """
      insert into settlement_look (agency, first_month, last_month, known_no, known_on, lines_judged, lines_resolved,
                                   account, recorded_at)
      values (:agency, :first, :last, :no, :on, :judged, :resolved, :account, :at) returning id
      """;
  private static final String ADD =
      """
      insert into settlement_item (agency, claim_id, turn, look, kind, fen, verdict_before, because_before,
                                   verdict_after, because_after, articles)
      values (:agency, :claim, :turn, :look, :kind, :fen, :before, :becauseBefore, :after, :becauseAfter, :articles)
      """;
  private static final String STEP =
      """
      insert into settlement_step (item, step, state, account, note, recorded_at)
      values (:item, :step, :state, :account, :note, :at)
      """;
  private static final String STEPS =
      """
      select s.state, a.name, s.note, s.recorded_at from settlement_step s join account a on a.id = s.account
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

  /** A loaded line with the newest item that still stands, if any, and how many turns it ever took. */
  record Loaded(Line line, @Nullable Item item, int turns) {}

  /** A turn that was found. */
  record Turn(Loaded loaded, String before, ClaimVerdict now) {}

  /** One writer of an agency's lines and lists at a time. */
  void lock(String agency) {
    jdbc.sql(LOCK).param("agency", agency).query(String.class).single();
  }

  /** The oldest knowledge by which a line of these months was decided, or null when none is loaded. */
  @Nullable Long oldestKnown(String agency, YearMonth first, YearMonth last) {
    return jdbc.sql(OLDEST).param("agency", agency).param("first", first.atDay(1)).param("last", last.atDay(1))
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class))).single().orElse(null);
  }

  /** The next loaded lines of physicians with these codes, or of all when the codes are null. */
  List<Loaded> loaded(SecondLookDesk.Ask ask, @Nullable Set<String> codes, String after, int most) {
    return jdbc.sql(LOADED).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atDay(1)).param("after", after).param("all", codes == null)
        .param("codes", codes == null ? new String[0] : codes.toArray(String[]::new)).param("most", most)
        .query(ItemStore::loaded).list();
  }

  long keepLook(
      SecondLookDesk.Ask ask, long known, LocalDate on, long judged, long resolved, long account, OffsetDateTime at) {
    return jdbc.sql(KEEP_LOOK).param("agency", ask.agency()).param("first", ask.first().atDay(1))
        .param("last", ask.last().atDay(1)).param("no", known).param("on", on).param("judged", judged)
        .param("resolved", resolved).param("account", account).param("at", at).query(Long.class).single();
  }

  /** Lists turns; a turn that is listed already is refused by the database. */
  void add(long look, String agency, List<Turn> turns) {
    for (Turn turn : turns) {
      Line line = turn.loaded().line();
      Item item = turn.loaded().item();
      String because = turn.now().because();
      jdbc.sql(ADD).param("agency", agency).param("claim", line.claimId()).param("turn", turn.loaded().turns() + 1)
          .param("look", look)
          .param("kind", turn.before().equals("refused") ? Item.Kind.PAY.name() : Item.Kind.RECOVER.name())
          .param("fen", line.fen()).param("before", turn.before())
          .param("becauseBefore", item == null ? line.because() : item.becauseAfter())
          .param("after", turn.now().verdict()).param("becauseAfter", because == null ? "" : because)
          .param("articles", turn.now().articles().toArray(String[]::new)).update();
    }
  }

  void step(long item, int step, Item.State state, long account, String note, OffsetDateTime at) {
    jdbc.sql(STEP).param("item", item).param("step", step).param("state", state.name()).param("account", account)
        .param("note", note).param("at", at).update();
  }

  List<Step> steps(long item) {
    return jdbc.sql(STEPS).param("item", item)
        .query(
            (row, number) ->
                new Step(
                    Item.State.valueOf(row.getString(1)), row.getString(2), row.getString(3),
                    Objects.requireNonNull(row.getObject(4, OffsetDateTime.class))))
        .list();
  }

  Optional<Item> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(ItemStore::item).optional();
  }

  List<Item> ofLine(String agency, String claimId) {
    return jdbc.sql(OF_LINE).param("agency", agency).param("claim", claimId).query(ItemStore::item).list();
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

  private static Loaded loaded(ResultSet row, int number) throws SQLException {
    return new Loaded(line(row), row.getString("kind") == null ? null : item(row, number), row.getInt("turns"));
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getLong("item"), row.getString("agency"), Item.Kind.valueOf(row.getString("kind")),
        Item.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getInt("step"), row.getInt("turn"),
        line(row), row.getLong("run"), month(row, "month"), row.getString("verdict_before"),
        row.getString("because_before"), row.getString("verdict_after"), row.getString("because_after"),
        List.of((String[]) row.getArray("articles").getArray()), row.getLong("known_no"));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("line"), row.getString("claim_id"),
        Objects.requireNonNull(row.getObject("issued_at", LocalDateTime.class)), row.getString("physician"),
        row.getString("institution"), row.getString("setting"), row.getLong("fen"), row.getString("verdict"),
        row.getString("because"));
  }
}
