package cn.xingheng.match;

/** 「拒收原因」 Why a line of a claim file cannot be decided and goes to the rejects; the list is closed. */
public enum Reason {
  /**
   * Another number of fields than the header, a quote that never closes or stands where none may, a lone carriage
   * return.
   */
  TORN("torn"),
  /** Nothing on the line, and a record comes after it. */
  EMPTY_LINE("empty-line"),
  /** More than 4,096 bytes, the line end not counted. */
  LINE_TOO_LONG("line-too-long"),
  /** Bytes that are not UTF-8, in any column. */
  NOT_UTF8("not-utf8"),
  /** A zero byte, in any column. */
  NUL("nul"),
  NO_CLAIM_ID("no-claim-id"),
  /** A claim id of more than 64 bytes. */
  CLAIM_ID_TOO_LONG("claim-id-too-long"),
  /** Not an ISO local time, or a day or hour that does not exist. */
  IMPOSSIBLE_TIME("impossible-time"),
  /** A code of more than 32 bytes. */
  CODE_TOO_LONG("code-too-long"),
  /** An empty institution code: nobody can say whose line it is. */
  NO_INSTITUTION("no-institution"),
  UNKNOWN_SETTING("unknown-setting"),
  /** Not a whole number of fen, or beyond 64 bits. */
  NOT_WHOLE_FEN("not-whole-fen");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /** The word of this reason in the rejects file. */
  public String word() {
    return word;
  }
}
