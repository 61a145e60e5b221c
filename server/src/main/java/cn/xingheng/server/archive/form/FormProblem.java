package cn.xingheng.server.archive.form;

import java.util.Locale;

/** What can be wrong with a file, a cell or a row; the words for each stand in the message bundle. */
public enum FormProblem {
  FILE_EMPTY,
  FILE_TOO_BIG,
  FILE_OLD_XLS,
  FILE_NOT_SPREADSHEET,
  FILE_BROKEN,
  FILE_UNPACKS_TOO_BIG,
  NO_HEADING,
  HEADING_MISSING,
  HEADING_TWICE,
  TOO_MANY_ROWS,
  NO_ROWS,

  MISSING,
  TOO_LONG,
  CELL_ERROR,
  FORMULA,
  FLOATED,
  ROUNDED,
  NAME,
  SEX,
  ID_LENGTH,
  ID_CHARACTERS,
  ID_BIRTH,
  ID_FUTURE,
  ID_CHECK_DIGIT,
  ID_SEX,
  NO_SUCH_VALUE,
  WORD_AND_CODE_DIFFER,
  PHYSICIAN_CODE,
  CERTIFICATE,
  CERTIFICATE_DIGITS,
  PHONE,
  POINTS,
  TOTAL_BELOW_SINGLE,

  DUPLICATE,
  NAMES_DIFFER,
  CODE_SHARED;

  /** The beginning of its keys in the bundle; {@code .wrong}, {@code .allowed} and {@code .remedy} follow. */
  public String key() {
    return "archive.form." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
