package cn.xingheng.server.archive.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** Writes the form as CSV. */
final class FormCsv {

  private FormCsv() {}

  static void write(OutputStream out, String title, Iterable<FormRow> rows, Predicate<FormRow> masked)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write('\uFEFF');
    try {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
      if (!title.isEmpty()) {
        csv.writeRecord(title);
      }
      csv.writeRecord(FormColumn.ALL.stream().map(FormColumn::heading).toArray(String[]::new));
      int number = 0;
      for (FormRow row : rows) {
        number++;
        var record = csv.writeRecord().writeField(Integer.toString(number));
        List<String> values = masked.test(row) ? FormValues.masked(row) : FormValues.of(row);
        values.forEach(value -> record.writeField(FormValues.harmless(value)));
        record.endRecord();
      }
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    text.flush();
  }
}
