package cn.xingheng.server.claims.bulk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A file of claim lines that came, and what became of it.
 *
 * @param agency the pooling area
 * @param path of the agency
 * @param outcome how it ended, or null while it is to be done
 */
public record Run(
    long id, String agency, String agencyName, String path, YearMonth month, String fileName, String who,
    OffsetDateTime at, @Nullable Outcome outcome) {

  /**
   * How it ended.
   *
   * @param trouble why nothing was loaded, the key of a sentence or a sentence; empty when all was
   * @param knownNo the change by which the lines were decided, at least
   * @param again lines whose claim id had come before with the same content
   */
  public record Outcome(
      String trouble, long knownNo, LocalDate knownOn, long read, long added, long again, long rejected,
      OffsetDateTime at) {

    /** Whether its lines are there. */
    public boolean loaded() {
      return trouble.isEmpty();
    }
  }
}
