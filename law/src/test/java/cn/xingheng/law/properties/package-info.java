/**
 * 「性质检验」 Properties of the reckoning over seeded random histories, under every shipped edition.
 *
 * <p>May touch everything of {@code law} and {@code core}.
 * Central type: {@link cn.xingheng.law.properties.RandomHistory}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.law.properties;
