package cn.xingheng.server.archive.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a row as they are written, in such a way that reading them gives the same row. */
final class FormValues {

  /** What a spreadsheet would run as a formula when it opens a text file. */
  private static final Pattern RUNS = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final Pattern LOOKS_CUT = Pattern.compile("\\d{15}000");

  private FormValues() {}

  /** The texts of the columns after the running number; codes for coded values. */
  static List<String> of(FormRow row) {
    var position = row.position();
    var title = row.title();
    return List.of(
        asText(row.institution()),
        asText(row.name()),
        row.sex().word(),
        exact(row.identity().value()),
        Integer.toString(row.category().code()),
        position == null ? "" : Integer.toString(position.code()),
        title == null ? "" : Integer.toString(title.code()),
        asText(row.specialty()),
        asText(row.code()),
        exact(row.certificate()),
        exact(row.phone()),
        asText(row.violation()),
        asText(row.description()),
        points(row.singlePoints()),
        points(row.totalPoints()),
        Integer.toString(row.status().code()),
        asText(row.remark()));
  }

  /** As {@link #of}, with the identity number masked. */
  static List<String> masked(FormRow row) {
    List<String> values = new ArrayList<>(of(row));
    values.set(FormColumn.IDENTITY.index() - 1, row.identity().masked());
    return values;
  }

  /** A text that a spreadsheet would run, made harmless by the apostrophe that reading takes away. */
  static String harmless(String text) {
    return RUNS.matcher(text).matches() ? "'" + text : text;
  }

  /** Reading takes one apostrophe away, so a text that begins with one gets another. */
  private static String asText(String text) {
    return Looks.apostrophe(text) ? "'" + text : text;
  }

  /** A number that truly ends as if a spreadsheet had cut it carries the apostrophe that says so. */
  private static String exact(String number) {
    return LOOKS_CUT.matcher(number).matches() ? "'" + number : asText(number);
  }

  private static String points(@Nullable Integer points) {
    return points == null ? "" : points.toString();
  }
}
