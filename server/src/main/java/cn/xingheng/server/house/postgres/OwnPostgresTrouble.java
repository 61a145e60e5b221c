package cn.xingheng.server.house.postgres;

/** The own PostgreSQL cannot be had: what is wrong and what to do about it, first in Chinese, then in English. */
public final class OwnPostgresTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OwnPostgresTrouble(String chinese, String english) {
    super(chinese + "\n" + english);
  }

  OwnPostgresTrouble(String chinese, String english, Throwable cause) {
    super(chinese + "\n" + english, cause);
  }

  /** With the last words of the server or of one of its tools below. */
  static OwnPostgresTrouble quoting(String chinese, String english, String lastWords) {
    return new OwnPostgresTrouble(chinese, english + "\n" + lastWords.strip().indent(4).stripTrailing());
  }
}
