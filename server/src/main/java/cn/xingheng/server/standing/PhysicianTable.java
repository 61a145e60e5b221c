package cn.xingheng.server.standing;

import cn.xingheng.server.house.Badge;
import cn.xingheng.server.house.Words;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the list as a spreadsheet while it is read; identity numbers stay masked. */
final class PhysicianTable {
  private static final List<String> COLUMNS =
      List.of("name", "identity", "institutions", "codes", "points", "standing", "as-of");
  private static final int POINTS = 4;
  private static final Pattern RUNS = Pattern.compile("(?s)[\\s\\p{Cf}]*[=+\\-@＝＋－＠|%\\t\\r\\n].*");
  private final Words words;
  private final LocalDate day;

  PhysicianTable(Words words, LocalDate day) {
    this.words = words;
    this.day = day;
  }

  /** Rows in a row, handed over some at a time. */
  interface Rows {
    /** Hands over all rows. */
    void each(Consumer<List<PhysicianRow>> sink);
  }

  /** UTF-8 with the mark by which a spreadsheet knows it. */
  void csv(OutputStream out, Rows rows) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write('\uFEFF');
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    try {
      csv.writeRecord(headings().toArray(String[]::new));
      rows.each(
          some -> some.forEach(
              row -> csv.writeRecord(cells(row).stream().map(PhysicianTable::harmless).toArray(String[]::new))));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    text.flush();
  }

  /** A workbook: every cell a text that nothing reads as a formula, points a number. */
  void xlsx(OutputStream out, Rows rows) throws IOException {
    Workbook workbook = new Workbook(out, "Xingheng", "1.0");
    Worksheet sheet = workbook.newWorksheet(words.say("physicians.title"));
    List<String> headings = headings();
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, headings.get(i));
      sheet.width(i, i == POINTS ? 10 : 24);
    }
    sheet.freezePane(0, 1);
    int[] at = {0};
    try {
      rows.each(some -> write(sheet, some, at));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    workbook.finish();
  }

  private void write(Worksheet sheet, List<PhysicianRow> some, int[] at) {
    for (PhysicianRow row : some) {
      at[0]++;
      List<String> cells = cells(row);
      for (int i = 0; i < cells.size(); i++) {
        if (i == POINTS) {
          sheet.value(at[0], i, row.points());
        } else {
          sheet.value(at[0], i, cells.get(i));
        }
      }
    }
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> headings() {
    return COLUMNS.stream().map(column -> words.say("physicians.export." + column)).toList();
  }

  private List<String> cells(PhysicianRow row) {
    return List.of(
        row.name(), row.masked(), joined(row.sites().stream().map(PhysicianRow.Site::name)),
        joined(row.codes().stream()), Integer.toString(row.points()),
        joined(row.sites().stream().map(site -> Badge.of(words, site.standing(), site.causes()).text())),
        day.toString());
  }

  private static String joined(Stream<String> texts) {
    return String.join("; ", texts.toList());
  }

  /** A text that a spreadsheet would run, made harmless. */
  static String harmless(String text) {
    return RUNS.matcher(text).matches() ? "'" + text : text;
  }
}
