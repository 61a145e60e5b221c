package cn.xingheng.server.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Rolls;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.standing.ListHouse;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("机构的页面")
class InstitutionPagesTest {
  private static final ListHouse HOUSE = ListHouse.get();
  private static final InstitutionDesk DESK = HOUSE.bean(InstitutionDesk.class);
  private static final LocalDate DAY = ListHouse.TODAY;

  @Test
  @DisplayName("扣分、占比、档次与全省事实一起推算的一致；名单里的扣分也一致")
  void saysWhatTheWholeBookSays() {
    for (String province : List.of("p-anhui", "p-lianyungang")) {
      Viewer viewer = HOUSE.viewer(Role.OFFICER, province);
      Book book = book(province);
      List<Organisation> seen = DESK.seen(viewer);
      Map<String, InstitutionRow> rows = DESK.rows(seen, DAY).stream()
          .collect(Collectors.toMap(row -> row.organisation().id(), row -> row));
      assertThat(rows.values()).anyMatch(row -> row.points() > 0);
      for (Organisation one : seen) {
        Consequence right = Rolls.reckon(book, new InstitutionId(one.id()), DAY, DAY);
        InstitutionView view = DESK.find(viewer, one.id(), DAY, DAY);
        assertThat(view.consequence().points()).isEqualTo(right.points());
        assertThat(view.consequence().endedShare()).isEqualTo(right.endedShare());
        assertThat(view.consequence().tier()).isEqualTo(right.tier());
        assertThat(view.consequence().due()).isEqualTo(right.due());
        Consequence listed = rows.get(one.id()).reached();
        assertThat(listed.points()).isEqualTo(right.points());
        assertThat(listed.endedShare()).isEqualTo(right.endedShare());
        assertThat(listed.tier()).isEqualTo(right.tier());
        assertThat(listed.due()).isEqualTo(right.due());
        assertThat(view.items().stream().mapToInt(InstitutionView.ItemRow::points).sum()).isEqualTo(right.points());
        assertThat(view.tiers().stream().filter(InstitutionView.TierRow::here).count())
            .isEqualTo(right.tier().isPresent() ? 1 : 0);
      }
    }
  }

  @Test
  @DisplayName("名单在别的日子也与逐人归集的一致：每月一天，到明年")
  void onOtherDaysToo() {
    for (String province : List.of("p-anhui", "p-lianyungang")) {
      Book book = book(province);
      List<Organisation> seen = DESK.seen(HOUSE.viewer(Role.OFFICER, province));
      for (LocalDate day = DAY.minusMonths(30); day.isBefore(DAY.plusMonths(3)); day = day.plusDays(45)) {
        for (InstitutionRow row : DESK.rows(seen, day)) {
          Consequence right = Rolls.reckon(book, new InstitutionId(row.organisation().id()), day, LocalDate.MAX);
          assertThat(row.reached()).as(row.organisation().id() + " " + day)
              .usingRecursiveComparison().ignoringFields("trail").isEqualTo(right);
        }
      }
    }
  }

  @Test
  @DisplayName("按档次找：已到的、接近下一档的都在其中，别的不在；三分之二还不算接近")
  void byTier() throws Exception {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "p-lianyungang");
    List<InstitutionRow> all = DESK.rows(DESK.seen(viewer), DAY);
    List<String> at = ids(DESK.matching(viewer, "", TierFilter.AT, DAY));
    List<String> close = ids(DESK.matching(viewer, "", TierFilter.CLOSE, DAY));
    assertThat(close).as("示范世界里有接近档次的机构").isNotEmpty();
    for (InstitutionRow row : all) {
      assertThat(at.contains(row.organisation().id())).isEqualTo(row.reached().tier().isPresent());
      if (row.next() != null && row.points() * 3 <= row.next().points() * 2 && row.reached().endedShare().part() == 0) {
        assertThat(close).doesNotContain(row.organisation().id());
      }
    }
    String page = HOUSE.browser("lyg-officer").get("/institutions?tier=close").body();
    assertThat(page).contains("/institutions/" + close.getFirst() + "?", "差 ").contains("value=\"close\" selected");
    assertThat(DESK.matching(HOUSE.viewer(Role.OFFICER, "p-anhui"), "", TierFilter.CLOSE, DAY)).isEmpty();
  }

  private static List<String> ids(List<Organisation> some) {
    return some.stream().map(Organisation::id).toList();
  }

  private static Book book(String province) {
    FactDesk facts = HOUSE.bean(FactDesk.class);
    List<PersonId> persons = HOUSE.bean(JdbcClient.class).sql("select id from person where province = :province")
        .param("province", province).query((row, n) -> new PersonId(row.getString(1))).list();
    List<Fact> all = new ArrayList<>();
    facts.gatherAll(province, persons).forEach(one -> all.addAll(one.facts()));
    return Book.reckon(facts.lawOf(province), facts.houseOf(province), all);
  }

  @Test
  @DisplayName("没有档次的规则说没有；有档次的列出条文；来历一页打得开；英文也有")
  void pagesOpen() throws Exception {
    ListHouse.Browser hefei = HOUSE.browser("hefei-officer");
    HttpResponse<String> page = hefei.get("/institutions/H34990000001");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("对机构没有规定档次", "/physicians?institution=H34990000001", "机构协议")
        .doesNotContain("style=");
    assertThat(hefei.get("/institutions").body()).contains("合肥市望湖医院").doesNotContain("芜湖市镜川医院");
    assertThat(hefei.get("/institutions/H34990000008").body()).contains("起中止");
    HttpResponse<String> trail = hefei.get("/institutions/H34990000001/trail?asOf=2026-11-20");
    assertThat(trail.statusCode()).isEqualTo(200);
    assertThat(trail.body()).contains("本机构年内");
    assertThat(hefei.get("/institutions/H34990000001?asOf=x").statusCode()).isEqualTo(400);
    assertThat(hefei.get("/institutions?lang=en").body()).contains("within your scope");
    assertThat(HOUSE.browser("lyg-officer").get("/institutions/H34990000046").body())
        .contains("1/20", "还差").doesNotContain("对机构没有规定档次");
  }

  @Test
  @DisplayName("范围外的机构与不存在的机构一样，是 404")
  void outOfScopeIsNotThere() throws Exception {
    Viewer clerk = HOUSE.viewer(Role.CLERK, "H34990000001");
    assertThat(DESK.seen(clerk)).hasSize(1);
    assertThatThrownBy(() -> DESK.find(clerk, "H34990000002", DAY, DAY)).isInstanceOf(Problem.class);
    assertThat(DESK.find(clerk, "H34990000001", DAY, DAY).organisation().id()).isEqualTo("H34990000001");
    ListHouse.Browser wanghu = HOUSE.browser("wanghu");
    assertThat(wanghu.get("/institutions/H34990000002").statusCode()).isEqualTo(404);
    assertThat(wanghu.get("/institutions/H34990000002/trail").statusCode()).isEqualTo(404);
    assertThat(wanghu.get("/institutions/nowhere").statusCode()).isEqualTo(404);
    assertThat(wanghu.get("/institutions/a-hefei").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("百分数用整数算，除不尽时注明")
  void percentIsExact() {
    assertThat(InstitutionView.percent(new Share(1, 20))).isEqualTo("5.00%");
    assertThat(InstitutionView.percent(new Share(1, 3))).isEqualTo("33.33%…");
    assertThat(InstitutionView.percent(Share.NONE)).isEqualTo("0.00%");
  }
}
