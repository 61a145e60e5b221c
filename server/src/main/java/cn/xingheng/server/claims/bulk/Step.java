package cn.xingheng.server.claims.bulk;

import java.time.OffsetDateTime;

/** What was done with an item, by whom, when. */
public record Step(Item.State state, String who, String note, OffsetDateTime at) {}
