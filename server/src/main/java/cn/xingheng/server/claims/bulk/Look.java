package cn.xingheng.server.claims.bulk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/**
 * A second look that was taken.
 *
 * @param judged how many lines were judged again: those of persons of whom anything changed
 * @param resolved how many of them could not be decided before and can be now
 * @param turned how many items came of it
 */
public record Look(
    long id, YearMonth first, YearMonth last, long knownNo, LocalDate knownOn, long judged, long resolved, long turned,
    String who, OffsetDateTime at) {}
