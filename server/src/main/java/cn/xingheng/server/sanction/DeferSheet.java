package cn.xingheng.server.sanction;

import cn.xingheng.server.ledger.Told;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is put off.
 *
 * @param first the day on which it would begin, or null when it has none
 */
public record DeferSheet(Told told, @Nullable LocalDate first) {}
