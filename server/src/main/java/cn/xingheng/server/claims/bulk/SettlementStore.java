package cn.xingheng.server.claims.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of claim lines, how their runs ended, and their sums. */
@Component
class SettlementStore {
  private static final String KEEP_FILE =
      "insert into settlement_file (hash) values (:hash) on conflict (hash) do nothing";
  private static final String KEEP_PIECE =
      "insert into settlement_piece (hash, place, content) values (:hash, :place, :content)";
  private static final String KEEP =
      """
      insert into settlement_run (agency, month, file_name, file_hash, account, recorded_at)
      values (:agency, :month, :file, :hash, :account, :at) returning id
      """;
  /** Files that were kept before there were pieces stand in one. */
  private static final String PIECES =
      """
      select p.place from settlement_piece p join settlement_run r on r.file_hash = p.hash where r.id = :id
      union all
      select -1 from settlement_file f join settlement_run r on r.file_hash = f.hash
      where r.id = :id and f.content is not null
      order by place
      """;
  private static final String PIECE =
      """
      select coalesce(p.content, f.content)
      from settlement_run r join settlement_file f on f.hash = r.file_hash
      left join settlement_piece p on p.hash = f.hash and p.place = :place
      where r.id = :id
      """;
  private static final int PIECE_BYTES = 4 << 20;
  private static final String RUNS =
      """
      select r.id, r.agency, o.name as agency_name, o.path, r.month, r.file_name, a.name as who, r.recorded_at,
             e.run as ended, e.trouble, e.known_no, e.known_on, e.lines_read, e.lines_new, e.lines_again,
             e.lines_rejected, e.recorded_at as ended_at
      from settlement_run r
      join organisation o on o.id = r.agency
      join account a on a.id = r.account
      left join settlement_outcome e on e.run = r.id
      """;
  private static final String FIND = RUNS + " where r.id = :id";
  private static final String NEWEST = RUNS + " where o.path like any(:paths) order by r.id desc limit :most";
  private static final String OPEN = RUNS + " where e.run is null order by r.id";
  private static final String LOCK = "select id from organisation where id = :agency for no key update";
  private static final String END =
      """
      insert into settlement_outcome (run, trouble, known_no, known_on, lines_read, lines_new, lines_again,
                                      lines_rejected, recorded_at)
      values (:run, :trouble, :no, :on, :read, :new, :again, :rejected, :at)
      """;
  private static final String ADD_UP =
      """
      insert into settlement_total (run, institution, physician, verdict, because, lines, fen)
      select run, institution, physician, verdict, because, count(*), sum(fen)
      from settlement_told where run = :run
      group by run, institution, physician, verdict, because
      """;
  private static final String SUMS =
      """
      sum(lines) as lines, sum(fen) as fen,
      coalesce(sum(lines) filter (where verdict = 'refused'), 0) as refused_lines,
      coalesce(sum(fen) filter (where verdict in ('payable', 'excepted')), 0) as paid,
      coalesce(sum(fen) filter (where verdict = 'refused'), 0) as refused,
      coalesce(sum(fen) filter (where verdict = 'unresolved'), 0) as unresolved
      from settlement_total where run = :run
      """;
  private static final String BY_VERDICT =
      "select verdict as name, " + SUMS + " group by verdict";
  private static final String BY_CAUSE =
      "select because as name, " + SUMS + " group by because";
  private static final String BY_INSTITUTION =
      "select institution as name, " + SUMS
          + " and institution > :after group by institution order by institution limit :most";
  private static final String BY_PHYSICIAN =
      "select physician as name, " + SUMS
          + " and physician > :after group by physician order by physician limit :most";
  private static final String OF_PHYSICIANS_WITHOUT_CODE =
      "select physician as name, " + SUMS + " and physician = '' group by physician";
  private final JdbcClient jdbc;

  SettlementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a file and that it is to be run. */
  long keep(Upload upload, Upload.File file, long account, OffsetDateTime at) {
    String hash = file.hash();
    if (jdbc.sql(KEEP_FILE).param("hash", hash).update() > 0) {
      keepPieces(file);
    }
    return jdbc.sql(KEEP).param("agency", upload.agency()).param("month", upload.monthOf(file).atDay(1))
        .param("file", file.name()).param("hash", hash).param("account", account).param("at", at)
        .query(Long.class).single();
  }

