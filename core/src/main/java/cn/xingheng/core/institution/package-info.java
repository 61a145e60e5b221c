/**
 * 「机构后果」 What the points and the terminated physicians of an institution bring upon it (L18, L19).
 *
 * <p>Looks to sanction and all to its left. Central type: {@link cn.xingheng.core.institution.Consequence}.
 */
@NullMarked
package cn.xingheng.core.institution;

import org.jspecify.annotations.NullMarked;
