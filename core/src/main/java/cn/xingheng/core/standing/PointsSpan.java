package cn.xingheng.core.standing;

import cn.xingheng.core.ledger.Account;
import org.threeten.extra.LocalDateRange;

/**
 * 「累计时段」 Days in a row on which the running total of an account is the same.
 *
 * @param days the first may have no beginning, the last no end
 * @param points the total of the period that holds these days, 0 or more
 */
public record PointsSpan(Account account, LocalDateRange days, int points) {}
