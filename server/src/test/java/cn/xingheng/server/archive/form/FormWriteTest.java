package cn.xingheng.server.archive.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Position;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登记表：写出")
class FormWriteTest {

  private static final String TITLE = "医疗保障协议医师信息档案登记表";
  private static final int ERROR_COLUMN = 18;

  /** Rows with everything, with nothing but the necessary, and with texts that a spreadsheet might run. */
  private static List<FormRow> rows() {
    List<FormRow> rows = new ArrayList<>();
    rows.add(new FormRow("第一医院", "张三", Sex.MALE, new IdentityNumber(Forms.identity(1)), Category.MULTI_SITE,
        Position.HEAD_OF_UNIT, Title.CHIEF, "内科", Forms.code(1), Forms.certificate(1), "13800000000",
        "一类", "两行\n描述，\"引号\"", 2, 12, StatedStatus.ENDED, "第一执业地"));
    rows.add(bare(2, "", ""));
    rows.add(bare(4, "=HYPERLINK(\"x\")", "+1"));
    rows.add(bare(6, "-1 分", "@SUM(A1)"));
    rows.add(bare(8, "'引", "＇引"));
    rows.add(bare(10, "1.0", "3.4E+17"));
    rows.add(rare());
    return rows;
  }

  private static FormRow bare(int n, String description, String remark) {
    return new FormRow("第二医院", "Ada Lee", Sex.FEMALE, new IdentityNumber(Forms.identity(n)), Category.VILLAGE,
        null, null, "", Forms.code(n), Forms.certificate(n), "", "", description, null, null, StatedStatus.VALID,
        remark);
  }

  /** Of the kind whose last three characters are 000. */
  private static FormRow rare() {
    String number = IntStream.range(1960, 1990).boxed()
        .flatMap(year -> IntStream.range(1, 10).mapToObj(n -> "990101" + year + "0101" + n + "00"))
        .filter(digits -> IdentityNumber.checkDigit(digits) == '0').findFirst().orElseThrow() + "0";
    return new FormRow("第二医院", "王五", Sex.FEMALE, new IdentityNumber(number), Category.VILLAGE, null, null, "",
        Forms.code(12), "123456789012345000", "", "", "", null, null, StatedStatus.VALID, "");
  }

