package cn.xingheng.server.register;

import cn.xingheng.core.basics.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons and the codes they hold. */
@Component
class PersonStore {
  private static final String COLUMNS =
      """
      select id, province, name, sex, identity_number, category, position, title, specialty, certificate, phone
      from person
      """;
  private static final String FIND = COLUMNS + " where id = :id";
  private static final String BY_IDENTITY =
      COLUMNS + " where province = :province and identity_number = :number";
  private static final String BY_IDENTITIES =
      COLUMNS + " where province = :province and identity_number = any(:numbers)";
  private static final String BY_IDS = COLUMNS + " where id = any(:persons)";
  private static final String ADD =
      """
      insert into person (id, province, name, pinyin, initials, sex, identity_number, category, position, title,
                          specialty, certificate, phone)
      select * from unnest(:ids::text[], :provinces::text[], :names::text[], :pinyins::text[], :initials::text[],
                           :sexes::text[], :numbers::text[], :categories::text[], :positions::text[], :titles::text[],
                           :specialties::text[], :certificates::text[], :phones::text[])
      """;
  private static final String CHANGE =
      """
      update person set name = :name, pinyin = :pinyin, initials = :initials, sex = :sex, category = :category,
                        position = :position, title = :title, specialty = :specialty, certificate = :certificate,
                        phone = :phone
      where id = :id
      """;
  private static final String CODES =
      "select code, person, since, until from physician_code where person = :person order by since, code";
  private static final String GRANTS =
      "select code, person, since, until from physician_code where code = any(:codes) or person = any(:persons)"
          + " order by since, code";
  private static final String BY_CODE = "select code, person, since, until from physician_code where code = :code";
  private static final String ADD_CODES =
      """
      insert into physician_code (code, person, since, until)
      select * from unnest(:codes::text[], :persons::text[], :sinces::date[], :untils::date[])
      """;
  private final JdbcClient jdbc;

  PersonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Person> find(PersonId id) {
    return jdbc.sql(FIND).param("id", id.value()).query(PersonStore::row).optional();
  }

  Optional<Person> byIdentity(String province, String number) {
    return jdbc.sql(BY_IDENTITY).param("province", province).param("number", number).query(PersonStore::row)
        .optional();
  }

  List<Person> byIdentities(String province, Collection<String> numbers) {
    return jdbc.sql(BY_IDENTITIES).param("province", province).param("numbers", numbers.toArray(String[]::new))
        .query(PersonStore::row).list();
  }

  List<Person> all(Collection<PersonId> persons) {
    return jdbc.sql(BY_IDS).param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
        .query(PersonStore::row).list();
  }

  List<CodeGrant> grants(Collection<String> codes, Collection<PersonId> persons) {
    return jdbc.sql(GRANTS).param("codes", codes.toArray(String[]::new))
        .param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
        .query(PersonStore::code).list();
  }

  void add(List<Person> added) {
    List<String> pinyins = added.stream().map(person -> Pinyin.of(person.name())).toList();
    jdbc.sql(ADD)
        .param("ids", column(added, person -> person.id().value()))
        .param("provinces", column(added, Person::province))
        .param("names", column(added, Person::name))
        .param("pinyins", column(pinyins, pinyin -> pinyin))
        .param("initials", column(pinyins, Pinyin::initials))
        .param("sexes", column(added, person -> person.sex().name()))
        .param("numbers", column(added, Person::identityNumber))
        .param("categories", column(added, person -> person.category().name()))
        .param("positions", column(added, person -> name(person.position())))
        .param("titles", column(added, person -> name(person.title())))
        .param("specialties", column(added, Person::specialty))
        .param("certificates", column(added, Person::certificate))
        .param("phones", column(added, Person::phone))
        .update();
  }

  /** Writes the columns that may change; what was stands in another table. */
  void change(Person person) {
    String pinyin = Pinyin.of(person.name());
    jdbc.sql(CHANGE)
        .param("id", person.id().value()).param("name", person.name()).param("pinyin", pinyin)
        .param("initials", Pinyin.initials(pinyin)).param("sex", person.sex().name())
        .param("category", person.category().name())
        .param("position", name(person.position())).param("title", name(person.title()))
        .param("specialty", person.specialty()).param("certificate", person.certificate())
        .param("phone", person.phone()).update();
  }

  List<CodeGrant> codes(PersonId person) {
    return jdbc.sql(CODES).param("person", person.value()).query(PersonStore::code).list();
  }

  Optional<CodeGrant> byCode(String code) {
    return jdbc.sql(BY_CODE).param("code", code).query(PersonStore::code).optional();
  }

  void addCodes(List<CodeGrant> grants) {
    jdbc.sql(ADD_CODES)
        .param("codes", column(grants, CodeGrant::code))
        .param("persons", column(grants, grant -> grant.person().value()))
        .param("sinces", column(grants, grant -> grant.since().toString()))
        .param("untils", column(grants, grant -> grant.until() == null ? null : grant.until().toString()))
        .update();
  }

  private static <R> @Nullable String[] column(List<R> rows, Function<R, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static Person row(ResultSet row, int number) throws SQLException {
    String position = row.getString("position");
    String title = row.getString("title");
    return new Person(
        new PersonId(row.getString("id")), row.getString("province"), row.getString("name"),
        Sex.valueOf(row.getString("sex")), row.getString("identity_number"),
        Category.valueOf(row.getString("category")), position == null ? null : Position.valueOf(position),
        title == null ? null : Title.valueOf(title), row.getString("specialty"), row.getString("certificate"),
        row.getString("phone"));
  }

  private static CodeGrant code(ResultSet row, int number) throws SQLException {
    return new CodeGrant(
        row.getString("code"), new PersonId(row.getString("person")),
        Objects.requireNonNull(row.getObject("since", LocalDate.class)), row.getObject("until", LocalDate.class));
  }
}
