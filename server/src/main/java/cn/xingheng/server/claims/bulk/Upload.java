package cn.xingheng.server.claims.bulk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that are handed in together.
 *
 * @param month that all of them are of, or null when each says it in its name
 */
record Upload(String agency, @Nullable YearMonth month, List<File> files) {
  private static final Pattern NAMED = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.年]?(0[1-9]|1[0-2])(?!\\d)");

  Upload {
    files = List.copyOf(files);
  }

  /** One file. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record File(String name, byte[] content) {

    /** Of the content. */
    String hash() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException cause) {
        throw new IllegalStateException("every Java has SHA-256", cause);
      }
    }
  }

  /** Whether the month of the file is known. */
  boolean knows(File file) {
    return month != null || NAMED.matcher(file.name()).find();
  }

  /** The month of a file of which it is known. */
  YearMonth monthOf(File file) {
    if (month != null) {
      return month;
    }
    Matcher named = NAMED.matcher(file.name());
    if (!named.find()) {
      throw new IllegalArgumentException("no month in " + file.name());
    }
    return YearMonth.of(Integer.parseInt(named.group(1)), Integer.parseInt(named.group(2)));
  }
}
