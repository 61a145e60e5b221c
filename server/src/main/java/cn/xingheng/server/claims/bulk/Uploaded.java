package cn.xingheng.server.claims.bulk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A line as a hospital uploaded it, with the verdict it was answered.
 *
 * @param line its {@code line} is the number of the upload, its claim id is visit and serial number
 * @param said the physician as sent: a code, or a staff number of the institution
 * @param crosswalk whether the institution's staff numbers told the code
 * @param refunds the serial number of the line that this one pays back, or empty
 * @param sentAt by the hospital's clock, which decides what is later
 */
public record Uploaded(
    Line line, String visit, String sn, String batch, String refunds, String said, boolean crosswalk, String msgid,
    OffsetDateTime sentAt, OffsetDateTime receivedAt, State state) {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** How an upload stands. */
  public enum State {
    STANDING,
    CANCELLED,
    /** A later upload of the same line stands in its place. */
    REPLACED;

    /** The word in addresses and files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The day on which it arrived. */
  public LocalDate receivedOn() {
    return receivedAt.atZoneSameInstant(BEIJING).toLocalDate();
  }

  /** How many days after the day of the fee it arrived. */
  public long daysLate() {
    return Math.max(0, ChronoUnit.DAYS.between(line.day(), receivedOn()));
  }
}
