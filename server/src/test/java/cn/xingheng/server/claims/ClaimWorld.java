package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.demo.DemoPhysician;
import cn.xingheng.server.demo.DemoWorld;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The seeded world in the test house, with a key and accounts of its own; made once. */
public final class ClaimWorld {
  public static final TestHouse HOUSE = TestHouse.get();
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final ClaimWorld ONE = new ClaimWorld();

  final DemoWorld world = DemoWorld.plan(7, TestHouse.TODAY, 600);
  /** Everybody. */
  public final List<DemoPhysician> physicians;
  /** The institution of the key. */
  public final InstitutionId holder = world.keyHolder();
  /** An administrator of the province. */
  public final long account;
  /** The key. */
  public final String key;

  private ClaimWorld() {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    FactDesk facts = HOUSE.bean(FactDesk.class);
    world.organisations().forEach(register::enter);
    world.institutionFacts().forEach(
        (province, given) -> facts.put(province, List.of(new Given(null, given, null, null)), null, null));
    physicians = world.physicians().toList();
    physicians.stream().collect(Collectors.groupingBy(one -> one.person().province())).forEach(this::moveIn);
    String province = physicians.getFirst().person().province();
    account = account("claims.admin", province, Role.ADMINISTRATOR);
    account("claims.second", province, Role.ADMINISTRATOR);
    account("claims.officer", province, Role.OFFICER);
    account("claims.clerk", holder.value(), Role.CLERK);
    key = HOUSE.bean(KeyDesk.class).issue(account, holder, "测试");
  }

  /** The one there is. */
  public static ClaimWorld get() {
    return ONE;
  }

  private void moveIn(String province, List<DemoPhysician> theirs) {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    FactDesk facts = HOUSE.bean(FactDesk.class);
    register.enter(
        theirs.stream().map(DemoPhysician::person).toList(),
        theirs.stream().flatMap(one -> one.codes().stream()).toList());
    facts.put(
        province, theirs.stream().map(one -> new Given(one.person().id(), one.facts(), null, null)).toList(), null,
        null);
    facts.follow(province, theirs.stream().map(DemoPhysician::person).map(Person::id).toList());
  }

  /** Those whose agreement with the institution of the key is in force today. */
  public List<DemoPhysician> inForce() {
    SnapshotDesk snapshots = HOUSE.bean(SnapshotDesk.class);
    return physicians.stream().filter(one -> !one.codes().isEmpty())
        .filter(
            one -> {
              Timeline timeline = snapshots.current().codes().find(one.codes().getFirst().code());
              Stay stay = timeline == null ? null : timeline.stays().get(holder.value());
              return stay != null && stay.covers(TestHouse.TODAY) && stay.on(TestHouse.TODAY).inForce();
            })
        .toList();
  }

  /** Somebody leaves the institution of the key, today. */
  public void leave(DemoPhysician one) {
    PersonId person = one.person().id();
    HOUSE.bean(FactDesk.class).record(
        new Recording(
            admin(), person, TestHouse.TODAY, head -> new Left(head, person, holder), null, null,
            "leaves-today-" + person));
  }

  /** Who administers the province. */
  Viewer admin() {
    return new Viewer(account, "claims.admin", "claims.admin", HOUSE.bean(AccountStore.class).roles(account));
  }

  static long account(String login, String organisation, Role role) {
    AccountStore store = HOUSE.bean(AccountStore.class);
    long id = store.add(login, login, HOUSE.bean(PasswordEncoder.class).encode(PASSWORD));
    store.grant(id, organisation, role);
    return id;
  }

  /** Every institution of the world. */
  List<InstitutionId> institutions() {
    return world.organisations().stream()
        .filter(one -> one.kind() == Organisation.Kind.INSTITUTION)
        .map(one -> new InstitutionId(one.id()))
        .toList();
  }

  /** Every code of the world. */
  List<String> codes() {
    List<String> codes = new ArrayList<>();
    physicians.forEach(one -> one.codes().forEach(grant -> codes.add(grant.code())));
    return codes;
  }

  /** Sends a body through the machine door. */
  static HttpResponse<String> ask(@Nullable String key, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(HOUSE.url() + "/api/v1/claims/check"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return send(request.build());
  }

  /** Sends a request. */
  public static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** A browser in which somebody is signed in. */
  public static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    public Browser(String login) throws IOException, InterruptedException {
      post("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String from, String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      Matcher token = TOKEN.matcher(get(from).body());
      String csrf = token.find() ? token.group(1) : "";
      String body =
          "_csrf=" + encoded(csrf)
              + fields.entrySet().stream().map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                  .collect(Collectors.joining());
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
