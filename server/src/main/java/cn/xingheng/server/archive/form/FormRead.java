package cn.xingheng.server.archive.form;

import java.util.List;

/** What came of reading a file. */
public sealed interface FormRead {

  /** The name under which the file came. */
  String fileName();

  /**
   * The file is the form.
   *
   * @param sheet the name of the sheet that was read, empty for a text file
   * @param lines its rows in their order, without blank ones and notes; at least one
   * @param ignored headings of further columns, which were not read
   */
  record Rows(String fileName, String sheet, List<FormLine> lines, List<String> ignored) implements FormRead {

    /** Copies the lists. */
    public Rows {
      lines = List.copyOf(lines);
      ignored = List.copyOf(ignored);
    }

    /** The rows that can be taken. */
    public List<FormLine.Understood> understood() {
      return lines.stream().filter(FormLine.Understood.class::isInstance).map(FormLine.Understood.class::cast).toList();
    }

    /** The rows that cannot. */
    public List<FormLine.Faulty> faulty() {
      return lines.stream().filter(FormLine.Faulty.class::isInstance).map(FormLine.Faulty.class::cast).toList();
    }
  }

  /** The file as a whole cannot be read as the form. */
  record Refused(String fileName, FormFault fault) implements FormRead {}
}
