/**
 * 「考评评优」 Honours and the reward fund (L23-L26, M22).
 *
 * <p>Looks to claims and all to its left. Central types: {@link cn.xingheng.core.merit.Honour} and
 * {@link cn.xingheng.core.merit.Fund}.
 */
@NullMarked
package cn.xingheng.core.merit;

import org.jspecify.annotations.NullMarked;
