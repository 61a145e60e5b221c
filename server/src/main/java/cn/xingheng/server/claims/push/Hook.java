package cn.xingheng.server.claims.push;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of changes.
 *
 * @param path of the institution
 * @param no the change up to which it was told
 * @param arrivedAt when something last arrived, or null
 * @param letter what waits to be sent or could not be, or null
 */
public record Hook(
    long id, String institution, String institutionName, String path, String url, String createdBy,
    OffsetDateTime createdAt, boolean paused, long no, @Nullable OffsetDateTime arrivedAt, @Nullable Letter letter) {

  /**
   * What is under way to a hook.
   *
   * @param dead whether it is tried no more until somebody says so
   * @param trouble why the last attempt failed; empty before the first
   * @param dueAt when it is tried next
   */
  public record Letter(
      String id, long nextNo, boolean dead, int attempts, String trouble, OffsetDateTime dueAt,
      OffsetDateTime changedAt) {

    /** The word of the trouble, without the number behind it. */
    public String word() {
      int colon = trouble.indexOf(':');
      return colon < 0 ? trouble : trouble.substring(0, colon);
    }

    /** The number behind the word, or nothing. */
    public String number() {
      int colon = trouble.indexOf(':');
      return colon < 0 ? "" : trouble.substring(colon + 1);
    }
  }
}
