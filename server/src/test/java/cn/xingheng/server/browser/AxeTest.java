package cn.xingheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.demo.Notable;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.Open;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("无障碍：每一种页面，空的、填好的、被拒绝的、出错的，中文和英文")
final class AxeTest {
  private static final String LOUD = "没有 Chromium，无障碍测试没有运行。 NO CHROMIUM: the accessibility tests did not run";
  private static final String SUBMIT =
      "() => { const form = document.querySelector('main form[method=post]:not([action$=\"/revoke\"])');"
          + " form.noValidate = true; const step = document.createElement('input'); step.type = 'hidden';"
          + " step.name = 'step'; step.value = 'record'; form.append(step); form.submit(); }";
  private static @Nullable Chromium chromium;
  private static @Nullable DemoHouse house;

  @BeforeAll
  static void open() {
    chromium = Chromium.open().orElse(null);
    if (chromium == null) {
      LoggerFactory.getLogger(AxeTest.class).error(LOUD);
    }
    assumeTrue(chromium != null, LOUD);
    house = new DemoHouse();
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static DemoHouse house() {
    return Objects.requireNonNull(house);
  }

  private static Walker walker(String login, String language) {
    Walker walker = new Walker(house(), Objects.requireNonNull(chromium));
    walker.signIn(login);
    walker.go("/account?lang=" + language);
    return walker;
  }

  private static String person(String key) {
    return "/physicians/" + house().notable(key).person();
  }

  private static void all(Walker walker, String... paths) {
    for (String path : paths) {
      assertThat(walker.go(path).status()).as(path).isEqualTo(200);
      walker.isAccessible(path);
    }
  }

  /** Sends the first form of the page as it stands, and looks at the answer, which is a refusal. */
  private static void refused(Walker walker, String path) {
    walker.go(path);
    Page page = walker.page();
    var answer = page.waitForNavigation(() -> page.evaluate(SUBMIT));
    assertThat(Objects.requireNonNull(answer).status()).as(path).isIn(400, 404, 409, 422);
    walker.isAccessible("refused " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("机构：名单、页面、来历，四种表单，空的和被拒绝的")
  void institutions(String language) {
    try (Walker officer = walker("hefei-officer", language)) {
      all(officer, "/institutions", "/institutions/H34990000001", "/institutions/H34990000008",
          "/institutions/H34990000001/trail", "/institutions/H34990000001/halt", "/institutions/H34990000001/end",
          "/institutions/H34990000001/open", "/institutions/H34990000008/restore",
          "/institutions/H34990000001/crosswalk");
      refused(officer, "/institutions/H34990000001/halt");
      refused(officer, "/institutions/H34990000001/restore");
      refused(officer, "/institutions/H34990000001/crosswalk");
      officer.go("/institutions/H34990000001/halt");
      officer.page().fill("#document", "医保〔2026〕1号");
      officer.page().click("button[name=step][value=preview]");
      officer.page().waitForLoadState();
      officer.isAccessible("halt, looked at");
    }
    try (Walker officer = walker("lyg-officer", language)) {
      all(officer, "/institutions/H34990000046");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("决定的表单：空的、被拒绝的")
  void decisions(String language) {
    try (Walker officer = walker("hefei-officer", language)) {
      for (String path : forms()) {
        all(officer, path);
        refused(officer, path);
      }
    }
  }

  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (String act : List.of("deduct", "suspend", "terminate")) {
      forms.add(person("what-if") + "/" + act);
    }
    forms.add(fact("suspended", "deducted", "withdraw"));
    forms.add(fact("suspended", "deducted", "correct"));
    forms.add(fact("suspended", "suspended", "correct"));
    forms.add(fact("not-yet", "suspended", "defer"));
    forms.add(fact("unresolved", "stated", "settle"));
    return forms;
  }

  private static String fact(String key, String kind, String act) {
    Notable one = house().notable(key);
    String id =
        house().bean(FactDesk.class).gather(one.person()).facts().stream()
            .filter(fact -> fact.kind().word().equals(kind)).findFirst().orElseThrow().id().value();
    return person(key) + "/facts/" + id + "/" + act;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("规则、日历、结算核查、名单、档案、登录、自己的账号")
  void readers(String language) {
    try (Walker officer = walker("hefei-officer", language)) {
      all(officer, "/physicians", "/physicians?q=没有这个人", "/physicians?standing=suspended", person("suspended"),
          person("terminated"), person("unresolved"), person("multi-site"), person("suspended") + "/trail/standing",
          "/rules", "/rules/anhui-2019", "/rules/anhui-2019/cases", "/rules/lianyungang-2012", "/calendar", "/claims",
          "/claims?who=nobody&institution=H34990000001&on=2026-06-16T10:00&setting=outpatient", "/account");
      refused(officer, "/account");
    }
    try (Walker stranger = new Walker(house(), Objects.requireNonNull(chromium))) {
      all(stranger, "/sign-in?lang=" + language, "/sign-in?failed", "/sign-in?out", "/sign-in?stale");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("管理：账号、机构、密钥、载入日历，空的、被拒绝的、看过的")
  void administration(String language) {
    try (Walker admin = walker("admin", language)) {
      all(admin, "/accounts", "/accounts/2", "/organisations", "/organisations/p-anhui", "/organisations/a-hefei",
          "/organisations/H34990000001", "/keys", "/hooks", "/calendar/load");
      for (String path : List.of(
          "/accounts", "/accounts/2", "/organisations/a-hefei", "/keys", "/hooks", "/calendar/load")) {
        refused(admin, path);
      }
      admin.go("/calendar/load");
      admin.page().fill("textarea[name=body]", "year: 2052\nnotices:\n  - {number: 国办发明电〔2052〕1号, title: 通知, "
          + "date: 2051-11-02}\noff:\n  - 2052-05-01\nwork: []\n");
      admin.page().locator("main form button.main").first().click();
      admin.page().waitForLoadState();
      admin.isAccessible("calendar, looked at");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("导入：没有批次、被拒绝、读不懂、看过有错行、没有记录")
  void imports(String language) throws IOException {
    ByteArrayOutputStream none = new ByteArrayOutputStream();
    ArchiveForm.writeXlsx(none, "登记表", List.of());
    try (Walker officer = walker("wuhu-officer", language)) {
      all(officer, "/imports");
      refused(officer, "/imports");
      handIn(officer, "空.xlsx", none.toByteArray());
      officer.isAccessible("import, no rows");
      handIn(officer, "乱.xlsx", "不是表格".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      officer.isAccessible("import, unreadable");
      officer.go("/imports");
      officer.isAccessible("imports, some");
    }
  }

  private static void handIn(Walker officer, String name, byte[] content) {
    officer.go("/imports");
    Page page = officer.page();
    page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", content));
    page.fill("#asOf", DemoHouse.TODAY.toString());
    page.fill("#from", "2026-01-01");
    page.click("form[enctype] button.main");
    page.waitForURL("**/imports/*");
    page.locator("svg.progress").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.waitForLoadState();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("错页：没有权限、没有这一页、请求不对、程序故障、数据库不在")
  void errors(String language) throws Exception {
    RequestMappingHandlerMapping mapping =
        house().mapping();
    List<RequestMappingInfo> hung = new ArrayList<>();
    for (String name : List.of("fault", "away")) {
      RequestMappingInfo info =
          RequestMappingInfo.paths("/planted/" + name).methods(RequestMethod.GET)
              .options(mapping.getBuilderConfiguration()).build();
      mapping.registerMapping(info, new Broken(), Broken.class.getMethod(name));
      hung.add(info);
    }
    try (Walker clerk = walker("luchong", language)) {
      error(clerk, "/accounts", 403);
      error(clerk, "/nowhere", 404);
      error(clerk, "/physicians?asOf=x", 400);
      error(clerk, "/planted/fault", 500);
      error(clerk, "/planted/away", 503);
    } finally {
      hung.forEach(mapping::unregisterMapping);
    }
  }

  private static void error(Walker walker, String path, int status) {
    assertThat(walker.go(path).status()).as(path).isEqualTo(status);
    walker.isAccessible(path);
  }

  /** Doors that do not work. */
  public static final class Broken {

    /** A fault of the program. */
    @Open
    public String fault() {
      throw new IllegalStateException("planted");
    }

    /** The database away. */
    @Open
    public String away() {
      throw new CannotGetJdbcConnectionException("planted");
    }
  }

  @Test
  @DisplayName("反证：没有名称的按钮、没有标签的输入框查得出来")
  void plantedFaultIsFound() {
    try (Walker officer = walker("hefei-officer", "zh")) {
      officer.go("/physicians");
      officer.page().evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', "
          + "'<button></button><input name=\"x\">')");
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> officer.isAccessible("planted"))
          .isInstanceOf(AssertionError.class).hasMessageContaining("button-name").hasMessageContaining("label");
    }
  }
}
