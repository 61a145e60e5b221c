package cn.xingheng.server.archive;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that came, what was asked for with it, and what became of it.
 *
 * @param organisation the pooling area
 * @param hash of the bytes of the file
 * @param asOf the day of the form
 * @param batch what was taken of it, or null before that
 */
public record ImportUpload(
    long id, String organisation, String organisationName, String path, String fileName, String hash, LocalDate asOf,
    ImportTerms terms, String who, OffsetDateTime at, @Nullable Batch batch) {

  /** What was taken. */
  public record Batch(
      long id, String who, OffsetDateTime at, int taken, int unchanged, int refused, @Nullable Undo undo) {}

  /** That it does not count any more. */
  public record Undo(String who, OffsetDateTime at, String because) {}
}
