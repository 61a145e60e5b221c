package cn.xingheng.server.house.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.TestHouse;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("账号：新增、角色、停用、改密码")
class AccountPagesTest {
  private static final String PASSWORD = "river-boat-lantern-7";
  private static final String OTHER = "seven-lanterns-on-a-boat";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final TestHouse HOUSE = TestHouse.get();

  @BeforeAll
  static void makeTree() {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    enter(register, "acc", null, Organisation.Kind.PROVINCE, "账号省医保中心");
    enter(register, "acc-area", "acc", Organisation.Kind.AREA, "账号市医保中心");
    enter(register, "acc-other", "acc", Organisation.Kind.AREA, "外市医保中心");
    account("acc.admin", "acc-area", Role.ADMINISTRATOR);
    account("acc.officer", "acc-area", Role.OFFICER);
    account("acc.outside", "acc-other", Role.OFFICER);
  }

  private static void enter(
      RegisterDesk register, String id, String parent, Organisation.Kind kind, String name) {
    String path = parent == null ? id + "/" : parent + "/" + id + "/";
    String edition = parent == null ? "any" : null;
    String region = parent == null ? null : id;
    register.enter(new Organisation(id, parent, path, kind, name, region, edition, null, null));
  }

  private static long account(String login, String organisation, Role role) {
    AccountStore store = HOUSE.bean(AccountStore.class);
    long id = store.add(login, login + " 的姓名", HOUSE.bean(PasswordEncoder.class).encode(PASSWORD));
    store.grant(id, organisation, role);
    return id;
  }

  /** One browser with its cookies. */
  private static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String from, String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      Matcher token = TOKEN.matcher(get(from).body());
      assertThat(token.find()).as("a form on " + from).isTrue();
      String body =
          "_csrf=" + encoded(token.group(1))
              + fields.entrySet().stream().map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                  .collect(Collectors.joining());
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
              .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(),
          BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(String login, String password) throws IOException, InterruptedException {
      return post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> fresh(String key, String login, String organisation, String role) {
    return Map.of(
        "key", key, "login", login, "name", "新来的人", "organisation", organisation, "role", role, "password",
        PASSWORD, "again", PASSWORD);
  }

  private static long id(String login) {
    return HOUSE.bean(AccountStore.class).find(login).orElseThrow().id();
  }

  @Test
  @DisplayName("新增一次只有一个账号；同一次再送一遍也是；停用以后，已登录的也出去")
  void addAndClose() throws Exception {
    Browser admin = new Browser();
    admin.signIn("acc.admin", PASSWORD);
    String key = UUID.randomUUID().toString();
    HttpResponse<String> made = admin.post("/accounts", "/accounts", fresh(key, "acc.new", "acc-area", "OFFICER"));
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.body()).contains("已新增账号 acc.new");
    HttpResponse<String> again = admin.post("/accounts", "/accounts", fresh(key, "acc.new", "acc-area", "OFFICER"));
    assertThat(again.uri()).isEqualTo(made.uri());
    Browser officer = new Browser();
    officer.signIn("acc.new", PASSWORD);
    assertThat(officer.get("/account").body()).contains("我的账号").contains("新来的人");
    String one = "/accounts/" + id("acc.new");
    HttpResponse<String> closed = admin.post(one, one + "/active", Map.of("active", "false"));
    assertThat(closed.body()).contains("已停用账号 acc.new");
    assertThat(officer.get("/account").uri().getPath()).isEqualTo("/sign-in");
    assertThat(new Browser().signIn("acc.new", PASSWORD).body()).contains("账号或密码不对");
  }

  @Test
  @DisplayName("管不到范围以外的单位和账号，没有这项权的人打不开")
  void scope() throws Exception {
    Browser admin = new Browser();
    admin.signIn("acc.admin", PASSWORD);
    assertThat(admin.get("/accounts").body()).contains("acc.officer").doesNotContain("acc.outside");
    assertThat(admin.get("/accounts/" + id("acc.outside")).statusCode()).isEqualTo(404);
    String key = UUID.randomUUID().toString();
    HttpResponse<String> abroad =
        admin.post("/accounts", "/accounts", fresh(key, "acc.abroad", "acc-other", "OFFICER"));
    assertThat(abroad.statusCode()).isEqualTo(404);
    assertThat(HOUSE.bean(AccountStore.class).find("acc.abroad")).isEmpty();
    String own = "/accounts/" + id("acc.admin");
    assertThat(admin.post("/accounts", own + "/active", Map.of("active", "false")).statusCode()).isEqualTo(422);
    Browser officer = new Browser();
    officer.signIn("acc.officer", PASSWORD);
    assertThat(officer.get("/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("改自己的密码：这里不用重新登录，别处的登录失效，旧密码不再能用")
  void ownPassword() throws Exception {
    account("acc.changer", "acc-area", Role.OFFICER);
    Browser here = new Browser();
    Browser elsewhere = new Browser();
    here.signIn("acc.changer", PASSWORD);
    elsewhere.signIn("acc.changer", PASSWORD);
    HttpResponse<String> wrong =
        here.post("/account", "/account/password", Map.of("now", OTHER, "password", OTHER, "again", OTHER));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("现在的密码不对");
    HttpResponse<String> changed =
        here.post("/account", "/account/password", Map.of("now", PASSWORD, "password", OTHER, "again", OTHER));
    assertThat(changed.body()).contains("密码已改");
    assertThat(elsewhere.get("/account").uri().getPath()).isEqualTo("/sign-in");
    assertThat(here.get("/account").uri().getPath()).isEqualTo("/account");
    assertThat(new Browser().signIn("acc.changer", PASSWORD).body()).contains("账号或密码不对");
    assertThat(new Browser().signIn("acc.changer", OTHER).uri().getPath()).isNotEqualTo("/sign-in");
  }

  @Test
  @DisplayName("连续输错五次须等，输对也不行，句子说到什么时候；没有这个账号的也一样")
  void tooMany() throws Exception {
    account("acc.guessed", "acc-area", Role.OFFICER);
    for (String login : new String[] {"acc.guessed", "acc.nobody"}) {
      Browser guesser = new Browser();
      for (int time = 1; time < Attempts.LOGIN_LIMIT; time++) {
        assertThat(guesser.signIn(login, "wrong").body()).contains("账号或密码不对");
      }
      assertThat(guesser.signIn(login, "wrong").body()).contains("请在 10:10 以后再试");
      assertThat(guesser.signIn(login, PASSWORD).body()).contains("请在 10:10 以后再试");
    }
  }

  @Test
  @DisplayName("令牌不对的表单不写任何内容，有一页说明")
  void staleForm() throws Exception {
    Browser admin = new Browser();
    admin.signIn("acc.admin", PASSWORD);
    HttpResponse<String> stale =
        admin.client.send(
            HttpRequest.newBuilder(URI.create(HOUSE.url() + "/accounts")).POST(BodyPublishers.ofString("_csrf=x"))
                .header("Content-Type", "application/x-www-form-urlencoded").build(),
            BodyHandlers.ofString());
    assertThat(stale.statusCode()).isEqualTo(403);
    assertThat(stale.body()).contains("已经失效，没有记录任何内容");
  }
}
