package cn.xingheng.server.archive.form;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What reading needs to know from outside.
 *
 * @param today nobody is born after it
 * @param physicianCode the form of a physician code under the edition in force; a code matches it as a whole
 * @param limits how much is read at all
 */
public record FormRules(LocalDate today, Pattern physicianCode, Limits limits) {

  /** With the usual limits. */
  public FormRules(LocalDate today, Pattern physicianCode) {
    this(today, physicianCode, Limits.USUAL);
  }

  /**
   * How much is read at all. What is larger is refused before it is held in memory.
   *
   * @param bytes of the file
   * @param unpacked bytes of everything in a workbook when unpacked
   * @param rows with content
   */
  public record Limits(long bytes, long unpacked, int rows) {

    /** 50 MB, 600 MB unpacked, 200,000 rows. */
    public static final Limits USUAL = new Limits(50L << 20, 600L << 20, 200_000);

    /** Refuses limits that let nothing through. */
    public Limits {
      if (bytes <= 0 || unpacked <= 0 || rows <= 0) {
        throw new IllegalArgumentException("limits are positive: " + bytes + ", " + unpacked + ", " + rows);
      }
    }
  }
}
