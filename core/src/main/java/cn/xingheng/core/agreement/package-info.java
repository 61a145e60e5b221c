/**
 * 「协议」 The course of one agreement: its terms, its renewal, its end.
 *
 * <p>Looks to register and all to its left. Knows renewal as a function of what blocks it; who blocks is folded in
 * standing. Central type: {@link cn.xingheng.core.agreement.Course}.
 */
@NullMarked
package cn.xingheng.core.agreement;

import org.jspecify.annotations.NullMarked;
