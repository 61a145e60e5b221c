package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows as they came, with the reasons why they were not taken. */
final class FaultSheet {

  private static final String TITLE = "未导入的行：改正后可直接再次导入，最后一列不必删除";
  private static final int REASON = FormColumn.ALL.size();

  private FaultSheet() {}

  static void write(OutputStream out, FormRead.Rows read, Function<FormLine, List<String>> reasons, boolean all)
      throws IOException {
    Workbook workbook = FormSheet.workbook(out);
    Worksheet sheet = workbook.newWorksheet(FormSheet.NAME);
    sheet.width(REASON, 70);
    FormSheet.begin(sheet, TITLE, REASON);
    FormSheet.heading(sheet, REASON, Headings.REASON);
    int at = 2;
    for (FormLine line : read.lines()) {
      List<String> why = reasons.apply(line);
      if (why.isEmpty() && !all) {
        continue;
      }
      line(sheet, at, line, why);
      at++;
      if (at % FormSheet.PIECE == 0) {
        sheet.flush();
      }
    }
    workbook.finish();
  }

  private static void line(Worksheet sheet, int at, FormLine line, List<String> why) {
    for (FormColumn column : FormColumn.ALL) {
      FormSheet.text(sheet, at, column, line.raw().get(column.index()));
    }
    if (!why.isEmpty()) {
      sheet.value(at, REASON, String.join("\n", why));
      sheet.style(at, REASON).wrapText(true).fontColor("B42318").set();
    }
  }
}
