package cn.xingheng.server.claims.bulk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts in yuan and numbers of lines, for people and for files. */
public final class Yuan {
  private static final int PLACES = 2;

  private Yuan() {}

  /** With groups of three digits and two places: 1,286.40. */
  public static String of(BigInteger fen) {
    DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(new BigDecimal(fen, PLACES));
  }

  /** With groups of three digits and two places: 1,286.40. */
  public static String of(long fen) {
    return of(BigInteger.valueOf(fen));
  }

  /** A number of lines, with groups of three digits. */
  public static String count(long lines) {
    return String.format(Locale.ROOT, "%,d", lines);
  }

  /** Without groups: 1286.40. */
  static String plain(long fen) {
    return BigDecimal.valueOf(fen, PLACES).toPlainString();
  }
}
