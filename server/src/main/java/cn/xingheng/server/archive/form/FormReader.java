package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a file from its first byte to its last row. */
final class FormReader {

  private static final int STEP = 500;

  /** So many different texts are shared among the rows that repeat them. */
  private static final int SHARED = 20_000;

  private final String fileName;
  private final FormRules rules;
  private final IntConsumer progress;
  private final Map<String, String> shared = new HashMap<>();

  FormReader(String fileName, FormRules rules, IntConsumer progress) {
    this.fileName = fileName;
    this.rules = rules;
    this.progress = progress;
  }

  FormRead read(Content content) throws IOException {
    try {
      return switch (FileKind.of(content, rules.limits())) {
        case WORKBOOK -> workbook(content);
        case TEXT -> text(content);
      };
    } catch (FileRefused refused) {
      return new FormRead.Refused(fileName, refused.fault());
    }
  }

  private FormRead workbook(Content content) throws IOException, FileRefused {
    Packed.check(content, rules.limits());
    try (ReadableWorkbook workbook = opened(content)) {
      for (Sheet sheet : workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList()) {
        try (RowSource source = new XlsxSource(sheet)) {
          Optional<Headings> headings = Headings.find(source);
          if (headings.isPresent()) {
            return rows(source, headings.get().complete());
          }
        }
      }
    }
    throw new FileRefused(FormProblem.NO_HEADING);
  }

  /** What the reader of workbooks throws over a damaged file is of many types: all of them mean the same. */
  private static ReadableWorkbook opened(Content content) throws FileRefused {
    try {
      return content.workbook();
    } catch (IOException | RuntimeException e) {
      throw new FileRefused(FormProblem.FILE_BROKEN);
    }
  }

  private FormRead text(Content content) throws IOException, FileRefused {
    var charset = CsvSource.charset(content);
    char best = ',';
    int most = 0;
    for (char separator : CsvSource.SEPARATORS) {
      try (RowSource source = new CsvSource(content, charset, separator)) {
        int recognised = Headings.find(source).map(headings -> headings.places().size()).orElse(0);
        best = recognised > most ? separator : best;
        most = Math.max(most, recognised);
      }
    }
    try (RowSource source = new CsvSource(content, charset, best)) {
      Optional<Headings> headings = Headings.find(source);
      if (headings.isEmpty()) {
        throw new FileRefused(FormProblem.NO_HEADING);
      }
      return rows(source, headings.get().complete());
    }
  }

  private FormRead rows(RowSource source, Headings headings) throws IOException, FileRefused {
    List<Judged> rows = new ArrayList<>();
    NoteRows notes = new NoteRows();
    Optional<RowSource.Row> row = headings.held().isPresent() ? headings.held() : source.next();
    for (; row.isPresent(); row = source.next()) {
      if (notes.skips(headings, row.get()) || headings.repeatedIn(row.get())) {
        continue;
      }
      if (rows.size() == rules.limits().rows()) {
        throw new FileRefused(FormProblem.TOO_MANY_ROWS, Integer.toString(rules.limits().rows()));
      }
      List<FoundCell> cells = headings.cells(row.get());
      List<String> raw = cells.stream().map(cell -> share(cell.text())).toList();
      rows.add(RowReader.judge(rules, row.get().number(), cells, raw));
      if (rows.size() % STEP == 0) {
        progress.accept(rows.size());
      }
    }
    if (rows.isEmpty()) {
      throw new FileRefused(FormProblem.NO_ROWS);
    }
    progress.accept(rows.size());
    return new FormRead.Rows(fileName, source.sheet(), Comparison.lines(rows), headings.ignored());
  }

  private String share(String text) {
    String known = shared.get(text);
    if (known == null && shared.size() < SHARED) {
      shared.put(text, text);
    }
    return known == null ? text : known;
  }
}
