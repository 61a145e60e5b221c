package cn.xingheng.server.archive.form;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong, what is allowed and what to do, in Chinese or English. */
public final class FormWords {

  private static final String BUNDLE = "messages.archive";

  private final ResourceBundle bundle;
  private final Locale locale;

  private FormWords(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
  }

  /** In English for an English reader, in Chinese for everybody else. */
  public static FormWords of(Locale reader) {
    boolean english = reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new FormWords(english ? Locale.ENGLISH : Locale.CHINESE);
  }

  /** The heading of a column for this reader; the form itself always carries {@link FormColumn#heading()}. */
  public String heading(FormColumn column) {
    return bundle.getString("archive.form.column." + column.number());
  }

  /** What is wrong. */
  public String wrong(FormFault fault) {
    return say(fault, ".wrong");
  }

  /** What is allowed, or empty when that goes without saying. */
  public String allowed(FormFault fault) {
    return say(fault, ".allowed");
  }

  /** What to do. */
  public String remedy(FormFault fault) {
    return say(fault, ".remedy");
  }

  /** All of it in one piece: where, what was found, what is wrong, allowed, to be done. Identity numbers are masked. */
  public String sentence(FormFault fault) {
    String said = Stream.of(wrong(fault), allowed(fault), remedy(fault))
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(bundle.getString("archive.form.between")));
    FormColumn column = fault.column();
    if (column == null) {
      return said;
    }
    String where = fault.found().isEmpty() ? "archive.form.in-blank-column" : "archive.form.in-column";
    return format(where, Integer.toString(column.number()), heading(column), fault.shown(), said);
  }

  /** Why a line was not taken, for {@link ArchiveForm#writeFaults}: first where it stood, then a sentence per fault. */
  public List<String> reasons(FormLine line) {
    return switch (line) {
      case FormLine.Understood _ -> List.of();
      case FormLine.Faulty faulty -> Stream.concat(
          Stream.of(row(line)), faulty.faults().stream().map(this::sentence)).toList();
    };
  }

  /** Where a line stood in its file. */
  public String row(FormLine line) {
    return format("archive.form.row", Integer.toString(line.number()));
  }

  private String say(FormFault fault, String part) {
    return format(fault.problem().key() + part, fault.arguments().toArray());
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
