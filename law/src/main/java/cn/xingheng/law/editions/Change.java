package cn.xingheng.law.editions;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two editions.
 *
 * @param path the keys down to it, such as {@code rules/suspend/when/at-least}
 * @param before what the first edition says, or null when it has no such place
 * @param after what the second edition says, or null when it has no such place
 * @param articles the articles of the innermost part that names any, of the second edition where it has the place
 */
public record Change(String path, @Nullable String before, @Nullable String after, String articles) {}
