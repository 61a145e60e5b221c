package cn.xingheng.server.archive;

import static cn.xingheng.server.archive.ImportWorld.HOUSE;
import static cn.xingheng.server.archive.ImportWorld.at;
import static cn.xingheng.server.archive.ImportWorld.certificate;
import static cn.xingheng.server.archive.ImportWorld.form;
import static cn.xingheng.server.archive.ImportWorld.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormLine;
import cn.xingheng.server.archive.form.FormRead;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.archive.form.FormRules;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.Position;
import cn.xingheng.server.register.Title;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登记表往返：满的系统导出，空的系统导入，再导出")
class RoundTripTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 31);
  private static final ArchiveExport.Of EVERYTHING = new ArchiveExport.Of(DAY, null, null);

  private static FormRow stated(
      FormRow row, String violation, String description, @Nullable Integer last, @Nullable Integer total,
      StatedStatus status) {
    return new FormRow(
        row.institution(), row.name(), row.sex(), row.identity(), Category.ASSISTANT, Position.HEAD_OF_DEPARTMENT,
        Title.ATTENDING, "儿科", row.code(), row.certificate(), row.phone(), violation, description, last, total, status,
        "手写的备注");
  }

  private static List<FormRow> exported(ArchiveExport export, Viewer viewer) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.xlsx(viewer, EVERYTHING, out);
    return rows(out.toByteArray());
  }

  private static List<FormRow> rows(byte[] workbook) throws Exception {
    FormRead read = ArchiveForm.read("往返", workbook, new FormRules(DAY, Pattern.compile(".*")), done -> { });
    return ((FormRead.Rows) read).understood().stream().map(FormLine.Understood::row).toList();
  }

  /** Decided in the first house: a deduction of the one, a suspension and a termination of two others. */
  private static void decide(ImportWorld world) {
    FactDesk facts = HOUSE.bean(FactDesk.class);
    decide(world, facts, 5, "{\"on\": \"2026-06-17\", \"what\": \"deducted\", \"id\": \"%s\", \"person\": \"%s\", "
        + "\"at\": \"" + world.id + "-1\", \"item\": \"2.1\", \"act\": \"2026-05-20\", \"served\": \"2026-06-17\"}");
    decide(world, facts, 6, "{\"on\": \"2026-06-17\", \"what\": \"suspended\", \"id\": \"%s\", \"person\": \"%s\", "
        + "\"months\": 4, \"ground\": \"M13.4\", \"served\": \"2026-06-17\"}");
    decide(world, facts, 7, "{\"on\": \"2026-06-17\", \"what\": \"terminated\", \"id\": \"%s\", \"person\": \"%s\", "
        + "\"bar-years\": 1, \"ground\": \"M13.2\", \"served\": \"2026-06-17\"}");
  }

  private static void decide(ImportWorld world, FactDesk facts, int n, String text) {
    PersonId person = world.person(n).id();
    List<Fact> given = FactText.read("decided", List.of(text.formatted("trip-" + world.id + n, person)));
    facts.put(world.id, List.of(new Given(person, given, null, null)), null, null);
    facts.follow(world.id, List.of(person));
  }

  /** A column by its number, as text. */
  private static Map<Integer, Function<FormRow, @Nullable Object>> columns() {
    return Map.ofEntries(
        Map.entry(2, FormRow::institution), Map.entry(3, FormRow::name), Map.entry(4, FormRow::sex),
        Map.entry(5, FormRow::identity), Map.entry(6, FormRow::category), Map.entry(7, FormRow::position),
        Map.entry(8, FormRow::title), Map.entry(9, FormRow::specialty), Map.entry(10, FormRow::code),
        Map.entry(11, FormRow::certificate), Map.entry(12, FormRow::phone), Map.entry(13, FormRow::violation),
        Map.entry(14, FormRow::description), Map.entry(15, FormRow::singlePoints),
        Map.entry(16, FormRow::totalPoints), Map.entry(17, FormRow::status));
  }

  @Test
  @DisplayName("十八栏的格式一样；期初申报的各行逐栏相同；已决定的行在空的系统里是申报，只有备注不同")
  void thereAndBack() throws Exception {
    ImportWorld world = new ImportWorld("ma", "anhui-2019");
    world.taken(
        form(
            row(1), stated(row(2), "2.1", "未核验身份", 2, 8, StatedStatus.VALID),
            stated(row(3), "其他", "挂名", 1, 9, StatedStatus.SUSPENDED),
            stated(row(4), "", "", null, null, StatedStatus.ENDED), row(5), row(6), row(7), row(8),
            at(row(8), "第二 医院", "Ab2" + certificate(8))), true);
    decide(world);
    HOUSE.clock().set(DAY);
    try {
      compared(world);
    } finally {
      HOUSE.clock().set(TestHouse.TODAY);
    }
  }

  private static void compared(ImportWorld world) throws Exception {
    List<FormRow> first = exported(HOUSE.bean(ArchiveExport.class), world.officer);
    assertThat(first).hasSize(9);
    assertThat(first.stream().map(FormRow::code).distinct().count()).isEqualTo(9);
    assertThat(of(first, 2)).extracting(FormRow::violation, FormRow::singlePoints, FormRow::totalPoints)
        .containsExactly("2.1", 2, 8);

    try (TwinHouse twin = new TwinHouse(world)) {
      ByteArrayOutputStream workbook = new ByteArrayOutputStream();
      HOUSE.bean(ArchiveExport.class).xlsx(world.officer, EVERYTHING, workbook);
      ImportAsk ask =
          new ImportAsk(
              world.area, "往返.xlsx", workbook.toByteArray(), DAY,
              new ImportTerms(ImportWorld.FROM, ImportWorld.THROUGH, null));
      ImportView taken = twin.taken(ask, true);
      assertThat(taken.upload().batch()).as(taken.state().toString()).extracting("taken").isEqualTo(9);
      List<FormRow> second = exported(twin.bean(ArchiveExport.class), twin.officer());
      Map<String, FormRow> again = second.stream().collect(Collectors.toMap(FormRow::code, one -> one));
      assertThat(again).hasSize(9);
      for (FormRow before : first) {
        FormRow after = again.get(before.code());
        columns().forEach(
            (number, column) -> assertThat(column.apply(after)).as(before.code() + " column " + number)
                .isEqualTo(column.apply(before)));
      }
      // What has no column cannot travel: in the second house a decided suspension or termination is a statement that
      // nobody has confirmed, and a decided deduction one too; only column 18 says so.
      assertThat(second.stream().filter(after -> !after.remark().equals(of(first, after).remark())).map(FormRow::code))
          .containsExactlyInAnyOrder(row(5).code(), row(6).code(), row(7).code());
      assertThat(of(first, 6).remark()).isEmpty();
      assertThat(again.get(row(6).code()).remark()).isEqualTo("状态为期初申报，未经确认");
      assertThat(again.get(row(5).code()).remark()).isEqualTo("扣分为期初申报");

      ByteArrayOutputStream third = new ByteArrayOutputStream();
      twin.bean(ArchiveExport.class).xlsx(twin.officer(), EVERYTHING, third);
      assertThat(rows(third.toByteArray())).as("from then on nothing changes").containsExactlyElementsOf(second);
    }
  }

  private static FormRow of(List<FormRow> rows, int n) {
    return of(rows, row(n));
  }

  private static FormRow of(List<FormRow> rows, FormRow like) {
    return rows.stream().filter(row -> row.code().equals(like.code())).findFirst().orElseThrow();
  }
}
