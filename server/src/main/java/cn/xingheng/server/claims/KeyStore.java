package cn.xingheng.server.claims;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of hospital systems: their hashes, never themselves. */
@Component
class KeyStore {
  private static final String ISSUE =
      """
      insert into api_key (institution, label, key_hash, created_by, created_at)
      values (:institution, :label, :hash, :account, :at) returning id
      """;
  private static final String REVOKE =
      """
      insert into api_key_revocation (api_key, revoked_by, revoked_at) values (:id, :account, :at)
      on conflict (api_key) do nothing
      """;
  private static final String BELOW =
      """
      select k.id, k.institution, o.name as institution_name, o.path, k.label, a.name as created_by, k.created_at,
             b.name as revoked_by, r.revoked_at
      from api_key k
      join organisation o on o.id = k.institution
      join account a on a.id = k.created_by
      left join api_key_revocation r on r.api_key = k.id
      left join account b on b.id = r.revoked_by
      where o.path like any(:paths)
      order by r.revoked_at is not null, k.id desc
      """;
  private final JdbcClient jdbc;

  KeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long issue(String institution, String label, String hash, long account, OffsetDateTime at) {
    return jdbc.sql(ISSUE).param("institution", institution).param("label", label).param("hash", hash)
        .param("account", account).param("at", at).query(Long.class).single();
  }

  /** False when it had been revoked before. */
  boolean revoke(long id, long account, OffsetDateTime at) {
    return jdbc.sql(REVOKE).param("id", id).param("account", account).param("at", at).update() == 1;
  }

  /** The keys of institutions below these paths: those in use first, the newest first. */
  List<IssuedKey> below(List<String> paths) {
    String[] patterns = paths.stream().map(path -> path + "%").toArray(String[]::new);
    return jdbc.sql(BELOW).param("paths", patterns)
        .query(
            (row, number) -> {
              @Nullable OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
              return new IssuedKey(
                  row.getLong("id"), row.getString("institution"), row.getString("institution_name"),
                  row.getString("path"), row.getString("label"), row.getString("created_by"),
                  row.getObject("created_at", OffsetDateTime.class), row.getString("revoked_by"), revokedAt);
            })
        .list();
  }
}
