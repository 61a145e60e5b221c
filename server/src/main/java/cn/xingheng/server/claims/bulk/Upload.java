package cn.xingheng.server.claims.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * Files that are handed in together.
 *
 * @param month that all of them are of, or null when each says it in its name
 */
record Upload(String agency, @Nullable YearMonth month, List<File> files) {
  private static final int PIECE = 1 << 16;
  private static final Pattern NAMED = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.年]?(0[1-9]|1[0-2])(?!\\d)");

  Upload {
    files = List.copyOf(files);
  }

  /**
   * One file, which stays where it was received.
   *
   * @param hash of the content
   */
  record File(String name, long size, String hash, FileKind kind, InputStreamSource content) {

    /** Reads it through once. */
    static File of(String name, InputStreamSource content) throws IOException {
      MessageDigest digest;
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException cause) {
        throw new IllegalStateException("every Java has SHA-256", cause);
      }
      byte[] buffer = new byte[PIECE];
      long size = 0;
      FileKind kind = FileKind.PLAIN;
      try (InputStream in = content.getInputStream()) {
        for (int got = in.readNBytes(buffer, 0, PIECE); got > 0; got = in.readNBytes(buffer, 0, PIECE)) {
          kind = size == 0 ? FileKind.of(buffer, got) : kind;
          digest.update(buffer, 0, got);
          size += got;
        }
      }
      return new File(name, size, HexFormat.of().formatHex(digest.digest()), kind, content);
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
