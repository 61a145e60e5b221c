package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
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
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A small world of its own in the test house: two pooling areas, some physicians, three accounts; made once. */
final class DossierWorld {
  static final String PROVINCE = "dossier-p";
  static final String H1 = "dossier-h1";
  static final String H3 = "dossier-h3";
  static final PersonId SUSPENDED = new PersonId("dossier-suspended");
  static final PersonId RESTORED = new PersonId("dossier-restored");
  static final PersonId QUIET = new PersonId("dossier-quiet");
  static final PersonId STRANGER = new PersonId("dossier-stranger");
  static final PersonId STATED = new PersonId("dossier-stated");
  static final String NUMBER = number("34990119800101001");

  private static final String PASSWORD = "correct horse battery";
  private static final TestHouse HOUSE = TestHouse.get();
  private static final DossierWorld ONE = new DossierWorld();

  private DossierWorld() {
    organisations();
    persons();
    facts();
    account("dossier-officer", "dossier-a1", Role.OFFICER);
    account("dossier-elsewhere", "dossier-a2", Role.OFFICER);
    account("dossier-clerk", H1, Role.CLERK);
  }

  static DossierWorld get() {
    return ONE;
  }

  static String number(String digits) {
    return digits + IdentityNumber.checkDigit(digits);
  }

  private static void organisations() {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    register.enter(
        new Organisation(
            PROVINCE, null, "dossier-p/", Organisation.Kind.PROVINCE, "甲省", null, "anhui-2019", null, null));
    for (String area : List.of("1", "2")) {
      register.enter(
          new Organisation(
              "dossier-a" + area, PROVINCE, "dossier-p/dossier-a" + area + "/", Organisation.Kind.AREA,
              "第" + area + "市", "area" + area, null, null, null));
    }
    register.enter(
        new Organisation(
            H1, "dossier-a1", "dossier-p/dossier-a1/" + H1 + "/", Organisation.Kind.INSTITUTION, "望湖医院", "area1", null,
            null, 3));
    register.enter(
        new Organisation(
            H3, "dossier-a2", "dossier-p/dossier-a2/" + H3 + "/", Organisation.Kind.INSTITUTION, "临江医院", "area2", null,
            null, 2));
  }

  private static void persons() {
    int order = 0;
    for (PersonId id : List.of(SUSPENDED, RESTORED, QUIET, STRANGER, STATED)) {
      HOUSE.bean(RegisterDesk.class).enter(
          List.of(new Person(
              id, PROVINCE, "周砚" + "秋冬春夏晨".charAt(order), Sex.MALE,
              order == 0 ? NUMBER : number("3499011980010100" + (2 * order + 1)), Category.PHYSICIAN, null,
              Title.ATTENDING, "心血管内科", "11049900001271" + order, "")),
          List.of(new CodeGrant("Xx300000000000000" + order, id, LocalDate.of(2025, 1, 1), null)));
      order++;
    }
  }