  @Test
  @DisplayName("写成工作簿再读回，一行不差")
  void workbookAndBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveForm.writeXlsx(out, TITLE, rows());
    assertThat(Forms.rows(out.toByteArray()).faulty()).isEmpty();
    assertThat(Forms.rows(out.toByteArray()).understood()).extracting(FormLine.Understood::row)
        .containsExactlyElementsOf(rows());
  }

  @Test
  @DisplayName("写成 CSV 再读回，一行不差；没有一格会被当作公式")
  void csvAndBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveForm.writeCsv(out, rows());
    assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(Forms.rows(out.toByteArray()).understood()).extracting(FormLine.Understood::row)
        .containsExactlyElementsOf(rows());
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).contains("\"'=HYPERLINK(\"\"x\"\")\",").contains(",'+1").contains(",'-1 分,").contains(",'@SUM")
        .doesNotContainPattern("[,\\n]\"?[=+@-]");
  }

  @Test
  @DisplayName("号码和编码是文本单元格，代码和分值是数字；标题合并，表头十八栏，下面有说明")
  void cells() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveForm.writeXlsx(out, TITLE, rows());
    List<Row> sheet;
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      sheet = book.getFirstSheet().read();
    }
    assertThat(sheet.getFirst().getCellText(0)).isEqualTo(TITLE);
    assertThat(IntStream.range(0, 18).mapToObj(sheet.get(1)::getCellText)).containsExactlyElementsOf(Forms.HEADINGS);
    Row first = sheet.get(2);
    for (int column : List.of(4, 9, 10, 11)) {
      assertThat(first.getCell(column).getType()).isEqualTo(CellType.STRING);
    }
    for (int column : List.of(5, 6, 7, 14, 15, 16)) {
      assertThat(first.getCell(column).getType()).isEqualTo(CellType.NUMBER);
    }
    assertThat(sheet.getLast().getCellText(0)).startsWith("6. ");
  }

  @Test
  @DisplayName("没有一行也写得出来")
  void nothingToWrite() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveForm.writeXlsx(out, TITLE, List.of());
    assertThat(Forms.refusal(out.toByteArray())).isEqualTo(FormProblem.NO_ROWS);
  }

  @Test
  @DisplayName("未导入的行带着原因退回；不改再读仍是同样的错误，改好再读就收下")
  void faultsThereAndBack() throws IOException {
    byte[] came = Forms.workbook(sheet -> {
      Forms.put(sheet, 0, Forms.HEADINGS);
      Forms.put(sheet, 1, Forms.row(1));
      Forms.put(sheet, 2, Forms.row(2, FormColumn.SEX, "男", FormColumn.REMARK, "'=1"));
      Forms.put(sheet, 3, Forms.row(3));
      sheet.value(3, 4, 340104199001011000L);
      Forms.put(sheet, 4, Forms.row(4, FormColumn.PHONE, "不详", FormColumn.STATUS, "４"));
    });
    FormRead.Rows read = Forms.rows(came);
    byte[] returned = returned(read, false);
    FormRead.Rows again = Forms.rows(returned);
    assertThat(again.ignored()).isEmpty();
    assertThat(again.lines()).extracting(FormLine::raw)
        .containsExactlyElementsOf(read.faulty().stream().map(FormLine.Faulty::raw).toList());
    assertThat(Forms.problems(returned)).containsExactly(List.of(FormProblem.ID_SEX), List.of(FormProblem.FLOATED),
        List.of(FormProblem.PHONE, FormProblem.NO_SUCH_VALUE));
    assertThat(reason(returned, 2)).startsWith("原文件第 3 行：\n第 5 栏“身份证号码”填的是“9901**********")
        .contains("性别为女，性别栏填的是男").endsWith("。");

    List<List<String>> rows = again.lines().stream().map(FormLine::raw).map(ArrayList::new)
        .<List<String>>map(raw -> raw).toList();
    rows.get(0).set(FormColumn.SEX.index(), "女");
    rows.get(1).set(FormColumn.IDENTITY.index(), Forms.identity(3));
    rows.get(2).set(FormColumn.PHONE.index(), "");
    rows.get(2).set(FormColumn.STATUS.index(), "２");
    byte[] whole = Forms.workbook(sheet -> {
      Forms.put(sheet, 0, List.of("未导入的行"));
      Forms.put(sheet, 1, Forms.HEADINGS);
      sheet.value(1, ERROR_COLUMN, Headings.REASON);
      for (int i = 0; i < rows.size(); i++) {
        Forms.put(sheet, i + 2, rows.get(i));
        sheet.value(i + 2, ERROR_COLUMN, "原因");
      }
    });
    assertThat(Forms.problems(whole)).containsExactly(List.of(), List.of(), List.of());
    assertThat(Forms.rows(whole).understood().getFirst().row().remark()).isEqualTo("=1");
  }

  @Test
  @DisplayName("也可以连同已导入的行一起写出，原因只写在未导入的行上")
  void allRows() throws IOException {
    FormRead.Rows read = Forms.rows(Forms.xlsx(Forms.row(1), Forms.row(2, FormColumn.SEX, "?"), Forms.row(3)));
    byte[] returned = returned(read, true);
    assertThat(Forms.problems(returned)).containsExactly(List.of(), List.of(FormProblem.SEX), List.of());
    assertThat(reason(returned, 2)).isEmpty();
    assertThat(reason(returned, 3)).contains("性别");
  }

  @Test
  @DisplayName("不能写进工作簿的字符和过长的格子不妨碍写出")
  void oddTexts() throws IOException {
    FormRead.Rows read = Forms.rows(Forms.csv(StandardCharsets.UTF_8, ',',
        Forms.row(1, FormColumn.DESCRIPTION, "甲\u0001乙\uFFFF" + "长".repeat(40_000))));
    assertThat(Forms.problems(returned(read, false))).containsExactly(List.of(FormProblem.TOO_LONG));
  }

  private static byte[] returned(FormRead.Rows read, boolean all) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveForm.writeFaults(out, read, Forms.chinese()::reasons, all);
    return out.toByteArray();
  }

  private static String reason(byte[] workbook, int row) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return book.getFirstSheet().read().get(row).getOptionalCell(ERROR_COLUMN)
          .map(Cell::getText).orElse("");
    }
  }
}
