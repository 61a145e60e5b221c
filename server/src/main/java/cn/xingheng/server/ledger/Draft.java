package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a form says it, before anything is recorded.
 *
 * @param on its legal day
 * @param site the site whose states the panel shows
 * @param fact makes the fact of the id and the days the house gives it
 * @param document the number of the document, or null
 * @param text what happened, or why, or null
 */
public record Draft(
    LocalDate on, InstitutionId site, Function<Head, Fact> fact, @Nullable String document, @Nullable String text) {}
