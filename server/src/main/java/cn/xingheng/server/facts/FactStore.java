package cn.xingheng.server.facts;

import cn.xingheng.core.basics.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of facts: inserted, read, never changed. */
@Component
class FactStore {
  private static final String LOCK = "select 1 from person where id = :person for update";
  /** Facts refer to the row: whoever inserts one may go on. */
  private static final String LOCK_INSTITUTION =
      "select 1 from organisation where id = :institution for no key update";
  /** Many write about persons at once, but none while somebody writes about an institution ({@link HouseFactDesk}). */
  private static final String BESIDE_OTHERS = "select 1 from pg_advisory_xact_lock_shared(20260616)";
  private static final String ALONE = "select 1 from pg_advisory_xact_lock(20260616)";
  private static final String NEXT = "select nextval('fact_number') from generate_series(1, :count) order by 1";
  private static final String PROVINCE_OF_PERSON =
      "select p.province, o.edition from person p join organisation o on o.id = p.province where p.id = :person";
  private static final String PROVINCE_OF =
      """
      select p.id, p.edition from organisation o
      join organisation p on p.kind = 'PROVINCE' and o.path like p.path || '%' where o.id = :organisation
      """;
  private static final String COLUMNS =
      """
      select f.no, f.id, f.person, f.body::text as body, f.document, f.note, f.recorded_at, f.edition, f.edition_hash,
             f.batch, coalesce(a.name, '') as who, f.kind
      from fact f left join account a on a.id = f.account
      """;
  /** Without the facts of a batch that had been undone by then. */
  private static final String NOT_UNDONE =
      """
       and not exists (select from import_undo u where u.batch = f.batch
                       and (u.recorded_at at time zone 'Asia/Shanghai')::date <= :known)
      """;
  private static final String OF_PERSON = COLUMNS + " where f.person = :person" + NOT_UNDONE + " order by f.no";
  private static final String OF_PERSONS = COLUMNS + " where f.person = any(:persons)" + NOT_UNDONE + " order by f.no";
  private static final String OF_HOUSE =
      COLUMNS + " where f.province = :province and f.person is null" + NOT_UNDONE + " order by f.no";
  private static final String NEWEST_OF_HOUSE =
      "select coalesce(max(no), 0) from fact where province = :province and person is null";
  private static final String PERSONS_AT = "select distinct person from fact where institution = :institution"
      + " and person is not null order by person";
  private static final String INSERT =
      """
      insert into fact (no, id, province, person, institution, kind, on_day, recorded_at, recorded, about, body,
                        document, note, edition, edition_hash, account, batch)
      select f.no, f.id, f.province, f.person, f.institution, f.kind, f.on_day, f.at, f.recorded, f.about,
             f.body::jsonb, f.document, f.note, f.edition, f.hash, f.account, f.batch
      from unnest(:nos::bigint[], :ids::text[], :provinces::text[], :persons::text[], :institutions::text[],
                  :kinds::text[], :ons::date[], :ats::timestamptz[], :recordeds::date[], :abouts::text[],
                  :bodies::text[], :documents::text[], :notes::text[], :editions::text[], :hashes::text[],
                  :accounts::bigint[], :batches::bigint[])
        as f (no, id, province, person, institution, kind, on_day, at, recorded, about, body, document, note,
              edition, hash, account, batch)
      order by f.no
      """;
  private final JdbcClient jdbc;

  FactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row as it is read. */
  record Row(
      long no, String id, @Nullable String person, String kind, String body, @Nullable String document,
      @Nullable String note, OffsetDateTime recordedAt, String edition, String editionHash, @Nullable Long batch,
      String who) {}

  /** A row to be inserted. */
  record NewRow(
      long no, String id, String province, @Nullable String person, @Nullable String institution, String kind,
      LocalDate on, OffsetDateTime at, LocalDate recorded, @Nullable String about, String body,
      @Nullable String document, @Nullable String note, String edition, String hash, @Nullable Long account,
      @Nullable Long batch) {}

