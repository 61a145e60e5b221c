package cn.xingheng.server.archive.form;

import cn.xingheng.server.register.IdentityNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Filled forms as real files. The people are made up, in an area code that was never assigned. */
final class Forms {

  static final FormRules RULES =
      new FormRules(LocalDate.of(2026, 4, 30), Pattern.compile("[A-Z][a-z][0-3][0-9]{15}"));
  static final List<String> HEADINGS = Arrays.stream(FormColumn.values()).map(FormColumn::heading).toList();

  private Forms() {}

  /** The identity number of the n-th person: a man when n is odd. */
  static String identity(int n) {
    String digits = "990101" + (1960 + n / 1000 % 30) + "0101" + String.format(Locale.ROOT, "%03d", n % 1000);
    return digits + IdentityNumber.checkDigit(digits);
  }

  static String code(int n) {
    return "Aa3" + certificate(n);
  }

  static String certificate(int n) {
    return "1103400" + String.format(Locale.ROOT, "%08d", n);
  }

  /** The n-th row, nothing wrong with it. */
  static List<String> row(int n) {
    return List.of(
        Integer.toString(n), "第一医院", n % 2 == 1 ? "张三" : "李四", n % 2 == 1 ? "男" : "女", identity(n),
        "1", "2", "3", "内科", code(n), certificate(n), "0551-60000000", "", "", "", "", "0", "");
  }

  /** A row with some columns filled otherwise: column, text, column, text … */
  static List<String> row(int n, Object... changes) {
    List<String> row = new ArrayList<>(row(n));
    for (int i = 0; i < changes.length; i += 2) {
      row.set(((FormColumn) changes[i]).index(), (String) changes[i + 1]);
    }
    return row;
  }

  /** A workbook with a merged title, the headings and texts. */
  @SafeVarargs
  static byte[] xlsx(List<String>... rows) {
    return workbook(sheet -> {
      sheet.value(0, 0, "医疗保障协议医师信息档案登记表");
      sheet.range(0, 0, 0, 17).merge();
      put(sheet, 1, HEADINGS);
      for (int i = 0; i < rows.length; i++) {
        put(sheet, i + 2, rows[i]);
      }
    });
  }

  static byte[] workbook(Consumer<Worksheet> filling) {
    return file(book -> filling.accept(book.newWorksheet("登记表")));
  }

  static byte[] file(Consumer<Workbook> filling) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook book = new Workbook(out, "Test", "1.0");
      filling.accept(book);
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static void put(Worksheet sheet, int row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        sheet.value(row, i, texts.get(i));
      }
    }
  }

  @SafeVarargs
  static byte[] csv(Charset charset, char separator, List<String>... rows) {
    List<List<String>> all = new ArrayList<>(List.of(HEADINGS));
    all.addAll(List.of(rows));
    return all.stream()
        .map(row -> row.stream().map(text -> quoted(text, separator)).collect(
            Collectors.joining(Character.toString(separator))))
        .collect(Collectors.joining("\r\n")).getBytes(charset);
  }

  private static String quoted(String text, char separator) {
    return text.indexOf(separator) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0
        ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  static FormRead read(byte[] content) {
    return read(content, RULES);
  }

  static FormRead read(byte[] content, FormRules rules) {
    try {
      return ArchiveForm.read("表.xlsx", content, rules, rows -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FormRead.Rows rows(byte[] content) {
    return switch (read(content)) {
      case FormRead.Rows rows -> rows;
      case FormRead.Refused refused -> throw new AssertionError(chinese().sentence(refused.fault()));
    };
  }

  /** The one row of a file in which nothing is wrong. */
  static FormRow only(byte[] content) {
    FormLine line = rows(content).lines().getFirst();
    return switch (line) {
      case FormLine.Understood understood -> understood.row();
      case FormLine.Faulty faulty -> throw new AssertionError(chinese().reasons(faulty).toString());
    };
  }

  /** What is wrong with each line of a file, in order; an empty list for a line that was understood. */
  static List<List<FormProblem>> problems(byte[] content) {
    return rows(content).lines().stream().map(line -> switch (line) {
      case FormLine.Understood _ -> List.<FormProblem>of();
      case FormLine.Faulty faulty -> faulty.faults().stream().map(FormFault::problem).toList();
    }).toList();
  }

  static FormProblem refusal(byte[] content) {
    return refusal(content, RULES);
  }

  static FormProblem refusal(byte[] content, FormRules rules) {
    return switch (read(content, rules)) {
      case FormRead.Rows rows -> throw new AssertionError("read " + rows.lines().size() + " rows");
      case FormRead.Refused refused -> refused.fault().problem();
    };
  }

  static FormWords chinese() {
    return FormWords.of(Locale.CHINA);
  }
}
