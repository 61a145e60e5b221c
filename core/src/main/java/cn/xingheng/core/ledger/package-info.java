/**
 * 「扣分台账」 Deductions that stand, in the accounts and periods they count in.
 *
 * <p>Looks to agreement and all to its left. What follows from a total is reckoned in sanction.
 * Central type: {@link cn.xingheng.core.ledger.Ledger}.
 */
@NullMarked
package cn.xingheng.core.ledger;

import org.jspecify.annotations.NullMarked;
