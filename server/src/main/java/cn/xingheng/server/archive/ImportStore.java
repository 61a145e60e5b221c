package cn.xingheng.server.archive;

import cn.xingheng.core.basics.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of the archive form, what was asked with them, what was taken of them, and what was undone. */
@Component
class ImportStore {
  private static final String KEEP_FILE =
      "insert into import_file (hash, content) values (:hash, :content) on conflict (hash) do nothing";
  private static final String KEEP =
      """
      insert into import_upload (organisation, file_name, file_hash, as_of, terms, account, recorded_at)
      values (:organisation, :file, :hash, :asOf,
              jsonb_build_object('from', :from::text, 'through', :through::text, 'renews', :renews::boolean),
              :account, :at)
      returning id
      """;
  private static final String CONTENT =
      "select f.content from import_file f join import_upload u on u.file_hash = f.hash where u.id = :id";
  private static final String UPLOADS =
      """
      select u.id, u.organisation, o.name as organisation_name, o.path, u.file_name, u.file_hash, u.as_of,
             u.terms ->> 'from' as first_day, u.terms ->> 'through' as last_day,
             (u.terms ->> 'renews')::boolean as renews, a.name as who, u.recorded_at,
             b.id as batch, c.name as taken_by, b.recorded_at as taken_at, b.rows_taken, b.rows_unchanged,
             b.rows_refused, d.name as undone_by, n.recorded_at as undone_at, n.because
      from import_upload u
      join organisation o on o.id = u.organisation
      join account a on a.id = u.account
      left join import_batch b on b.upload = u.id
      left join account c on c.id = b.account
      left join import_undo n on n.batch = b.id
      left join account d on d.id = n.account
      """;
  private static final String FIND = UPLOADS + " where u.id = :id";
  private static final String NEWEST = UPLOADS + " where o.path like any(:paths) order by u.id desc limit :most";
  private static final String SAME =
      UPLOADS + " where u.file_hash = :hash and u.organisation = :organisation and b.id is not null and n.batch is null"
          + " and u.id <> :id order by u.id desc limit 1";
  private static final String LOCK_PROVINCE = "select id from organisation where id = :province for no key update";
  private static final String LOCK_PERSONS = "select id from person where id = any(:persons) order by id for update";
  private static final String ADD_BATCH =
      """
      insert into import_batch (upload, organisation, file_name, file_hash, as_of, terms, account, recorded_at,
                                rows_taken, rows_unchanged, rows_refused)
      select id, organisation, file_name, file_hash, as_of, terms, :account, :at, :taken, :unchanged, :refused
      from import_upload where id = :upload
      returning id
      """;
  private static final String ADD_ROWS =
      """
      insert into import_row (batch, line, outcome, reason, person)
      select :batch, r.line, r.outcome, r.reason, r.person
      from unnest(:lines::int[], :outcomes::text[], :reasons::text[], :persons::text[])
        as r (line, outcome, reason, person)
      """;
  private static final String ROWS =
      "select line, outcome, reason, person from import_row where batch = :batch order by line";
  private static final String PERSONS =
      "select distinct person from fact where batch = :batch and person is not null order by person";
  private static final String UNDO =
      "insert into import_undo (batch, account, because, recorded_at) values (:batch, :account, :because, :at)";
  private final JdbcClient jdbc;

  ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of a row; the reason is empty unless it was refused. */
  record Row(int line, String outcome, String reason, @Nullable String person) {}

  long keep(ImportAsk ask, String hash, long account, OffsetDateTime at) {
    jdbc.sql(KEEP_FILE).param("hash", hash).param("content", ask.content()).update();
    LocalDate through = ask.terms().through();
    return jdbc.sql(KEEP).param("organisation", ask.organisation()).param("file", ask.fileName()).param("hash", hash)
        .param("asOf", ask.asOf()).param("from", ask.terms().from().toString())
        .param("through", through == null ? null : through.toString(), Types.VARCHAR)
        .param("renews", ask.terms().renews(), Types.BOOLEAN)
        .param("account", account).param("at", at).query(Long.class).single();
  }

