package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of one sheet of a workbook. */
final class XlsxSource implements RowSource {

  /** More columns than any form has; what stands further right is not looked at. */
  private static final int COLUMNS = 256;

  /** A spreadsheet keeps fifteen digits of a number, no more. */
  private static final int KEPT_DIGITS = 15;

  /** The numbers of the built-in formats that show a day or a time. */
  private static final Set<Integer> DATE_FORMATS = IntStream.rangeClosed(14, 58)
      .filter(id -> id <= 22 || (id >= 27 && id <= 36) || (id >= 45 && id != 48 && id != 49))
      .boxed().collect(Collectors.toUnmodifiableSet());

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern DATE_LETTERS = Pattern.compile("(?i)[yd]|m{1,5}[-/.年月]|[hs]");

  private final String sheet;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

  XlsxSource(Sheet sheet) throws FileRefused {
    try {
      this.sheet = sheet.getName();
      this.stream = sheet.openStream();
      this.rows = stream.iterator();
    } catch (IOException | RuntimeException e) {
      throw new FileRefused(FormProblem.FILE_BROKEN);
    }
  }

  @Override
  public String sheet() {
    return sheet;
  }

  /** What the reader of workbooks throws over a damaged sheet is of many types: all of them mean the same. */
  @Override
  public Optional<Row> next() throws FileRefused {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      org.dhatim.fastexcel.reader.Row row = rows.next();
      int columns = Math.min(row.getCellCount(), COLUMNS);
      List<FoundCell> cells = new ArrayList<>(columns);
      for (int i = 0; i < columns; i++) {
        cells.add(row.getOptionalCell(i).map(XlsxSource::found).orElse(FoundCell.BLANK));
      }
      return Optional.of(new Row(row.getRowNum(), cells));
    } catch (RuntimeException e) {
      throw new FileRefused(FormProblem.FILE_BROKEN);
    }
  }

  @Override
  public void close() {
    stream.close();
  }

  private static FoundCell found(Cell cell) {
    return switch (cell.getType()) {
      case EMPTY -> FoundCell.BLANK;
      case STRING -> FoundCell.text(cell.getText());
      case NUMBER -> number(cell, cell.asNumber());
      case BOOLEAN -> new FoundCell(cell.getText(), FoundCell.Kind.TEXT);
      case ERROR -> new FoundCell(raw(cell), FoundCell.Kind.ERROR);
      case FORMULA -> result(cell);
    };
  }

  private static FoundCell result(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof String text) {
      return text.startsWith("#") ? new FoundCell(text, FoundCell.Kind.ERROR) : FoundCell.text(text);
    }
    if (value instanceof BigDecimal number && digits(number) <= KEPT_DIGITS) {
      return number(cell, number);
    }
    String formula = cell.getFormula();
    return new FoundCell(formula == null ? raw(cell) : "=" + formula, FoundCell.Kind.FORMULA);
  }

  private static FoundCell number(Cell cell, BigDecimal value) {
    if (digits(value) > KEPT_DIGITS) {
      return new FoundCell(withExponent(value), FoundCell.Kind.NUMBER);
    }
    return date(cell, value).orElseGet(() -> {
      BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
      return new FoundCell(plain.toPlainString(), FoundCell.Kind.NUMBER);
    });
  }

  /** A number that is shown as a day: the text of the day, which nobody here interprets. */
  private static Optional<FoundCell> date(Cell cell, BigDecimal value) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    boolean known = id != null && DATE_FORMATS.contains(id);
    boolean own = format != null && DATE_LETTERS.matcher(LITERAL.matcher(format).replaceAll("")).find();
    if (!(known || own) || value.signum() < 0 || value.precision() - value.scale() > 7) {
      return Optional.empty();
    }
    LocalDateTime day = cell.asDate();
    boolean whole = day.toLocalTime().equals(LocalTime.MIDNIGHT);
    return Optional.of(new FoundCell(whole ? day.toLocalDate().toString() : day.toString(), FoundCell.Kind.TEXT));
  }

  private static int digits(BigDecimal value) {
    return value.signum() == 0 ? 1 : value.precision() - value.scale();
  }

  private static String withExponent(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    String digits = stripped.unscaledValue().abs().toString();
    String sign = stripped.signum() < 0 ? "-" : "";
    String behind = digits.length() == 1 ? "" : "." + digits.substring(1);
    return sign + digits.charAt(0) + behind + "E+" + (digits(value) - 1);
  }

  private static String raw(Cell cell) {
    String raw = cell.getRawValue();
    return raw == null ? "" : raw;
  }
}
