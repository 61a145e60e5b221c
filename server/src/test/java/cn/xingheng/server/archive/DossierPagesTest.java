package cn.xingheng.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.archive.DossierWorld.Browser;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.AuditStore;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("医师档案页")
class DossierPagesTest {
  private static final Pattern DOOR = Pattern.compile("href=\"(/physicians/[^\"]*/trail/[^\"]*)\"");
  private static final InstitutionId H1 = new InstitutionId(DossierWorld.H1);
  private static final LocalDate TODAY = TestHouse.TODAY;

  @TempDir Path folder;

  @BeforeEach
  void today() {
    DossierWorld.get();
    TestHouse.get().clock().set(TODAY);
  }

  private static Dossier dossier(PersonId person, LocalDate known) {
    return TestHouse.get().bean(FactDesk.class).gather(person).history().knownAt(known);
  }

  private static String page(Browser browser, PersonId person, String query) {
    HttpResponse<String> answer = browser.get("/physicians/" + person + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The words of a page, without its marks. */
  private static String words(String page) {
    return page.replaceAll("(?s)<svg.*?</svg>", "").replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
  }

  private static Set<String> doors(String page) {
    Set<String> doors = new LinkedHashSet<>();
    Matcher matcher = DOOR.matcher(page);
    while (matcher.find()) {
      doors.add(matcher.group(1).replace("&amp;", "&"));
    }
    return doors;
  }

  @Test
  @DisplayName("暂停的医师：页上说的就是内核说的，条文、时间、积分、原因、期限、记录都在")
  void aSuspendedPhysicianAsCoreSays() {
    State state = States.reckon(dossier(DossierWorld.SUSPENDED, LocalDate.MAX), H1, TODAY, null);
    String page = page(Browser.of("dossier-officer"), DossierWorld.SUSPENDED, "");
    String words = words(page);

    assertThat(state.qualification().standing()).isEqualTo(Standing.SUSPENDED);
    assertThat(state.points()).isEqualTo(9);
    assertThat(words).contains("暂停。今天的门诊、住院费用，基金不付；急诊、抢救照付。").contains("9 / 12，剩 3 分")
        .contains("2026-04-30（周四）").contains("2026-06-29（周一）").contains("剩 8 个工作日")
        .contains("细则三(二)").contains("停处方权").contains("恢复待批").contains("答复恢复申请");
    assertThat(words).contains("异议成立，2025-06-24 撤销，自始不算").contains("2025-03-04 更正。更正前： 2.5")
        .contains("不予受理的记录").contains("s-no");
    assertThat(page).contains("<svg viewBox").contains("<s>过度医疗致使基金损失</s>").doesNotContain("style=")
        .contains("/physicians/dossier-suspended/deduct");
    assertThat(page.split("<h1").length).as("one h1").isEqualTo(2);
  }

  @Test
  @DisplayName("看哪一天、按何时所知：撤销录入之前看是暂停，之后看自始有效，与内核一致")
  void asOfAndKnownAt() {
    Browser officer = Browser.of("dossier-officer");
    String now = words(page(officer, DossierWorld.RESTORED, ""));
    String before = words(page(officer, DossierWorld.RESTORED, "?knownAt=2026-06-09"));
    String then = words(page(officer, DossierWorld.RESTORED, "?asOf=2026-05-20&knownAt=then"));
    String early = words(page(officer, DossierWorld.RESTORED, "?asOf=2026-03-20&knownAt=2026-06-09"));

    assertThat(standing(LocalDate.MAX, TODAY)).isEqualTo(Standing.EFFECTIVE);
    assertThat(standing(LocalDate.of(2026, 6, 9), TODAY)).isEqualTo(Standing.SUSPENDED);
    assertThat(now).contains("有效。今天的门诊、住院费用，基金照付").contains("8 / 12，剩 4 分").contains("2026-06-10 撤销，自始不算：病历另有原件")
        .contains("自始不算").doesNotContain("日终所知");
    assertThat(before).contains("暂停。今天的门诊、住院费用，基金不付").contains("9 / 12，剩 3 分").contains("按 2026-06-09 日终所知")
        .contains("其后录入的 1 条不算在内");
    assertThat(then).contains("暂停。2026-05-20（周三） 的门诊").contains("按 2026-05-20 日终所知");
    assertThat(early).contains("有效。2026-03-20（周五） 的门诊").contains("8 / 12，剩 4 分").contains("在所看日之后，不计");
  }

  private static Standing standing(LocalDate known, LocalDate day) {
    return Qualifications.reckon(dossier(DossierWorld.RESTORED, known), H1, day).standing();
  }

  @Test
  @DisplayName("页上每个数字的来历都打得开，写全内核依据链里的每条事实，带版本和指纹；htmx 只取片段")
  void everyDoorOpens() {
    Browser officer = Browser.of("dossier-officer");
    for (PersonId person
        : List.of(DossierWorld.SUSPENDED, DossierWorld.RESTORED, DossierWorld.QUIET, DossierWorld.STATED)) {
      Set<String> doors = doors(page(officer, person, ""));
      assertThat(doors).isNotEmpty();
      for (String door : doors) {
        HttpResponse<String> answer = officer.get(door);
        assertThat(answer.statusCode()).as(door).isEqualTo(200);
        Trail trail = trail(person, door);
        assertThat(answer.body()).as(door).contains("指纹").contains("<h1>");
        for (FactId fact : trail.facts()) {
          assertThat(answer.body()).as(door).contains(fact.value());
        }
      }
    }
    String points = "/physicians/dossier-suspended/trail/points";
    assertThat(officer.get(points, "HX-Request", "true").body()).contains("class=\"trail").doesNotContain("<html");
    assertThat(officer.get(points + "x").statusCode()).isEqualTo(404);
    assertThat(officer.get("/physicians/dossier-suspended/trail/sanction:none").statusCode()).isEqualTo(404);
  }

  /** What core says of the figure that an address names. */
  private static Trail trail(PersonId person, String door) {
    Dossier dossier = dossier(person, LocalDate.MAX);
    String figure = door.replaceAll("^.*/trail/([^?]*).*$", "$1");
    @Nullable String day = door.contains("asOf=") ? door.replaceAll("^.*asOf=([0-9-]*).*$", "$1") : null;
    LocalDate asOf = day == null ? TODAY : LocalDate.parse(day);
    FactId about = new FactId(figure.contains(":") ? figure.substring(figure.indexOf(':') + 1) : "none");
    return switch (figure.replaceAll(":.*", "")) {
      case "points" -> States.reckon(dossier, H1, asOf, null).pointsTrail();
      case "standing" -> Qualifications.reckon(dossier, H1, asOf).trail();
      case "duties" -> States.reckon(dossier, H1, asOf, null).dutiesTrail();
      case "claim" -> ClaimAnswer.reckon(
          dossier, person, H1, asOf, Setting.find(about.value()).orElseThrow()).trail();
      case "sanction" -> new Trail(dossier.sanction(about).map(Sanction::steps).orElseThrow());
      case "objection" -> new Trail(
          List.of(Deadlines.objectionThrough(dossier, (Served) dossier.known().find(about).orElseThrow())
              .orElseThrow().step()));
      case "effect" -> new Trail(
          List.of(Deadlines.earliestEffect(
              dossier.law(), (Served) dossier.known().find(about).orElseThrow()).orElseThrow().step()));
      case "answer" -> new Trail(List.of(Deadlines.answerBy(dossier, about).orElseThrow().step()));
      default -> Trail.EMPTY;
    };
  }

  @Test
  @DisplayName("身份证号：查看之前页上没有全号，查看显示一次并留痕；没有这项权限的人不能看")
  void theIdentityNumberIsMasked() {
    Browser officer = Browser.of("dossier-officer");
    AuditStore audit = TestHouse.get().bean(AuditStore.class);
    String object = "person:" + DossierWorld.SUSPENDED;
    long before = audit.about(object).stream().filter(line -> line.act().equals("identity-seen")).count();
    String page = page(officer, DossierWorld.SUSPENDED, "");
    assertThat(page).doesNotContain(DossierWorld.NUMBER).contains("3499**********");

    HttpResponse<String> seen = officer.post("/physicians/dossier-suspended/identity", page, "");
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.body()).contains(DossierWorld.NUMBER);
    assertThat(seen.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(audit.about(object).stream().filter(line -> line.act().equals("identity-seen")).count())
        .isEqualTo(before + 1);
    assertThat(page(officer, DossierWorld.SUSPENDED, "")).doesNotContain(DossierWorld.NUMBER);

    Browser clerk = Browser.of("dossier-clerk");
    String own = page(clerk, DossierWorld.SUSPENDED, "");
    assertThat(own).doesNotContain("/identity\"").doesNotContain("/deduct\"");
    assertThat(clerk.post("/physicians/dossier-suspended/identity", own, "").statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("别的统筹区的经办看不到：档案、来历、事实、查看都是 404；写错的日子是 400")
  void otherAreasSeeNothing() {
    Browser elsewhere = Browser.of("dossier-elsewhere");
    String own = page(elsewhere, DossierWorld.STRANGER, "");
    String base = "/physicians/dossier-suspended";
    for (String path : List.of("", "/trail/points", "/facts.yaml", "/facts.jsonl")) {
      assertThat(elsewhere.get(base + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(elsewhere.post(base + "/identity", own, "").statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/physicians/nobody").statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/physicians/dossier-stranger?asOf=yesterday").statusCode()).isEqualTo(400);
    assertThat(elsewhere.get("/physicians/dossier-stranger?knownAt=2026-13-01").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("没有扣分、没有处理的医师，各处说明是空的和接下来会有什么")
  void emptyPlacesSaySo() {
    String words = words(page(Browser.of("dossier-officer"), DossierWorld.QUIET, ""));

    assertThat(words).contains("没有扣分。").contains("没有停止结算的原因。").contains("没有暂停或解除的决定。").contains("没有荣誉记录。")
        .contains("没有要做的事。").contains("0 / 12，剩 12 分").contains("有效。今天的门诊、住院费用，基金照付；急诊、抢救照付。");
  }

  @Test
  @DisplayName("登记表所载的暂停未经核实：大声说不能判定，列为申报，不算扣分")
  void whatIsOnlyStatedIsLoud() {
    String words = words(page(Browser.of("dossier-officer"), DossierWorld.STATED, ""));

    assertThat(words).contains("不能判定。今天的门诊、住院费用能不能付，不能判定").contains("机构申报（未核实）").contains("form.xlsx row 7")
        .contains("0 / 12，剩 12 分").contains("没有扣分。");
  }

  @Test
  @DisplayName("英文页也说同样的话，中文的摘要标明语言")
  void englishRenders() {
    Browser officer = Browser.of("dossier-officer");
    String page = page(officer, DossierWorld.SUSPENDED, "?lang=en&span=all");

    assertThat(words(page)).contains("Suspended. Today: outpatient and inpatient care is not paid; "
        + "emergency and rescue are paid.").contains("9 / 12, 3 left");
    assertThat(page).contains("<html lang=\"en\">").contains("<span lang=\"zh-CN\">");
    assertThat(officer.get("/physicians/dossier-suspended/trail/standing").body()).contains("Standing at 望湖医院");
  }

  @Test
  @DisplayName("导出的事实是案例的写法，读回来算出同样的结果，不带姓名和身份证号")
  void factsAreACase() throws Exception {
    Browser officer = Browser.of("dossier-officer");
    for (String ending : List.of("yaml", "jsonl")) {
      String text = officer.get("/physicians/dossier-restored/facts." + ending).body();
      Path file = Files.writeString(folder.resolve("facts." + ending), text);
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.EXPLAIN)) {
        Case one = cases.findFirst().orElseThrow();
        assertThat(one.facts()).hasSize(7);
        assertThat(text).contains("anhui-2019").contains("dh1").doesNotContain("dh3").doesNotContain("周砚")
            .doesNotContain("3499");
      }
    }
    assertThat(officer.get("/physicians/dossier-restored/facts.yaml?knownAt=2026-06-09").body())
        .doesNotContain("r-w1").contains("r-b3");
  }
}
