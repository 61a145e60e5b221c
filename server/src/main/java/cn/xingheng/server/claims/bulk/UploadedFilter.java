package cn.xingheng.server.claims.bulk;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which uploaded lines.
 *
 * @param month of the day of the fee
 * @param lines institution, physician, verdict and cause
 * @param cancelled true those cancelled, false those that stand, null both
 */
public record UploadedFilter(YearMonth month, LineFilter lines, @Nullable Boolean cancelled) {}
