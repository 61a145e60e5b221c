package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import org.jspecify.annotations.Nullable;

/**
 * 「记分账户」 Over what window points add up, and the points a person starts with.
 *
 * @param budget the points of a window, or null when the edition only adds up
 */
public record PointsAccount(Window window, @Nullable Integer budget, Citation citation, String gloss) {}
