package cn.xingheng.server.claims.bulk;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was done with an item, by whom, when.
 *
 * @param reason why it was withdrawn, or null for what people do
 */
public record Step(Item.State state, String who, String note, OffsetDateTime at, @Nullable Reason reason) {}
