package cn.xingheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.xingheng.server.claims.KeyDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@DisplayName("在真浏览器里看医院上传的明细")
final class UploadedWalkTest {
  private static final String LOUD = "没有 Chromium，浏览器测试没有运行。 NO CHROMIUM: the browser tests did not run";
  private static @Nullable Chromium chromium;
  private static @Nullable DemoHouse house;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    chromium = Chromium.open().orElse(null);
    if (chromium == null) {
      LoggerFactory.getLogger(UploadedWalkTest.class).error(LOUD);
    }
    assumeTrue(chromium != null, LOUD);
    DemoHouse opened = new DemoHouse();
    house = opened;
    String key = opened.bean(KeyDesk.class).issue(1, opened.world().keyHolder(), "测试");
    String code = opened.world().physicians().flatMap(one -> one.codes().stream()).findFirst().orElseThrow().code();
    String lines =
        List.of(code, "", "Zz3000000000000001").stream()
            .map(who -> """
                {"feedetl_sn":"n%s","mdtrt_id":"walk","fee_ocur_time":"2026-06-01","det_item_fee_sumamt":12.5,
                 "bilg_dr_codg":"%s"}""".formatted(who.isEmpty() ? "" : who.substring(0, 3), who))
            .collect(Collectors.joining(",", "{\"feedetail\":[", "]}"));
    send(opened, key, "2301", "1", lines);
    send(opened, key, "2302", "2", "{\"data\":{\"mdtrt_id\":\"walk\",\"feedetl_sn\":\"n\"}}");
  }

  private static void send(DemoHouse house, String key, String infno, String minute, String input)
      throws IOException, InterruptedException {
    String body =
        """
        {"infno":"%s","msgid":"walk-%s","inf_time":"2026-06-16 09:0%s:00","fixmedins_code":"%s","input":%s}"""
            .formatted(infno, minute, minute, house.world().keyHolder().value(), input);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(house.url("/api/v1/his"))).header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertThat(answer).startsWith("{\"infcode\":0");
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

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("名单、空的月份、筛出已撤销的、从名单打开一行；两种语言都没有无障碍问题")
  void looksAtUploads(String language) {
    try (Walker officer = new Walker(Objects.requireNonNull(house), Objects.requireNonNull(chromium))) {
      officer.signIn("hefei-officer");
      officer.go("/account?lang=" + language);
      for (String path : List.of("/settlement/uploaded?month=2019-01", "/settlement/uploaded?month=2026-06",
          "/settlement/uploaded?month=2026-06&state=cancelled")) {
        assertThat(officer.go(path).status()).as(path).isEqualTo(200);
        officer.isAccessible(path);
      }
      officer.go("/settlement/uploaded?month=2026-06");
      officer.picture("uploaded-" + language);
      officer.find("table[data-rows] a.name").first().click();
      officer.page().waitForURL(url -> url.matches(".*/settlement/uploaded/\\d+"));
      assertThat(officer.says()).contains("walk-1");
      officer.isAccessible("uploaded line");
      officer.picture("uploaded-line-" + language);
      assertThat(officer.complaints()).isEmpty();
    }
  }
}
