package cn.xingheng.server.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

@DisplayName("医师名单的页面与导出")
class PhysicianPagesTest {
  private static final ListHouse HOUSE = ListHouse.get();
  private static final PhysicianDesk DESK = HOUSE.bean(PhysicianDesk.class);

  @Test
  @DisplayName("页面中英文都打得开，带筛选标记、批量栏和翻页；没有行内样式和脚本")
  void pageOpens() throws Exception {
    ListHouse.Browser browser = HOUSE.browser("hefei-officer");
    HttpResponse<String> page = browser.get("/physicians?standing=effective&points=1");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("符合筛选", "状态：有效", "扣分不少于 1", "扣分、暂停、解除须逐人办理，不能批量。")
        .contains("href=\"/physicians?points=1\"").doesNotContain("style=", "onclick");
    assertThat(browser.get("/physicians?lang=en").body()).contains("Physicians", "on the register");
    assertThat(browser.get("/physicians?lang=zh&q=zzzzzz").body()).contains("没有符合筛选的医师");
    assertThat(browser.get("/physicians/print?standing=suspended").body()).contains("医师名单", "data-print");
    assertThat(browser.get("/physicians?asOf=soon").statusCode()).isEqualTo(400);
    HttpResponse<String> out = HOUSE.browser("wanghu").get("/physicians?institution=H34990000002");
    assertThat(out.statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("下一期限、事项、工作日三栏：页面和打印都有，谁做什么两种语言都说得出")
  void nextDueIsShown() throws Exception {
    ListHouse.Browser browser = HOUSE.browser("hefei-officer");
    String page = browser.get("/physicians?points=6&size=100").body();
    assertThat(page).contains("下一期限", "事项", "<th scope=\"col\" class=\"num aside\">工作日</th>")
        .containsPattern("class=\"clock( calm| late)?\">(剩|今天|逾期)").contains("经办机构：", "本人：可以");
    assertThat(browser.get("/physicians/print?points=6").body()).contains("下一期限", "经办机构：");
    assertThat(browser.get("/physicians?points=6&size=100&lang=en").body()).contains("Next limit", "Agency: ");
    MessageSource bundles = HOUSE.bean(MessageSource.class);
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      for (Due.Act act : EnumSet.complementOf(EnumSet.of(Due.Act.DUTY))) {
        assertThat(bundles.getMessage("physicians.act." + act.word(), null, language)).isNotBlank();
      }
      for (Due.Who who : Due.Who.values()) {
        assertThat(bundles.getMessage("physicians.who." + who.word(), null, language)).isNotBlank();
      }
    }
  }

  @Test
  @DisplayName("CSV 和 XLSX 里恰好是筛选出的人，身份证号遮住")
  void exportsHoldExactlyTheFiltered() throws Exception {
    ListHouse.Browser browser = HOUSE.browser("hefei-officer");
    List<String> names = names("points", "1");
    HttpResponse<String> csv = browser.get("/physicians/export.csv?points=1");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", ".csv");
    assertThat(csv.body()).startsWith("\uFEFF");
    List<String> lines = Arrays.stream(csv.body().substring(1).split("\r\n")).skip(1).toList();
    assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(','))).toList()).isEqualTo(names);
    assertThat(lines).allMatch(line -> line.contains("**********"))
        .noneMatch(line -> line.matches(".*349900[0-9]{11}[0-9X].*"));
    List<String> cells = new ArrayList<>();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(browser.bytes("/physicians/export.xlsx?points=1")))) {
      for (Row row : book.getFirstSheet().read()) {
        cells.add(row.getCellText(0));
      }
    }
    assertThat(cells.subList(1, cells.size())).isEqualTo(names).isNotEmpty();
  }

  private static List<String> names(String filter, String value) {
    List<String> names = new ArrayList<>();
    DESK.each(
        HOUSE.viewer(Role.OFFICER, "a-hefei"), DESK.ask(java.util.Map.of(filter, value), List.of()),
        some -> some.forEach(row -> names.add(row.name())));
    return names;
  }

  @Test
  @DisplayName("导出所选只有所选的；选了范围外的人，不会带出来")
  void pickedOnly() throws Exception {
    List<PhysicianRow> rows = DESK.list(
        HOUSE.viewer(Role.CLERK, "H34990000001"), DESK.ask(java.util.Map.of(), List.of())).rows();
    String stranger = DESK.list(HOUSE.viewer(Role.OFFICER, "a-wuhu"), DESK.ask(java.util.Map.of(), List.of()))
        .rows().getFirst().id();
    String query = "?pick=" + rows.get(0).id() + "&pick=" + rows.get(2).id() + "&pick=" + stranger;
    String csv = HOUSE.browser("wanghu").get("/physicians/export.csv" + query).body();
    assertThat(csv.split("\r\n")).hasSize(3);
    assertThat(csv).contains(rows.get(0).name(), rows.get(2).name());
    assertThat(HOUSE.browser("wuhu-officer").get("/physicians/export.csv?pick=" + stranger).body().split("\r\n"))
        .hasSize(2);
  }

  @Test
  @DisplayName("会被表格软件当公式的单元格前加撇号，平常的不加")
  void cellsAreHarmless() {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1", "|cmd")) {
      assertThat(PhysicianTable.harmless(text)).isEqualTo("'" + text);
    }
    for (String text : List.of("周砚秋", "3499**********0328", "0", "有效", "Aa3110", "")) {
      assertThat(PhysicianTable.harmless(text)).isEqualTo(text);
    }
  }
}
