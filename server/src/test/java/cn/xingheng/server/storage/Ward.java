package cn.xingheng.server.storage;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.Service;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.standing.SpanDesk;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/** One institution in a province of its own, two officers, and physicians as a test asks for them. */
final class Ward {
  static final String PROVINCE = "storage";
  static final String PASSWORD = "eleven grey herons wading";
  static final InstitutionId SITE = new InstitutionId("storage-h1");
  static final LocalDate TODAY = TestHouse.TODAY;
  private static final String EDITION = "anhui-2019";
  private static final RegionId REGION = new RegionId("hefei");
  private static final String PATH = PROVINCE + "/";
  private static @Nullable Ward shared;

  private final Beans beans;
  private final Viewer officer;
  private final Viewer other;
  private final AtomicInteger persons = new AtomicInteger();

  /** The parts of a house. */
  interface Beans {
    <T> T bean(Class<T> type);
  }

  private Ward(Beans beans) {
    this.beans = beans;
    RegisterDesk register = bean(RegisterDesk.class);
    register.enter(
        new Organisation(PROVINCE, null, PATH, Organisation.Kind.PROVINCE, "存储省", null, EDITION, null, null));
    register.enter(
        new Organisation("storage-a", PROVINCE, PATH + "storage-a/", Organisation.Kind.AREA, "存储市", REGION.value(),
            null, "Sa", null));
    register.enter(
        new Organisation(SITE.value(), "storage-a", PATH + "storage-a/" + SITE.value() + "/",
            Organisation.Kind.INSTITUTION, "存储医院", REGION.value(), null, "Sa", 3));
    this.officer = account("storage-one");
    this.other = account("storage-two");
    LocalDate opened = LocalDate.of(2020, 1, 1);
    facts().put(
        PROVINCE,
        List.of(new Given(null, List.of(new Opened(head("storage-open", opened), SITE, REGION, 3, opened, null, null)),
            null, null)),
        null, null);
  }

  /** The one in the house that all tests share. */
  static synchronized Ward shared() {
    Ward ward = shared;
    if (ward == null) {
      ward = new Ward(TestHouse.get()::bean);
      shared = ward;
    }
    return ward;
  }

  /** A new one in another house. */
  static Ward in(Beans beans) {
    return new Ward(beans);
  }

  private Viewer account(String login) {
    return transactions().execute(
        status -> {
          AccountStore accounts = bean(AccountStore.class);
          long id = accounts.add(login, login, bean(PasswordEncoder.class).encode(PASSWORD));
          accounts.grant(id, PROVINCE, Role.OFFICER);
          return new Viewer(id, login, login, accounts.roles(id));
        });
  }

  <T> T bean(Class<T> type) {
    return beans.bean(type);
  }

  FactDesk facts() {
    return bean(FactDesk.class);
  }

  SpanDesk spans() {
    return bean(SpanDesk.class);
  }

  TransactionOperations transactions() {
    return bean(TransactionOperations.class);
  }

  Viewer officer() {
    return officer;
  }

  Viewer other() {
    return other;
  }

  /** So many physicians with an agreement, and these items deducted earlier this year. */
  List<PersonId> physicians(int count, String... items) {
    List<Person> added = new ArrayList<>();
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = persons.incrementAndGet();
      PersonId id = new PersonId("st-%05d".formatted(number));
      added.add(
          new Person(id, PROVINCE, "周存", Sex.FEMALE, "349900198001%06d".formatted(number), Category.PHYSICIAN, null,
              null, "内科", "c%014d".formatted(number), ""));
      List<Fact> facts = new ArrayList<>();
      LocalDate signed = LocalDate.of(2026, 1, 5);
      facts.add(new Signed(head(id + "-s", signed), id, SITE, signed, null, null));
      for (String item : items) {
        LocalDate day = LocalDate.of(2026, 3, 2).plusDays(facts.size());
        facts.add(deducted(id, item).apply(head(id + "-d" + facts.size(), day)));
      }
      given.add(new Given(id, facts, null, null));
    }
    transactions().executeWithoutResult(
        status -> {
          bean(RegisterDesk.class).enter(added, List.of());
          facts().put(PROVINCE, given, null, null);
          facts().follow(PROVINCE, added.stream().map(Person::id).toList());
        });
    return added.stream().map(Person::id).toList();
  }

  PersonId physician(String... items) {
    return physicians(1, items).getFirst();
  }

  static Head head(String id, LocalDate day) {
    return new Head(new FactId(id), day, day);
  }

  /** A deduction under an item, served on its day. */
  static Function<Head, Fact> deducted(PersonId person, String item) {
    return head ->
        new Deducted(
            head, person, SITE, item, 1, head.on().minusDays(20), head.on().minusDays(20), null, null,
            Service.on(head.on()), Money.ZERO, null);
  }

  Recording recording(PersonId person, String item, String key) {
    return recording(officer, person, deducted(person, item), "文1", key);
  }

  Recording recording(Viewer who, PersonId person, Function<Head, Fact> fact, @Nullable String document, String key) {
    return new Recording(who, person, TODAY, fact, document, "经过", key);
  }

  /** A connection of the schema's owner. */
  Connection owner() throws SQLException {
    HikariDataSource source = (HikariDataSource) bean(DataSource.class);
    return DriverManager.getConnection(source.getJdbcUrl(), source.getUsername(), source.getPassword());
  }

  /** A connection in the role of the application. */
  Connection app() throws SQLException {
    Connection connection = owner();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set role xingheng_app");
    }
    return connection;
  }

  /** The one number that a query gives, seen by the owner. */
  long count(String query) throws SQLException {
    try (Connection connection = owner()) {
      return Rows.first(connection, query, Long.class);
    }
  }
}
