package cn.xingheng.match;

import java.io.IOException;

/**
 * 「输入不可用」 A file or path that a run cannot start from or go on with; nothing has been written then.
 *
 * <p>The message says where, what is wrong, and, on a second line that starts "Maybe", what can be done.
 */
public final class UnusableInput extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says where, what is wrong, and what can be done: a clause that follows "Maybe". */
  public UnusableInput(String where, String wrong, String maybe) {
    super(where + ": " + wrong + System.lineSeparator() + "Maybe " + maybe);
  }

  /** The same, with the place inside the file. */
  static UnusableInput atLine(String file, long line, String wrong, String maybe) {
    return new UnusableInput(file + ", line " + line, wrong, maybe);
  }
}
