package cn.xingheng.server.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the agreements that an archive form stands for: the form itself has no days.
 *
 * @param from first day
 * @param through last day, or null for what the edition gives
 * @param renews whether they renew by themselves, or null for what the edition gives
 */
public record ImportTerms(LocalDate from, @Nullable LocalDate through, @Nullable Boolean renews) {}
