package cn.xingheng.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("工作日历的页面")
class CalendarPagesTest {
  private static final TestHouse HOUSE = TestHouse.get();
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern PENDING = Pattern.compile("/calendar/pending/([0-9]+)");
  private static final int YEAR = 9_000;

  static {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    register.enter(
        new Organisation("cal-p", null, "cal-p/", Organisation.Kind.PROVINCE, "历省", null, "anhui-2019", null, null));
    register.enter(
        new Organisation(
            "cal-a", "cal-p", "cal-p/cal-a/", Organisation.Kind.AREA, "历市", "cal", null, null, null));
    account("cal.one", "cal-p", Role.ADMINISTRATOR);
    account("cal.two", "cal-p", Role.ADMINISTRATOR);
    account("cal.area", "cal-a", Role.ADMINISTRATOR);
    account("cal.officer", "cal-p", Role.OFFICER);
  }

  private static void account(String login, String organisation, Role role) {
    AccountStore store = HOUSE.bean(AccountStore.class);
    store.grant(store.add(login, login, HOUSE.bean(PasswordEncoder.class).encode(PASSWORD)), organisation, role);
  }

  /** One browser with its cookies. */
  private static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    Browser(String login) throws IOException, InterruptedException {
      post("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
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
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private static String text(String off) {
    return "year: " + YEAR + "\nnotices:\n  - {number: 国办发明电〔" + YEAR + "〕1号, title: 通知, date: " + YEAR
        + "-01-02}\noff:\n  - " + YEAR + "-" + off + "\nwork: []\n";
  }

  private static Optional<Boolean> working(String day) {
    return HOUSE.bean(CalendarDesk.class).current().working(LocalDate.parse(YEAR + "-" + day));
  }

  private static String load(Browser who, String off, String key) throws Exception {
    HttpResponse<String> done =
        who.post("/calendar/load", "/calendar/record", Map.of("body", text(off), "source", "试", "key", key));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("另一位管理员");
    Matcher id = PENDING.matcher(done.body());
    String last = "";
    while (id.find()) {
      last = id.group(1);
    }
    return last;
  }

  @Test
  @DisplayName("两人装入一年：先看结果，一人记下，本人不能确认，另一人确认后立即生效；以后的版本才能改它")
  void twoPersonsLoadAYear() throws Exception {
    Browser one = new Browser("cal.one");
    Browser two = new Browser("cal.two");
    HttpResponse<String> tried =
        one.post("/calendar/load", "/calendar/try", Map.of("body", text("01-01"), "source", "试"));
    assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
    assertThat(tried.body()).contains("还没有记录任何内容").contains("现在没有 " + YEAR + " 年的日历");
    assertThat(working("01-01")).as("a dry run changes nothing").isEmpty();
    String first = load(one, "01-01", "calendar-key-1");
    assertThat(load(one, "01-01", "calendar-key-1")).as("the same write again is one version").isEqualTo(first);
    assertThat(working("01-01")).as("one person does not put it in force").isEmpty();
    String second = load(one, "03-03", "calendar-key-2");
    assertThat(one.get("/calendar/pending/" + first).body()).contains("要由另一位管理员核对");
    assertThat(one.post("/calendar/load", "/calendar/pending/" + first + "/confirm", Map.of()).statusCode())
        .isEqualTo(403);
    HttpResponse<String> confirmed =
        two.post("/calendar/pending/" + first, "/calendar/pending/" + first + "/confirm", Map.of());
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    assertThat(working("01-01")).contains(false);
    assertThat(working("03-03")).contains(true);
    assertThat(one.post("/calendar/load", "/calendar/try", Map.of("body", text("01-01"), "source", "试")).statusCode())
        .as("nothing new").isEqualTo(422);
    two.post("/calendar/pending/" + second, "/calendar/pending/" + second + "/confirm", Map.of());
    assertThat(working("01-01")).as("a later version corrects").contains(true);
    assertThat(working("03-03")).contains(false);
    long end = System.nanoTime() + 30_000_000_000L;
    while (HOUSE.bean(ChangeDesk.class).unfollowed() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(HOUSE.bean(ChangeDesk.class).unfollowed()).as("projections are made anew").isZero();
  }

  @Test
  @DisplayName("数据库也不许一人做两件事，也不许改")
  void theDatabaseInsists() throws Exception {
    Browser two = new Browser("cal.two");
    String id = load(two, "05-05", "calendar-key-5");
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    String confirm =
        "insert into calendar_confirmation (calendar_year, account, recorded_at)"
            + " select id, account, now() from calendar_year where id = " + id;
    assertThatThrownBy(() -> jdbc.sql(confirm).update()).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("update calendar_year set body = '' where id = " + id).update())
        .isInstanceOf(DataAccessException.class);
    assertThat(jdbc.sql("select count(*) from calendar_confirmation where calendar_year = " + id).query(Long.class)
        .single()).isZero();
  }

  @Test
  @DisplayName("写错的一年：说出第几行、原文和哪里不对；随系统提供的年份不能改；范围不够的人不能装")
  void faultsAreNamed() throws Exception {
    Browser one = new Browser("cal.one");
    HttpResponse<String> faulty =
        one.post(
            "/calendar/load", "/calendar/try", Map.of("body", text("01-01") + "extra: 1\n", "source", "试"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("<code>extra: 1</code>").contains("没有装入");
    int shipped = HolidayTables.shippedYears().getLast().year();
    String text = text("01-01").replace(String.valueOf(YEAR), String.valueOf(shipped));
    HttpResponse<String> fixed = one.post("/calendar/load", "/calendar/try", Map.of("body", text, "source", "试"));
    assertThat(fixed.statusCode()).isEqualTo(422);
    assertThat(fixed.body()).contains("随系统提供，不能改");
    assertThat(one.post("/calendar/load", "/calendar/try", Map.of("body", " ")).statusCode()).isEqualTo(422);
    assertThat(
            new Browser("cal.area").post("/calendar/load", "/calendar/try", Map.of("body", text("01-01")))
                .statusCode())
        .isEqualTo(403);
    Browser officer = new Browser("cal.officer");
    assertThat(officer.get("/calendar/load").statusCode()).isEqualTo(403);
    assertThat(officer.get("/calendar").body()).contains("随系统提供").contains("12 月");
    assertThat(officer.get("/calendar?year=" + shipped + "&lang=en").body()).contains("Work calendar");
    assertThat(officer.get("/calendar?year=1990").statusCode()).isEqualTo(404);
  }
}
