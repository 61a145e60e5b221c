package cn.xingheng.server.claims;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A key that was issued; the key itself is not kept.
 *
 * @param path of the institution
 * @param revokedBy who revoked it, or null while it opens
 */
public record IssuedKey(
    long id, String institution, String institutionName, String path, String label, String createdBy,
    OffsetDateTime createdAt, @Nullable String revokedBy, @Nullable OffsetDateTime revokedAt) {}
