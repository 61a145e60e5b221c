package cn.xingheng.server.archive;

import static cn.xingheng.server.archive.ImportWorld.HOUSE;
import static cn.xingheng.server.archive.ImportWorld.PASSWORD;
import static cn.xingheng.server.archive.ImportWorld.at;
import static cn.xingheng.server.archive.ImportWorld.form;
import static cn.xingheng.server.archive.ImportWorld.row;
import static cn.xingheng.server.archive.ImportWorld.stating;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.archive.form.StatedStatus;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("导入登记表：网页")
class ImportPagesTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int TOO_LARGE = 54 << 20;

  /** One browser with its cookies. */
  private static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    HttpResponse<String> get(String path) throws Exception {
      return client.send(HttpRequest.newBuilder(URI.create(HOUSE.url() + path)).build(), BodyHandlers.ofString());
    }

    String token(String from) throws Exception {
      Matcher token = TOKEN.matcher(get(from).body());
      assertThat(token.find()).as("a form on " + from).isTrue();
      return token.group(1);
    }

    HttpResponse<String> post(String from, String path, Map<String, String> fields) throws Exception {
      String body =
          "_csrf=" + token(from)
              + fields.entrySet().stream().map(Browser::encoded).collect(Collectors.joining());
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + path))
              .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(),
          BodyHandlers.ofString());
    }

    private static String encoded(Map.Entry<String, String> field) {
      return "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
    }

    HttpResponse<String> upload(byte[] content, Map<String, String> fields) throws Exception {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        body.writeBytes(
            ("--line\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue()
                + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
      body.writeBytes(
          "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes("\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8));
      return client.send(
          HttpRequest.newBuilder(URI.create(HOUSE.url() + "/imports"))
              .header("Content-Type", "multipart/form-data; boundary=line")
              .POST(BodyPublishers.ofByteArray(body.toByteArray())).build(),
          BodyHandlers.ofString());
    }
  }

  private static Map<String, String> fields(Browser browser, ImportWorld world, String asOf) throws Exception {
    return Map.of(
        "_csrf", browser.token("/imports"), "key", UUID.randomUUID().toString(), "organisation", world.area, "asOf",
        asOf, "from", "2026-01-01", "through", "2026-12-31", "renews", "");
  }

  @Test
  @DisplayName("从上传到记录、报告、撤销，每一页都打得开；太大的文件答一句话")
  void walk() throws Exception {
    ImportWorld world = new ImportWorld("ka", "anhui-2019");
    Browser browser = new Browser();
    browser.post("/sign-in", "/sign-in", Map.of("login", "ka.officer", "password", PASSWORD));
    assertThat(browser.get("/imports").body()).contains("还没有导入过登记表").contains("multipart/form-data");

    HttpResponse<String> wrong = browser.upload(form(row(1)), fields(browser, world, "2030-01-01"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("2030-01-01 还没有到");

    byte[] file =
        form(row(1), at(row(2), "没有的医院", row(2).code()), stating(row(3), 1, 2, StatedStatus.SUSPENDED));
    HttpResponse<String> kept = browser.upload(file, fields(browser, world, "2026-04-30"));
    assertThat(kept.statusCode()).isEqualTo(200);
    String page = kept.uri().getPath();
    assertThat(page).startsWith("/imports/");
    long id = Long.parseLong(page.substring("/imports/".length()));
    world.quiet(id);
    assertThat(browser.get(page).body()).contains("共 3 行：可以记录 2 行，未变 0 行，不能记录 1 行")
        .contains("没有这个名称的机构").contains("须由经办人确认");
    assertThat(browser.get(page + "?lang=en").body()).contains("has no institution of this name");
    browser.get(page + "?lang=zh");
    assertThat(browser.post(page, page + "/take", Map.of("which", "all")).statusCode()).isEqualTo(422);
    assertThat(browser.get(page + "/faults.xlsx").statusCode()).isEqualTo(200);
    browser.post(page, page + "/take", Map.of("which", "accepted"));
    world.quiet(id);
    assertThat(browser.get(page).body()).contains("已记录 2 行，未变 0 行，未记录 1 行");
    assertThat(browser.get(page + "/report.xlsx").statusCode()).isEqualTo(200);
    assertThat(browser.get("/imports").body()).contains("a.xlsx").contains("已记录");
    assertThat(browser.get("/archive-form.csv?asOf=2026-04-30").body()).contains(row(1).code());
    assertThat(browser.post(page, page + "/undo", Map.of("because", " ")).statusCode()).isEqualTo(422);
    browser.post(page, page + "/undo", Map.of("because", "期限填错"));
    world.quiet(id);
    assertThat(browser.get(page).body()).contains("已整批撤销").contains("期限填错");

    HttpResponse<String> large = browser.upload(new byte[TOO_LARGE], fields(browser, world, "2026-04-30"));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("50 MB");
  }

  @Test
  @DisplayName("别人的批次是 404；查阅的人和机构的人打不开导入")
  void others() throws Exception {
    ImportWorld world = new ImportWorld("kb", "anhui-2019");
    long id = world.looked(form(row(1))).upload().id();
    Browser outside = new Browser();
    outside.post("/sign-in", "/sign-in", Map.of("login", "kb.outside", "password", PASSWORD));
    assertThat(outside.get("/imports/" + id).statusCode()).isEqualTo(404);
    assertThat(outside.get("/imports").statusCode()).isEqualTo(200);
    Browser clerk = new Browser();
    clerk.post("/sign-in", "/sign-in", Map.of("login", "kb.clerk", "password", PASSWORD));
    assertThat(clerk.get("/imports").statusCode()).isEqualTo(403);
    assertThat(clerk.get("/archive-form.xlsx").statusCode()).isEqualTo(200);
    assertThat(clerk.get("/archive-form.xlsx?institution=kb-2").statusCode()).isEqualTo(404);
  }
}
