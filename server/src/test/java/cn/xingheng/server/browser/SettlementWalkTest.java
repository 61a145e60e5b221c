package cn.xingheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.server.demo.DemoPhysician;
import cn.xingheng.server.demo.DemoWorld;
import cn.xingheng.server.register.Organisation;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

@DisplayName("在真浏览器里结算一个月")
final class SettlementWalkTest {
  private static final String LOUD = "没有 Chromium，浏览器测试没有运行。 NO CHROMIUM: the browser tests did not run";
  private static final int LINES = 60_000;
  private static @Nullable Chromium chromium;
  private static @Nullable DemoHouse house;

  @BeforeAll
  static void open() {
    chromium = Chromium.open().orElse(null);
    if (chromium == null) {
      LoggerFactory.getLogger(SettlementWalkTest.class).error(LOUD);
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

  /** Where the first agreement was signed. */
  private static String at(DemoPhysician one) {
    return one.facts().stream().filter(AgreementFact.class::isInstance).map(fact -> ((AgreementFact) fact).at().value())
        .findFirst().orElse("");
  }

  /** A month of lines of the pooling area's institutions. */
  private static byte[] month() {
    DemoWorld world = Objects.requireNonNull(house).world();
    Set<String> sites =
        world.organisations().stream().filter(one -> "a-hefei".equals(one.parent())).map(Organisation::id)
            .collect(Collectors.toSet());
    List<DemoPhysician> physicians = world.physicians().filter(one -> sites.contains(at(one))).toList();
    Random chance = new Random(5);
    StringBuilder file =
        new StringBuilder("claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n");
    for (int i = 0; i < LINES; i++) {
      DemoPhysician one = physicians.get(chance.nextInt(physicians.size()));
      String code = one.codes().isEmpty() ? "" : one.codes().getFirst().code();
      file.append("JS202605-").append(i).append(',').append(LocalDate.of(2026, 5, 1).plusDays(chance.nextInt(31)))
          .append("T09:00,").append(code).append(',').append(at(one)).append(',')
          .append(Setting.values()[chance.nextInt(4)].word()).append(',').append(chance.nextInt(90_000))
          .append(i % 997 == 5 ? ".5\n" : "\n");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("交一个月的明细，看着它做完，查到机构、医师、行和来历；两种语言都没有无障碍问题")
  void settlesAMonth() {
    try (Walker officer = new Walker(Objects.requireNonNull(house), Objects.requireNonNull(chromium))) {
      officer.signIn("hefei-officer");
      officer.go("/settlement");
      officer.isAccessible("settlement, empty");
      Page page = officer.page();
      page.setInputFiles("#file", new FilePayload("2026-05.csv", "text/csv", month()));
      page.click("form[enctype] button.main");
      page.waitForURL(url -> url.matches(".*/settlement/\\d+"));
      boolean seenRunning = officer.find("svg.progress").count() > 0;
      if (seenRunning) {
        officer.isAccessible("settlement, running");
      }
      page.waitForSelector("#sums", new Page.WaitForSelectorOptions().setTimeout(120_000));
      assertThat(seenRunning).as("progress was shown").isTrue();
      assertThat(officer.says()).contains("60,000").contains("拒收");
      officer.isAccessible("settlement, done");
      officer.picture("bulk");
      String run = page.url();
      officer.find("table[data-rows] a.name").first().click();
      page.waitForURL(url -> url.contains("/lines?institution="));
      officer.isAccessible("lines");
      officer.find("nav.pager a[rel=next]").click();
      page.waitForURL(url -> url.contains("after="));
      officer.find("table a.name").first().click();
      page.waitForURL(url -> url.matches(".*/lines/\\d+"));
      assertThat(officer.says()).contains("装入时的判定");
      officer.isAccessible("line");
      for (String path : List.of("/rejects", "?by=cause", "?by=physician", "/lines?verdict=unresolved")) {
        officer.go(run.substring(run.indexOf("/settlement")) + path);
        officer.isAccessible(path);
      }
      for (String path : List.of("/settlement/items", "/settlement/handover", "/settlement/exposure?first=2026-05",
          "/settlement?lang=en", run.substring(run.indexOf("/settlement")), "/settlement/items", "/settlement/handover",
          "/settlement/exposure?first=2026-05")) {
        assertThat(officer.go(path).status()).as(path).isEqualTo(200);
        officer.isAccessible(path);
      }
      assertThat(officer.complaints()).isEmpty();
    }
  }
}