  private static void facts() {
    FactDesk facts = HOUSE.bean(FactDesk.class);
    facts.put(
        PROVINCE,
        List.of(
            given(null, List.of(
                "{on: 2019-01-01, id: dh1, what: institution, institution: dossier-h1, region: area1, level: 3}",
                "{on: 2019-01-01, id: dh3, what: institution, institution: dossier-h3, region: area2, level: 2}"))),
        null, null);
    List<Fact> suspended = new ArrayList<>(read(life("s")));
    suspended.addAll(
        read(List.of(
            "{on: 2025-02-18, what: deducted, id: s-a1, person: dossier-suspended, at: dossier-h1, item: \"2.5\","
                + " act: 2025-01-21, served: 2025-02-19}",
            "{on: 2025-05-13, what: deducted, id: s-a2, person: dossier-suspended, at: dossier-h1, item: \"2.7\","
                + " act: 2025-04-22, served: 2025-05-14}",
            "{on: 2025-05-21, what: objected, id: s-o1, of: s-a2, received: 2025-05-21}",
            "{on: 2025-06-24, what: objection-answered, id: s-u1, of: s-o1, upheld: true}",
            "{on: 2026-05-11, what: measure, id: s-m1, person: dossier-suspended, kind: prescribing-stopped,"
                + " at: dossier-h1, from: 2026-05-11, through: 2026-06-10}",
            "{on: 2026-06-11, what: suspended, id: s-no, person: dossier-suspended, months: 2, served: 2026-06-11}",
            "{on: 2026-06-12, what: resumption-asked, id: s-q1, person: dossier-suspended, of: s-m1,"
                + " received: 2026-06-12}")));
    suspended.add(correction((Deducted) suspended.stream().filter(fact -> fact.id().value().equals("s-a1"))
        .findFirst().orElseThrow()));
    facts.put(PROVINCE, List.of(new Given(SUSPENDED, suspended, "第 12 号", null)), null, null);
    List<Fact> restored = read(life("r"));
    List<Fact> withdrawal = new ArrayList<>(restored);
    withdrawal.add(
        new Withdrawn(
            new Head(new FactId("r-w1"), LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 10)), new FactId("r-b3")));
    facts.put(PROVINCE, List.of(new Given(RESTORED, restored, null, null)), null, null);
    facts.put(
        PROVINCE, List.of(new Given(RESTORED, List.of(withdrawal.getLast()), null, "病历另有原件")), null, null);
    facts.put(PROVINCE, List.of(given(QUIET, List.of(
        "{on: 2026-03-02, id: q-s, what: signed, person: dossier-quiet, at: dossier-h1, through: 2026-12-31}"))), null,
        null);
    facts.put(PROVINCE, List.of(given(STRANGER, List.of(
        "{on: 2026-03-02, id: t-s, what: signed, person: dossier-stranger, at: dossier-h3, through: 2026-12-31}"))),
        null, null);
    facts.put(PROVINCE, List.of(given(STATED, List.of(
        "{on: 2026-03-02, id: u-s, what: signed, person: dossier-stated, at: dossier-h1, through: 2026-12-31}",
        "{on: 2026-06-01, id: u-t, what: stated, person: dossier-stated, at: dossier-h1, status: 1, points: 6, last: 2,"
            + " source: form.xlsx row 7}"))),
        null, null);
  }

  /** Nine points in 2026 and a suspension of two months; the ids begin with a letter. */
  private static List<String> life(String letter) {
    String person = letter.equals("s") ? "dossier-suspended" : "dossier-restored";
    String at = ", person: " + person + ", at: dossier-h1";
    return List.of(
        "{on: 2025-01-01, what: signed, id: " + letter + "-s" + at + ", through: 2026-12-31}",
        "{on: 2026-02-10, what: deducted, id: " + letter + "-b1" + at + ", item: \"3.3\", act: 2026-01-20,"
            + " served: 2026-02-11}",
        "{on: 2026-03-10, what: deducted, id: " + letter + "-b2" + at + ", item: \"2.1\", act: 2026-02-25,"
            + " served: 2026-03-11}",
        "{on: 2026-04-01, what: deducted, id: " + letter + "-b3" + at + ", item: \"1.1\", act: 2026-03-20,"
            + " served: 2026-04-02}",
        "{on: 2026-04-07, what: suspended, id: " + letter + "-x1, person: " + person + ", months: 2,"
            + " served: 2026-04-08}");
  }

  private static Fact correction(Deducted as) {
    Head head = new Head(new FactId("s-c1"), LocalDate.of(2025, 3, 4), LocalDate.of(2025, 3, 4));
    return new Corrected(
        head, as.id(),
        new Deducted(
            as.head(), as.person(), as.at(), "1.3", as.times(), as.actFrom(), as.actThrough(), as.incident(),
            as.decision(), as.served(), as.loss(), as.responsibility()));
  }

  private static Given given(@Nullable PersonId person, List<String> facts) {
    return new Given(person, read(facts), null, null);
  }

  private static List<Fact> read(List<String> facts) {
    return FactText.read("world", facts.stream().map(DossierWorld::json).toList());
  }

  /** The short form of the cases as JSON. */
  private static String json(String fact) {
    String quoted = fact.replaceAll("([a-z-]+): ", "\"$1\": ").replaceAll(": ([A-Za-z0-9][^,}\"]*)", ": \"$1\"");
    return quoted.replaceAll("\"(months|level|status|points|last)\": \"(\\d+)\"", "\"$1\": $2")
        .replaceAll(": \"(true|false)\"", ": $1");
  }

  private static void account(String login, String organisation, Role role) {
    AccountStore accounts = HOUSE.bean(AccountStore.class);
    long id = accounts.add(login, login, HOUSE.bean(PasswordEncoder.class).encode(PASSWORD));
    accounts.grant(id, organisation, role);
  }

  /** Somebody at a browser. */
  static final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    /** Signs in. */
    static Browser of(String login) {
      DossierWorld.get();
      Browser browser = new Browser();
      String page = browser.get("/sign-in").body();
      browser.post("/sign-in", page, "&login=" + login + "&password=" + PASSWORD.replace(' ', '+'));
      return browser;
    }

    HttpResponse<String> get(String path, String... headers) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(HOUSE.url() + path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return send(request.build());
    }

    /** Posts a form with the token of a page. */
    HttpResponse<String> post(String path, String page, String fields) {
      Matcher token = TOKEN.matcher(page);
      if (!token.find()) {
        throw new IllegalStateException("no form on the page: " + page);
      }
      return send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(1) + fields)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
