package cn.xingheng.server.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys that make a write safe to repeat: kept for ever, bound to whose the key is, what it was for and what was asked.
 * Works inside the transaction of the write.
 */
@Component
public class IdempotencyStore {
  private static final String FIND =
      "select object, body_hash, outcome from idempotency where tenant = :tenant and key = :key";
  private static final String KEEP =
      """
      insert into idempotency (tenant, key, object, body_hash, outcome, recorded_at)
      values (:tenant, :key, :object, :hash, :outcome, :at)
      """;
  private final JdbcClient jdbc;

  IdempotencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One write: whose key, the key, what it acts on, what it says. */
  public record Request(String tenant, String key, String object, String body) {

    /** Refuses a key that could not be kept. */
    public Request {
      if (key.length() < 8 || key.length() > 128) {
        throw Problem.of(400, "problem.key-length");
      }
    }
  }

  /**
   * What came of this write before, or empty when it is new.
   *
   * @throws Problem 409 when the key was used for something else
   */
  public Optional<String> find(Request request) {
    return jdbc.sql(FIND).param("tenant", request.tenant()).param("key", request.key())
        .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
        .optional()
        .map(
            before -> {
              if (!before[0].equals(request.object()) || !before[1].equals(hash(request.body()))) {
                throw Problem.of(409, "problem.key-reused");
              }
              return before[2];
            });
  }

  /**
   * Keeps what came of it.
   *
   * @throws Problem 409 when another write took the key in the meantime; nothing of this one is written
   */
  public void keep(Request request, String outcome, OffsetDateTime at) {
    try {
      jdbc.sql(KEEP)
          .param("tenant", request.tenant())
          .param("key", request.key())
          .param("object", request.object())
          .param("hash", hash(request.body()))
          .param("outcome", outcome)
          .param("at", at)
          .update();
    } catch (DuplicateKeyException taken) {
      throw Problem.of(409, "problem.key-reused");
    }
  }

  private static String hash(String body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
