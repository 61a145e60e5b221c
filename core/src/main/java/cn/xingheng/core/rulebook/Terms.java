package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import org.jspecify.annotations.Nullable;

/**
 * 「协议期限」 How long an agreement lasts.
 *
 * @param months its greatest length, or null when it follows the agreement of the institution
 * @param renews whether it renews by itself where nothing else was agreed
 */
public record Terms(@Nullable Integer months, boolean renews, Citation citation, String gloss) {}
