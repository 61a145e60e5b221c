package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import org.jspecify.annotations.Nullable;

/**
 * 「禁入」 What a termination bars.
 *
 * @param withTerm whether the bar lasts at least to the end of the term of the agreement that was ended
 * @param fraud the range of the bar after fraud, or null when the edition has none
 */
public record Bar(
    boolean withTerm, Citation termCitation, @Nullable Range fraud, Citation citation, String gloss) {}
