package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static cn.xingheng.server.claims.bulk.SettlementWorld.SITES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("医院上传的明细的页面")
class UploadedPagesTest {
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 6, 1, 9, 0);
  private static final Pattern ROW = Pattern.compile("class=\"name\" href=\"/settlement/uploaded/(\\d+)\">");
  private final SettlementWorld world = SettlementWorld.get();
  private final HospitalSystem hospital = new HospitalSystem(SITES.getFirst());
  private final HospitalSystem beside = new HospitalSystem(SITES.getLast());

  @Test
  @DisplayName("按月、机构、医师、判定、状态筛，合计到分，翻页不重不漏，文件逐行相同")
  void listAndFilters() throws Exception {
    String suspended = world.physician(true);
    String fine = world.physician(false);
    for (int i = 0; i < 60; i++) {
      hospital.upload(NINE, "list-" + i, i % 3 == 0 ? suspended : fine, "2026-06-01", 100_000 + i);
    }
    for (int i = 0; i < 5; i++) {
      hospital.cancel(NINE.plusHours(1), "list-" + i);
    }
    hospital.upload(NINE.plusHours(2), "list-1", fine, "2026-06-01", 7);
    beside.upload(NINE, "list-z", fine, "2026-06-01", 1);
    Clerk officer = new Clerk("bulk.officer");
    String asked = "/settlement/uploaded?month=2026-06&institution=" + SITES.getFirst() + "&physician=";
    String page = officer.page(asked + fine);
    long fen = 7;
    for (int i = 0; i < 60; i++) {
      fen += i % 3 != 0 && i > 4 ? 100_000 + i : 0;
    }
    assertThat(page).contains(">38</a>").contains(Yuan.of(fen)).contains("已撤销").doesNotContain("list-z");
    assertThat(officer.page(asked + suspended)).contains("<td>不付</td>").doesNotContain("<td>可付</td>");
    assertThat(officer.page(asked + fine + "&state=cancelled")).contains(">list-2/1</a>")
        .doesNotContain(">list-1/1</a>").doesNotContain(">list-5/1</a>");
    assertThat(officer.page(asked + fine + "&verdict=refused"))
        .doesNotContain(">list-");
    assertThat(officer.page("/settlement/uploaded?month=2019-01")).contains("没有这样的行");
    assertThat(officer.get("/settlement/uploaded?month=x").statusCode()).isEqualTo(422);
    assertThat(officer.get("/settlement/uploaded?state=x").statusCode()).isEqualTo(400);
    List<String> seen = new ArrayList<>();
    String next = "/settlement/uploaded?month=2026-06&institution=" + SITES.getFirst();
    while (!next.isEmpty()) {
      String one = officer.page(next);
      ROW.matcher(one).results().forEach(found -> seen.add(found.group(1)));
      Matcher onward = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(one);
      next = onward.find() ? onward.group(1).replace("&amp;", "&") : "";
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(60);
    assertThat(new TreeSet<>(seen)).hasSameSizeAs(seen);
    String file = officer.page("/settlement/uploaded.csv?month=2026-06&institution=" + SITES.getFirst());
    assertThat(file.lines().skip(1).map(line -> line.substring(0, line.indexOf(',')))).containsExactlyElementsOf(seen);
    assertThat(file).contains(",list-1/1,list-1,1,BULK0001," + fine + "," + fine + ",2026-06-01,outpatient,7,payable,,"
        + "standing,");
    assertThat(file.lines().filter(line -> line.contains(",cancelled,"))).hasSize(4);
  }

  @Test
  @DisplayName("一行的页面：几次上传、撤销按医院时刻排，晚到几天；被代替的说明白，带到另一次")
  void oneLine() throws Exception {
    String code = world.physician(false);
    hospital.upload(NINE.plusHours(2), "page-1", code, "2026-05-02", 250);
    hospital.upload(NINE, "page-1", code, "2026-05-02", 200);
    hospital.cancel(NINE.plusHours(1), "page-1");
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    List<Long> ids =
        jdbc.sql("select id from claim_line where visit = 'page-1' order by id").query(Long.class).list();
    Clerk officer = new Clerk("bulk.officer");
    String stands = officer.page("/settlement/uploaded/" + ids.getFirst());
    assertThat(stands).contains("撤销整次就诊").contains("2.50").contains("2.00").contains("45 天")
        .contains("class=\"trail\"").doesNotContain("<b>已撤销</b>").doesNotContain("<b>已被后来的上传代替</b>");
    assertThat(stands.indexOf("2.00")).isLessThan(stands.indexOf("撤销整次就诊"));
    assertThat(officer.page("/settlement/uploaded/" + ids.getLast())).contains("<b>已被后来的上传代替</b>")
        .contains("/settlement/uploaded/" + ids.getFirst());
    assertThat(officer.get("/settlement/uploaded/0").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("范围：别的统筹区看不见，机构医保办进不来，查阅的人只看")
  void scope() throws Exception {
    hospital.upload(NINE, "scope-1", world.physician(false), "2026-05-02", 1);
    long id =
        HOUSE.bean(JdbcClient.class).sql("select id from claim_line where visit = 'scope-1'").query(Long.class)
            .single();
    Clerk other = new Clerk("bulk.beside");
    assertThat(other.get("/settlement/uploaded/" + id).statusCode()).isEqualTo(404);
    assertThat(other.page("/settlement/uploaded?month=2026-05")).doesNotContain("scope-1");
    assertThat(other.page("/settlement/uploaded.csv?month=2026-05")).doesNotContain("scope-1");
    for (String path : List.of("", ".csv", "/" + id)) {
      assertThat(new Clerk("bulk.clerk").get("/settlement/uploaded" + path).statusCode()).isEqualTo(403);
      assertThat(new Clerk("bulk.reviewer").get("/settlement/uploaded" + path).statusCode()).isEqualTo(200);
    }
    assertThat(new Clerk("bulk.reviewer").page("/settlement/uploaded.csv?month=2026-05")).contains("scope-1");
  }
}
