package cn.xingheng.server.scope;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.TestClock;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.claims.KeyDesk;
import cn.xingheng.server.demo.DemoDesk;
import cn.xingheng.server.demo.DemoPhysician;
import cn.xingheng.server.demo.DemoWorld;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A house of its own with the invented world, one planted person at each of five places and an account everywhere. */
public final class ScopeHouse implements AutoCloseable {
  /** The day that does not pass. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** Of every account. */
  public static final String PASSWORD = "seven lanterns on a boat";

  /** The province's agency, which stands above the planted target. */
  static final String PROVINCE = "p-anhui";

  static final String AREA = "a-hefei";
  static final String OWN = "H34990000001";

  /** From the province down to the institution of the target, then what stands beside each, and another province. */
  static final List<String> PLACES = List.of(PROVINCE, AREA, "a-wuhu", OWN, "H34990000005", "p-lianyungang");

  private static final List<String> SITES =
      List.of(OWN, "H34990000005", "H34990000021", "H34990000036", "H34990000046");
  private static final int PHYSICIANS = 200;
  private final TestClock clock = new TestClock(TODAY);
  private final ConfigurableApplicationContext context;
  private final Map<String, Organisation> organisations = new LinkedHashMap<>();
  private final List<Mark> marks = new ArrayList<>();

  /** Opens it. */
  public ScopeHouse() {
    try {
      Path data = Files.createTempDirectory("xingheng-scope");
      this.context =
          XinghengServer.start(
              Map.of("server.port", 0, "xingheng.data", data.toString(), "xingheng.demo", true), clock);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    DemoWorld world = bean(DemoDesk.class).fill(1, PHYSICIANS, PASSWORD, done -> { });
    bean(RegisterDesk.class).allOrganisations().forEach(one -> organisations.put(one.id(), one));
    world.physicians().forEach(this::mark);
    SITES.forEach(this::plant);
    String hash = bean(PasswordEncoder.class).encode(PASSWORD);
    for (String place : PLACES) {
      for (Role role : Role.values()) {
        account(login(role, place), hash, role, place);
      }
    }
  }

  /** The login of whoever holds this role there. */
  static String login(Role role, String place) {
    return "scope." + role.name().toLowerCase(Locale.ROOT) + "." + place;
  }

  /** The number of the person planted at a site. */
  public static String plantedAt(String site) {
    return "planted-" + site;
  }

  /** Where a browser finds it. */
  public String url() {
    return XinghengServer.address(context);
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }


  /** The words by which persons, accounts and keys would be known. */
  List<Mark> marks() {
    return List.copyOf(marks);
  }

  void mark(Mark mark) {
    marks.add(mark);
  }

  String path(String organisation) {
    Organisation found = organisations.get(organisation);
    if (found == null) {
      throw new IllegalArgumentException("no organisation " + organisation);
    }
    return found.path();
  }

  private void mark(DemoPhysician one) {
    List<String> sites =
        new ArrayList<>(
            one.facts().stream().filter(AgreementFact.class::isInstance)
                .map(fact -> path(((AgreementFact) fact).at().value())).distinct().toList());
    sites.add(path(one.person().province()));
    mark(new Mark(one.person().id().value(), Right.SEE, sites));
    mark(new Mark(one.person().identityNumber(), Right.SEE, sites));
    one.codes().forEach(grant -> mark(new Mark(grant.code(), Right.SEE, sites)));
  }

  /** One person with a name that nobody else has, a deduction, a suspension and an opening statement at one site. */
  private void plant(String site) {
    int number = SITES.indexOf(site);
    Organisation at = organisations.get(site);
    String province = path(site).substring(0, path(site).indexOf('/'));
    PersonId id = new PersonId(plantedAt(site));
    String name = "龘" + "甲乙丙丁戊".charAt(number) + "靐";
    String digits = "3499011930010199" + (2 * number + 1);
    String code = "Zz9000000000000" + number;
    Person person =
        new Person(
            id, province, name, Sex.MALE, digits + IdentityNumber.checkDigit(digits), Category.PHYSICIAN, null,
            Title.ATTENDING, "内科", "8804990000990" + number, "1000000099" + number);
    bean(RegisterDesk.class).enter(List.of(person), List.of(new CodeGrant(code, id, LocalDate.of(2025, 1, 1), null)));
    FactDesk facts = bean(FactDesk.class);
    Given given = new Given(id, life(id.value(), at.id(), number == 0), "龘号文" + number, null);
    facts.put(province, List.of(given), null, null);
    facts.follow(province, List.of(id));
    for (String text : List.of(name, id.value(), code, person.identityNumber(), person.certificate(), person.phone())) {
      mark(new Mark(text, Right.SEE, List.of(at.path())));
    }
  }

  private static List<Fact> life(String id, String site, boolean whole) {
    String who = "\"person\": \"%s\"".formatted(id);
    String at = who + ", \"at\": \"" + site + "\"";
    List<String> facts = new ArrayList<>();
    facts.add("{\"on\": \"2025-01-01\", \"what\": \"signed\", \"id\": \"s.%s\", %s, \"through\": \"2026-12-31\"}"
        .formatted(id, at));
    if (whole) {
      facts.add("{\"on\": \"2026-02-10\", \"what\": \"deducted\", \"id\": \"d.%s\", %s, \"item\": \"3.3\", "
          .formatted(id, at) + "\"act\": \"2026-01-20\", \"served\": \"2026-02-11\"}");
      facts.add("{\"on\": \"2026-03-10\", \"what\": \"deducted\", \"id\": \"e.%s\", %s, \"item\": \"3.3\", "
          .formatted(id, at) + "\"act\": \"2026-02-20\", \"served\": \"2026-03-11\"}");
      facts.add("{\"on\": \"2026-04-07\", \"what\": \"suspended\", \"id\": \"x.%s\", %s, \"months\": 2, "
          .formatted(id, who) + "\"served\": \"2026-04-08\"}");
      facts.add("{\"on\": \"2026-09-01\", \"what\": \"stated\", \"id\": \"t.%s\", %s, \"status\": 1, \"points\": 6, "
          .formatted(id, at) + "\"last\": 2, \"source\": \"form.xlsx row 7\"}");
    }
    return FactText.read("planted", facts);
  }

  private void account(String login, String hash, Role role, String place) {
    AccountStore store = bean(AccountStore.class);
    long id = store.add(login, "账号", hash);
    store.grant(id, place, role);
    mark(new Mark(login, Right.ACCOUNTS, List.of(path(place))));
  }

  /** Somebody signed in. */
  public Visitor visitor(Role role, String place) {
    return Visitor.signedIn(url(), login(role, place), PASSWORD);
  }

  /** A new key of an institution. */
  public String key(String institution) {
    AccountStore.Account admin =
        bean(AccountStore.class).find(login(Role.ADMINISTRATOR, PROVINCE)).orElseThrow();
    return bean(KeyDesk.class).issue(admin.id(), new InstitutionId(institution), "龘key." + institution);
  }

  /** Its doors. */
  public RequestMappingHandlerMapping mapping() {
    return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  /** What every table holds, as a number per table. */
  public Map<String, String> rows() {
    JdbcClient jdbc = bean(JdbcClient.class);
    Map<String, String> rows = new LinkedHashMap<>();
    jdbc.sql("select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'"
            + " order by 1")
        .query(String.class).list()
        .forEach(
            table ->
                rows.put(
                    table,
                    jdbc.sql("select count(*) || '/' || coalesce(sum(hashtext(t::text)), 0) from " + table + " t")
                        .query(String.class).single()));
    return rows;
  }

  @Override
  public void close() {
    context.close();
  }
}