  private void keepPieces(Upload.File file) {
    try (InputStream in = file.content().getInputStream()) {
      byte[] piece = in.readNBytes(PIECE_BYTES);
      for (int place = 0; piece.length > 0; place++) {
        jdbc.sql(KEEP_PIECE).param("hash", file.hash()).param("place", place).param("content", piece).update();
        piece = in.readNBytes(PIECE_BYTES);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Writes the file of a run, piece by piece. */
  void content(long run, OutputStream out) throws IOException {
    for (int place : jdbc.sql(PIECES).param("id", run).query(Integer.class).list()) {
      byte[] piece =
          jdbc.sql(PIECE).param("id", run).param("place", place).query((row, number) -> row.getBytes(1)).single();
      out.write(piece);
    }
  }

  Optional<Run> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(SettlementStore::run).optional();
  }

  List<Run> newest(List<String> paths, int most) {
    return jdbc.sql(NEWEST).param("paths", paths.stream().map(path -> path + "%").toArray(String[]::new))
        .param("most", most).query(SettlementStore::run).list();
  }

  /** The runs that are still to be done. */
  List<Run> open() {
    return jdbc.sql(OPEN).query(SettlementStore::run).list();
  }

  /** One writer of an agency's lines and lists at a time. */
  void lock(String agency) {
    jdbc.sql(LOCK).param("agency", agency).query(String.class).single();
  }

  void end(long run, Run.Outcome outcome) {
    jdbc.sql(END).param("run", run).param("trouble", outcome.trouble()).param("no", outcome.knownNo())
        .param("on", outcome.knownOn()).param("read", outcome.read()).param("new", outcome.added())
        .param("again", outcome.again()).param("rejected", outcome.rejected()).param("at", outcome.at()).update();
  }

  void addUp(long run) {
    jdbc.sql(ADD_UP).param("run", run).update();
  }

  List<Sum> byVerdict(long run) {
    return jdbc.sql(BY_VERDICT).param("run", run).query(SettlementStore::sum).list();
  }

  List<Sum> byCause(long run) {
    return jdbc.sql(BY_CAUSE).param("run", run).query(SettlementStore::sum).list();
  }

  List<Sum> byInstitution(long run, String after, int most) {
    return jdbc.sql(BY_INSTITUTION).param("run", run).param("after", after).param("most", most)
        .query(SettlementStore::sum).list();
  }

  /** By the codes after this one; lines without a code are asked for by themselves. */
  List<Sum> byPhysician(long run, String after, int most) {
    return jdbc.sql(BY_PHYSICIAN).param("run", run).param("after", after).param("most", most)
        .query(SettlementStore::sum).list();
  }

  Optional<Sum> withoutCode(long run) {
    return jdbc.sql(OF_PHYSICIANS_WITHOUT_CODE).param("run", run).query(SettlementStore::sum).optional();
  }

  private static Sum sum(ResultSet row, int number) throws SQLException {
    return new Sum(
        row.getString("name"), row.getLong("lines"), fen(row, "fen"), row.getLong("refused_lines"), fen(row, "paid"),
        fen(row, "refused"), fen(row, "unresolved"));
  }

  private static BigInteger fen(ResultSet row, String column) throws SQLException {
    BigDecimal sum = Objects.requireNonNull(row.getBigDecimal(column));
    return sum.toBigIntegerExact();
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getLong("id"), row.getString("agency"), row.getString("agency_name"), row.getString("path"),
        YearMonth.from(Objects.requireNonNull(row.getObject("month", LocalDate.class))), row.getString("file_name"),
        row.getString("who"), Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class)), outcome(row));
  }

  private static Run.@Nullable Outcome outcome(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Run.Outcome(
            row.getString("trouble"), row.getLong("known_no"),
            Objects.requireNonNull(row.getObject("known_on", LocalDate.class)), row.getLong("lines_read"),
            row.getLong("lines_new"), row.getLong("lines_again"), row.getLong("lines_rejected"), at);
  }
}
