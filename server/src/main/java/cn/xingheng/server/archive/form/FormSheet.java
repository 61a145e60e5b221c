package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the form as a workbook. */
final class FormSheet {

  static final String NAME = "登记表";

  /** A worksheet goes out in pieces of so many rows. */
  static final int PIECE = 1_000;

  private static final Set<FormColumn> NUMBERS = Set.of(
      FormColumn.CATEGORY, FormColumn.POSITION, FormColumn.TITLE, FormColumn.SINGLE_POINTS,
      FormColumn.TOTAL_POINTS, FormColumn.STATUS);
  private static final Set<FormColumn> AS_TEXT =
      Set.of(FormColumn.IDENTITY, FormColumn.CODE, FormColumn.CERTIFICATE, FormColumn.PHONE);
  private static final Set<FormColumn> LONG = Set.of(FormColumn.DESCRIPTION, FormColumn.REMARK);

  private static final int LONGEST = 32_767;

  private FormSheet() {}

  static void write(OutputStream out, String title, Iterable<FormRow> rows, Predicate<FormRow> masked)
      throws IOException {
    Workbook workbook = workbook(out);
    Worksheet sheet = workbook.newWorksheet(NAME);
    begin(sheet, title, FormColumn.ALL.size() - 1);
    int at = 2;
    for (FormRow row : rows) {
      sheet.value(at, 0, at - 1);
      List<String> values = masked.test(row) ? FormValues.masked(row) : FormValues.of(row);
      for (int i = 0; i < values.size(); i++) {
        value(sheet, at, FormColumn.ALL.get(i + 1), values.get(i));
      }
      at++;
      if (at % PIECE == 0) {
        sheet.flush();
      }
    }
    notes(sheet, at + 1);
    workbook.finish();
  }

  static Workbook workbook(OutputStream out) {
    return new Workbook(out, "Xingheng", "1.0");
  }

  /** The title over all columns, the headings below it, which stay in sight; widths. */
  static void begin(Worksheet sheet, String title, int lastColumn) {
    for (FormColumn column : FormColumn.ALL) {
      sheet.width(column.index(), width(column));
    }
    sheet.freezePane(0, 2);
    sheet.value(0, 0, title);
    sheet.range(0, 0, 0, lastColumn).merge();
    sheet.style(0, 0).bold().fontSize(14).horizontalAlignment("center").verticalAlignment("center").set();
    sheet.rowHeight(0, 26);
    for (FormColumn column : FormColumn.ALL) {
      heading(sheet, column.index(), column.heading());
    }
    sheet.rowHeight(1, 34);
  }

  static void heading(Worksheet sheet, int index, String text) {
    sheet.value(1, index, text);
    sheet.style(1, index).bold().wrapText(true).horizontalAlignment("center").verticalAlignment("center").set();
  }

  /** One value: small codes and points as numbers, everything else as text, ids so that they stay text when edited. */
  private static void value(Worksheet sheet, int row, FormColumn column, String value) {
    if (value.isEmpty()) {
      asText(sheet, row, column);
    } else if (NUMBERS.contains(column)) {
      sheet.value(row, column.index(), Integer.valueOf(value));
    } else {
      text(sheet, row, column, value);
    }
  }

  static void text(Worksheet sheet, int row, FormColumn column, String value) {
    sheet.value(row, column.index(), value.length() <= LONGEST ? value : value.substring(0, LONGEST));
    asText(sheet, row, column);
    if (LONG.contains(column)) {
      sheet.style(row, column.index()).wrapText(true).set();
    }
  }

  private static void asText(Worksheet sheet, int row, FormColumn column) {
    if (AS_TEXT.contains(column)) {
      sheet.style(row, column.index()).format("@").set();
    }
  }

  private static double width(FormColumn column) {
    return switch (column) {
      case NUMBER, SEX -> 6;
      case NAME, CATEGORY, POSITION, TITLE, SINGLE_POINTS, TOTAL_POINTS -> 10;
      case SPECIALTY, PHONE, VIOLATION -> 15;
      case CERTIFICATE, STATUS -> 19;
      case IDENTITY, CODE -> 22;
      case INSTITUTION, REMARK -> 30;
      case DESCRIPTION -> 40;
    };
  }

  private static void notes(Worksheet sheet, int from) {
    List<String> notes = List.of(
        "填报说明：",
        "1. 医师类别填代码：" + Choices.CATEGORIES.listed() + "。",
        "2. 行政职务填代码，没有的留空：" + Choices.POSITIONS.listed() + "。",
        "3. 职称填代码：" + Choices.TITLES.listed() + "。",
        "4. 服务状态填代码：" + Choices.STATUSES.listed() + "。",
        "5. 身份证号码、两种编码和电话须为文本格式；表格软件会把长数字改成科学计数，末几位随之丢失。",
        "6. 多点执业的医师在每个执业机构各填一行，备注栏写明第几执业地。");
    for (int i = 0; i < notes.size(); i++) {
      sheet.value(from + i, 0, notes.get(i));
      sheet.range(from + i, 0, from + i, FormColumn.ALL.size() - 1).merge();
    }
  }
}