  byte[] content(long upload) {
    return jdbc.sql(CONTENT).param("id", upload).query((row, number) -> row.getBytes(1)).single();
  }

  Optional<ImportUpload> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(ImportStore::upload).optional();
  }

  List<ImportUpload> newest(List<String> paths, int most) {
    return jdbc.sql(NEWEST).param("paths", paths.stream().map(path -> path + "%").toArray(String[]::new))
        .param("most", most).query(ImportStore::upload).list();
  }

  /** A batch that still counts, of the same bytes for the same area. */
  Optional<ImportUpload> same(ImportUpload upload) {
    return jdbc.sql(SAME).param("hash", upload.hash()).param("organisation", upload.organisation())
        .param("id", upload.id()).query(ImportStore::upload).optional();
  }

  /** One import of a province at a time. */
  void lockProvince(String province) {
    jdbc.sql(LOCK_PROVINCE).param("province", province).query(String.class).single();
  }

  /** Makes this transaction the only writer of these persons. */
  void lock(Collection<PersonId> persons) {
    jdbc.sql(LOCK_PERSONS).param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
        .query(String.class).list();
  }

  long addBatch(long upload, long account, OffsetDateTime at, ImportPlan plan) {
    return jdbc.sql(ADD_BATCH).param("upload", upload).param("account", account).param("at", at)
        .param("taken", plan.count(ImportPlan.Outcome.TAKEN))
        .param("unchanged", plan.count(ImportPlan.Outcome.UNCHANGED))
        .param("refused", plan.count(ImportPlan.Outcome.REFUSED)).query(Long.class).single();
  }

  void addRows(long batch, List<Row> rows) {
    jdbc.sql(ADD_ROWS).param("batch", batch)
        .param("lines", rows.stream().map(Row::line).toArray(Integer[]::new))
        .param("outcomes", rows.stream().map(Row::outcome).toArray(String[]::new))
        .param("reasons", rows.stream().map(Row::reason).toArray(String[]::new))
        .param("persons", rows.stream().map(Row::person).toArray(String[]::new)).update();
  }

  List<Row> rows(long batch) {
    return jdbc.sql(ROWS).param("batch", batch)
        .query((row, number) -> new Row(row.getInt(1), row.getString(2), row.getString(3), row.getString(4))).list();
  }

  /** Whom the facts of a batch are about. */
  List<PersonId> persons(long batch) {
    return jdbc.sql(PERSONS).param("batch", batch).query((row, number) -> new PersonId(row.getString(1))).list();
  }

  void undo(long batch, long account, String because, OffsetDateTime at) {
    jdbc.sql(UNDO).param("batch", batch).param("account", account).param("because", because).param("at", at).update();
  }

  private static ImportUpload upload(ResultSet row, int number) throws SQLException {
    String last = row.getString("last_day");
    return new ImportUpload(
        row.getLong("id"), row.getString("organisation"), row.getString("organisation_name"), row.getString("path"),
        row.getString("file_name"), row.getString("file_hash"),
        Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
        new ImportTerms(
            LocalDate.parse(row.getString("first_day")), last == null ? null : LocalDate.parse(last),
            row.getObject("renews", Boolean.class)),
        row.getString("who"), Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class)), batch(row));
  }

  private static ImportUpload.@Nullable Batch batch(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("taken_at", OffsetDateTime.class);
    if (at == null) {
      return null;
    }
    OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
    return new ImportUpload.Batch(
        row.getLong("batch"), row.getString("taken_by"), at, row.getInt("rows_taken"), row.getInt("rows_unchanged"),
        row.getInt("rows_refused"),
        undone == null
            ? null : new ImportUpload.Undo(row.getString("undone_by"), undone, row.getString("because")));
  }
}
