package cn.xingheng.server.archive.form;

/**
 * A cell as it was found.
 *
 * @param text what it shows; a number with more digits than a spreadsheet keeps stands in the notation with E, so that
 *     it can never be taken for what it was before
 */
record FoundCell(String text, Kind kind) {

  static final FoundCell BLANK = new FoundCell("", Kind.TEXT);

  /** How it came. */
  enum Kind {
    TEXT,
    NUMBER,
    /** A formula whose stored result cannot be used. */
    FORMULA,
    /** An error value of the spreadsheet, such as #REF!. */
    ERROR
  }

  static FoundCell text(String text) {
    return text.isEmpty() ? BLANK : new FoundCell(text, Kind.TEXT);
  }

  boolean blank() {
    return Looks.tidy(text).isEmpty();
  }
}
