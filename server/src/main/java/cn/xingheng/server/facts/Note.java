package cn.xingheng.server.facts;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a recorded fact: it bears on no reckoning.
 *
 * @param document the number of the document that decided
 * @param text what happened, in words
 * @param who the name of whoever recorded it; empty for a machine
 * @param edition the edition and its hash under which it was recorded
 * @param batch the import it came with, or null
 */
public record Note(
    @Nullable String document, @Nullable String text, OffsetDateTime recordedAt, String who, String edition,
    String editionHash, @Nullable Long batch) {}
