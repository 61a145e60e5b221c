package cn.xingheng.server.archive.form;

/**
 * Looks at the mark-up of one part of a workbook, byte after byte, for what would use up the memory of whoever reads
 * it: a text without end, a document type with its entities, a cell further right than any spreadsheet goes.
 *
 * <p>It looks at bytes and not at characters, and passes over zero bytes, so that it sees through every encoding that
 * the reader of workbooks knows.
 */
final class MarkupScan {

  /** A cell has at most 32,767 characters: no honest part goes on for so long without a mark-up. */
  private static final int LONGEST_RUN = 1 << 20;

  /** The last column of a spreadsheet is XFD. */
  private static final int COLUMN_LETTERS = 3;

  /** How much of the beginning of an attribute r has been seen. */
  private enum Seen {
    NOTHING,
    BLANK,
    NAME,
    EQUALS,
    VALUE
  }

  private Seen seen = Seen.NOTHING;
  private int letters;
  private int run;
  private int sinceMarkup;
  private boolean declaration;

  /** Whether so far everything is as in an honest part. */
  boolean honest(byte next) {
    run = next == '<' ? 0 : run + 1;
    if (next == 0) {
      return run <= LONGEST_RUN;
    }
    return run <= LONGEST_RUN && !documentType(next) && near(next);
  }

  private boolean documentType(byte next) {
    sinceMarkup = next == '<' ? 0 : Math.min(sinceMarkup + 1, 3);
    boolean second = declaration && sinceMarkup == 2;
    declaration = sinceMarkup == 1 && next == '!';
    return second && next == 'D';
  }

  private boolean near(byte next) {
    boolean blank = next == ' ' || next == '\t' || next == '\n' || next == '\r';
    if (seen == Seen.VALUE) {
      boolean letter = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
      letters = letter ? letters + 1 : 0;
      seen = letter ? Seen.VALUE : Seen.NOTHING;
      return letters <= COLUMN_LETTERS && next != '&';
    }
    boolean quote = next == '"' || next == '\'';
    if (seen == Seen.BLANK && next == 'r') {
      seen = Seen.NAME;
    } else if (seen == Seen.NAME && next == '=') {
      seen = Seen.EQUALS;
    } else if (seen == Seen.EQUALS && quote) {
      seen = Seen.VALUE;
    } else if (!blank) {
      seen = Seen.NOTHING;
    } else if (seen == Seen.NOTHING) {
      seen = Seen.BLANK;
    }
    return true;
  }
}
