package cn.xingheng.server.claims.bulk;

import org.jspecify.annotations.Nullable;

/** Which items of an agency; null is all. */
public record ItemFilter(Item.@Nullable Kind kind, Item.@Nullable State state) {}
