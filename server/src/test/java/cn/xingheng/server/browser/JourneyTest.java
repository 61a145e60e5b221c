package cn.xingheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.demo.Notable;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

@DisplayName("在真浏览器里走一遍")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class JourneyTest {
  private static final String LOUD =
      "没有 Chromium，浏览器测试没有运行。 NO CHROMIUM: the browser tests did not run;"
          + " apt-get install -y --no-install-recommends chromium fonts-noto-cjk";
  private static @Nullable Chromium chromium;
  private static @Nullable DemoHouse house;
  private static LocalDate effect = LocalDate.MIN;

  @BeforeAll
  static void open() {
    chromium = Chromium.open().orElse(null);
    if (chromium == null) {
      LoggerFactory.getLogger(JourneyTest.class).error(LOUD);
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

  private static Walker walker() {
    return new Walker(house(), Objects.requireNonNull(chromium));
  }

  @Test
  @Order(1)
  @DisplayName("导入登记表：先看结果，错行退回，正确的行入册，能查到")
  void importsTheForm() throws IOException {
    try (Walker officer = walker()) {
      officer.signIn("hefei-officer");
      officer.go("/imports");
      officer.isAccessible("imports");
      Page page = officer.page();
      page.setInputFiles("#file", new FilePayload("登记表.xlsx", "application/octet-stream", form()));
      page.fill("#asOf", DemoHouse.TODAY.toString());
      page.fill("#from", "2026-01-01");
      page.fill("#through", "2027-12-31");
      page.click("form[enctype] button.main");
      page.waitForSelector("#which-accepted", new Page.WaitForSelectorOptions().setTimeout(60_000));
      assertThat(officer.says()).contains("1 行");
      officer.isAccessible("import, dry run");
      officer.picture("import");
      page.check("#which-accepted");
      page.click("form[action$='/take'] button.main");
      page.waitForSelector("#undo", new Page.WaitForSelectorOptions().setTimeout(60_000));
      officer.isAccessible("import, taken");
      officer.go("/physicians?q=" + "新来远");
      assertThat(officer.find("table a.name").allInnerTexts()).containsExactly("新来远");
      assertThat(officer.complaints()).isEmpty();
    }
  }

  @Test
  @Order(2)
  @DisplayName("查人、看档案、看记录后会怎样、记录扣分，所示与所成一致")
  void deductsAfterSeeingWhatFollows() {
    Notable person = house().notable("what-if");
    try (Walker officer = walker()) {
      officer.signIn("hefei-officer");
      officer.go("/physicians?q=" + person.name());
      officer.isAccessible("list, one row");
      officer.find("table a.name").first().click();
      officer.page().waitForURL("**/physicians/" + person.person());
      assertThat(officer.says()).contains("有效").contains("8");
      officer.isAccessible("dossier");
      officer.page().keyboard().press("d");
      officer.page().waitForURL("**/deduct");
      fillDeduction(officer);
      Locator panel = officer.find("#whatif");
      panel.locator("[data-part=choice]").first().waitFor();
      assertThat(panel.innerText()).contains("10").contains("可以");
      officer.isAccessible("deduction, filled");
      officer.picture("deduction");
      officer.find("#confirm button.adverse").click();
      officer.page().waitForURL("**/physicians/" + person.person() + "*");
      assertThat(officer.find("#said").innerText()).contains("10");
      assertThat(officer.says()).contains("有效");
      assertThat(officer.complaints()).isEmpty();
    }
  }

  @Test
  @Order(3)
  @DisplayName("暂停：从合法的一天起结算被拒，急诊照付")
  void suspendsFromTheLawfulDay() {
    Notable person = house().notable("what-if");
    try (Walker officer = walker()) {
      officer.signIn("hefei-officer");
      officer.go("/physicians/" + person.person() + "/suspend");
      Page page = officer.page();
      page.locator("input[type=radio][name=ground]").first().check();
      page.fill("#document", "合医保中心停〔2026〕12号");
      page.fill("#servedPerson", DemoHouse.TODAY.toString());
      page.fill("#servedInstitution", DemoHouse.TODAY.toString());
      page.fill("#text", "年内累计扣分达到可以暂停的档次，情节反复，决定暂停。");
      page.keyboard().press("Tab");
      page.locator("input[type=radio][name=length]").first().check();
      page.waitForFunction("() => document.querySelector('#from').value !== ''");
      page.locator("#confirm button.adverse:not([disabled])").waitFor();
      officer.isAccessible("suspension, filled");
      LocalDate first = LocalDate.parse(Objects.requireNonNull(page.inputValue("#from")));
      assertThat(first).isAfter(DemoHouse.TODAY.plusDays(15));
      officer.find("#confirm button.adverse").click();
      page.waitForURL("**/physicians/" + person.person() + "*");
      assertThat(officer.says()).contains("有效");
      effect = first;
      house().today(first);
      officer.go("/physicians/" + person.person());
      assertThat(officer.says()).contains("暂停");
      officer.isAccessible("dossier, suspended");
      officer.picture("dossier");
      assertThat(verdict(officer, person, first, "outpatient")).contains("不付");
      officer.isAccessible("claims, answered");
      assertThat(verdict(officer, person, first, "emergency")).contains("照付");
    }
  }

  @Test
  @Order(4)
  @DisplayName("撤销扣分：暂停失去依据，资格恢复，结算照付")
  void withdrawsAndRestores() {
    Notable person = house().notable("what-if");
    try (Walker officer = walker()) {
      officer.signIn("hefei-officer");
      officer.go("/physicians/" + person.person());
      String newest =
          officer.find("tr[id^=deduction-]").evaluateAll(
              "rows => rows.map(row => row.id.substring(10)).filter(id => id.startsWith('f'))[0]").toString();
      officer.go("/physicians/" + person.person() + "/facts/" + newest + "/withdraw");
      officer.page().fill("#text", "复核后查明就诊人身份无误，原扣分撤销。");
      officer.page().fill("#document", "合医保中心撤〔2026〕3号");
      officer.page().keyboard().press("Tab");
      officer.page().locator("#whatif [data-part=sanctions]").waitFor();
      officer.isAccessible("withdrawal, filled");
      officer.find("#confirm button.adverse").click();
      officer.page().waitForURL("**/physicians/" + person.person() + "*");
      officer.go("/physicians/" + person.person());
      assertThat(officer.find(".answer .say").first().innerText()).contains("有效");
      assertThat(verdict(officer, person, effect, "outpatient")).contains("付").doesNotContain("不付");
      house().today(DemoHouse.TODAY);
    }
  }

  @Test
  @Order(5)
  @DisplayName("名单、机构、规则、日历、空页、错页：无障碍检查没有违规")
  void everyKindOfPageIsAccessible() {
    try (Walker officer = walker()) {
      officer.go("/sign-in");
      officer.isAccessible("sign-in");
      officer.signIn("hefei-officer");
      for (String path : List.of(
          "/physicians", "/physicians?standing=suspended", "/physicians?q=没有这个人", "/institutions",
          "/institutions/" + house().notable("suspended").at(), "/claims", "/rules", "/calendar", "/imports",
          "/physicians/" + house().notable("suspended").person(),
          "/physicians/" + house().notable("terminated").person(),
          "/physicians/" + house().notable("unresolved").person(),
          "/physicians/" + house().notable("suspended").person() + "/trail/points",
          "/physicians/" + house().notable("terminated").person() + "/deduct", "/nowhere")) {
        officer.go(path);
        officer.isAccessible(path);
      }
      officer.go("/physicians");
      officer.picture("list");
      officer.go("/physicians/" + house().notable("suspended").person() + "?lang=en");
      officer.isAccessible("dossier in English");
      assertThat(officer.says()).contains("Suspended");
    }
  }

  @Test
  @Order(6)
  @DisplayName("机构医保办只看见本机构的医师")
  void aClerkSeesTheOwnPhysiciansOnly() {
    try (Walker clerk = walker()) {
      clerk.signIn("luchong");
      clerk.go("/physicians?size=100");
      assertThat(clerk.find("table a.name").count()).isPositive();
      assertThat(clerk.go("/physicians/" + house().notable("suspended").person()).status()).isEqualTo(404);
      clerk.isAccessible("not found");
      assertThat(clerk.find("nav a[href='/imports']").count()).isZero();
    }
  }

  private static void fillDeduction(Walker officer) {
    Page page = officer.page();
    officer.isAccessible("deduction, empty");
    page.locator("[role=combobox]").first().fill("2.1");
    page.keyboard().press("Enter");
    page.fill("#actFrom", "2026-05-20");
    page.fill("#loss", "1286.40");
    page.fill("#text", "2026-05-20 上午接诊时未核对就诊人与医保凭证，由他人冒用凭证看诊取药，涉及处方 3 张。");
    page.fill("#document", "合医保中心扣〔2026〕58号");
    page.fill("#servedPerson", DemoHouse.TODAY.toString());
    page.fill("#servedInstitution", DemoHouse.TODAY.toString());
    page.keyboard().press("Tab");
  }

  private static String verdict(Walker officer, Notable person, LocalDate day, String setting) {
    officer.go(
        "/claims?who=" + person.person() + "&institution=" + person.at() + "&on=" + day + "T10:00&setting=" + setting);
    return officer.find("#answer").innerText();
  }

  private static byte[] form() throws IOException {
    String number = "34990019850312001";
    FormRow good =
        new FormRow(
            "合肥市望湖医院", "新来远", Sex.MALE, new IdentityNumber(number + IdentityNumber.checkDigit(number)),
            Category.PHYSICIAN, null, Title.ATTENDING, "心血管内科", "Aa3110349998877665", "110349998877665",
            "10012345678", "", "", null, null, StatedStatus.VALID, "");
    String other = "34990019850312003";
    FormRow elsewhere =
        new FormRow(
            "没有这家医院", "错行人", Sex.MALE, new IdentityNumber(other + IdentityNumber.checkDigit(other)),
            Category.PHYSICIAN, null, Title.RESIDENT, "骨科", "Aa3110349998877667", "110349998877667",
            "10012345679", "", "", null, null, StatedStatus.VALID, "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ArchiveForm.writeXlsx(bytes, "医疗保障协议医师信息档案登记表", List.of(good, elsewhere));
    return bytes.toByteArray();
  }
}