  /** A province and the edition it works under. */
  record Province(String id, String edition) {}

  /** Makes this transaction the only writer of the person; false when there is no such person. */
  boolean lock(PersonId person) {
    jdbc.sql(BESIDE_OTHERS).query(Integer.class).single();
    return jdbc.sql(LOCK).param("person", person.value()).query(Integer.class).optional().isPresent();
  }

  /** Makes this transaction the only writer of facts; false when there is no such institution. */
  boolean lockInstitution(String institution) {
    jdbc.sql(ALONE).query(Integer.class).single();
    return jdbc.sql(LOCK_INSTITUTION).param("institution", institution).query(Integer.class).optional().isPresent();
  }

  /** So many numbers for new facts, ascending. */
  List<Long> next(int count) {
    return jdbc.sql(NEXT).param("count", count).query((row, number) -> row.getLong(1)).list();
  }

  Optional<Province> provinceOf(PersonId person) {
    return jdbc.sql(PROVINCE_OF_PERSON).param("person", person.value())
        .query((row, number) -> new Province(row.getString(1), row.getString(2))).optional();
  }

  Optional<Province> provinceOf(String organisation) {
    return jdbc.sql(PROVINCE_OF).param("organisation", organisation)
        .query((row, number) -> new Province(row.getString(1), row.getString(2))).optional();
  }

  List<Row> ofPerson(PersonId person, LocalDate known) {
    return jdbc.sql(OF_PERSON).param("person", person.value()).param("known", known).query(FactStore::row).list();
  }

  List<Row> ofPersons(Collection<String> persons, LocalDate known) {
    return jdbc.sql(OF_PERSONS).param("persons", persons.toArray(String[]::new)).param("known", known)
        .query(FactStore::row).list();
  }

  List<Row> ofHouse(String province, LocalDate known) {
    return jdbc.sql(OF_HOUSE).param("province", province).param("known", known).query(FactStore::row).list();
  }

  long newestOfHouse(String province) {
    return jdbc.sql(NEWEST_OF_HOUSE).param("province", province).query(Long.class).single();
  }

  List<String> personsAt(String institution) {
    return jdbc.sql(PERSONS_AT).param("institution", institution)
        .query((row, number) -> row.getString(1)).list();
  }

  void insert(List<NewRow> rows) {
    jdbc.sql(INSERT)
        .param("nos", rows.stream().map(NewRow::no).toArray(Long[]::new))
        .param("ids", column(rows, NewRow::id))
        .param("provinces", column(rows, NewRow::province))
        .param("persons", column(rows, NewRow::person))
        .param("institutions", column(rows, NewRow::institution))
        .param("kinds", column(rows, NewRow::kind))
        .param("ons", column(rows, row -> row.on().toString()))
        .param("ats", column(rows, row -> row.at().toString()))
        .param("recordeds", column(rows, row -> row.recorded().toString()))
        .param("abouts", column(rows, NewRow::about))
        .param("bodies", column(rows, NewRow::body))
        .param("documents", column(rows, NewRow::document))
        .param("notes", column(rows, NewRow::note))
        .param("editions", column(rows, NewRow::edition))
        .param("hashes", column(rows, NewRow::hash))
        .param("accounts", rows.stream().map(NewRow::account).toArray(Long[]::new))
        .param("batches", rows.stream().map(NewRow::batch).toArray(Long[]::new))
        .update();
  }

  private static @Nullable String[] column(List<NewRow> rows, Function<NewRow, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    long batch = row.getLong("batch");
    return new Row(
        row.getLong("no"), row.getString("id"), row.getString("person"), row.getString("kind"),
        row.getString("body"), row.getString("document"), row.getString("note"),
        row.getObject("recorded_at", OffsetDateTime.class), row.getString("edition"), row.getString("edition_hash"),
        row.wasNull() || batch == 0 ? null : batch, row.getString("who"));
  }
}
