package cn.xingheng.server.archive;

import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormLine;
import cn.xingheng.server.archive.form.FormRead;
import cn.xingheng.server.house.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks about an import: the rows that were not taken, and the report over all rows. */
final class ImportSheet {
  private static final int[] WIDTHS = {8, 14, 30, 24, 12, 90};
  private static final int PIECE = 1_000;
  private static final int SITE = 1;
  private static final int NAME = 2;
  private static final int CODE = 9;

  private ImportSheet() {}

  /** What became of a row, and the reasons when it was refused. */
  record Line(String outcome, List<String> reasons) {}

  static void faults(OutputStream out, FormRead.Rows read, Map<Integer, Line> lines) throws IOException {
    ArchiveForm.writeFaults(
        out, read, line -> lines.containsKey(line.number()) ? lines.get(line.number()).reasons() : List.of(), false);
  }

  static void report(OutputStream out, Words words, ImportUpload upload, FormRead.Rows read, Map<Integer, Line> lines)
      throws IOException {
    Workbook workbook = new Workbook(out, "Xingheng", "1.0");
    Worksheet sheet = workbook.newWorksheet(words.say("imports.report"));
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.width(i, WIDTHS[i]);
    }
    sheet.value(0, 0, head(words, upload));
    sheet.style(0, 0).bold().set();
    List<String> headings =
        Stream.of("line", "name", "site", "code", "outcome", "reason").map(key -> words.say("imports.report." + key))
            .toList();
    put(sheet, 1, headings);
    sheet.freezePane(0, 2);
    int at = 2;
    for (FormLine line : read.lines()) {
      Line became = lines.getOrDefault(line.number(), new Line("", List.of()));
      sheet.value(at, 0, line.number());
      put(
          sheet, at,
          List.of(
              "", line.raw().get(NAME), line.raw().get(SITE), line.raw().get(CODE), became.outcome(),
              String.join("\n", became.reasons())));
      at++;
      if (at % PIECE == 0) {
        sheet.flush();
      }
    }
    workbook.finish();
  }

  private static String head(Words words, ImportUpload upload) {
    ImportUpload.Batch batch = Objects.requireNonNull(upload.batch());
    return words.say(
        "imports.report.head", upload.fileName(), upload.organisationName(), upload.asOf().toString(), batch.taken(),
        batch.unchanged(), batch.refused());
  }

  private static void put(Worksheet sheet, int row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        sheet.value(row, i, texts.get(i));
      }
    }
  }
}
