package cn.xingheng.server.claims;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.match.StandingSpan;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row on which a physician stands the same at the institution.
 *
 * @param through the last day, inclusive, or null without end
 */
@Schema(description = "资格相同的一段日子 days in a row with the same standing")
public record StandingDays(
    @Schema(requiredMode = RequiredMode.REQUIRED) LocalDate from,
    @Schema(
            description = "末日（含）；null 为没有期限 the last day, inclusive; null: open-ended",
            requiredMode = RequiredMode.REQUIRED, nullable = true, types = {"string", "null"}, format = "date")
        @Nullable LocalDate through,
    @Schema(
            allowableValues = {"effective", "suspended", "ended", "none", "unresolved"},
            requiredMode = RequiredMode.REQUIRED)
        String standing,
    @Schema(
            description = "首要原因；没有时为 null", requiredMode = RequiredMode.REQUIRED, nullable = true,
            types = {"string", "null"})
        @Nullable String because,
    @Schema(requiredMode = RequiredMode.REQUIRED) List<String> causes) {
  public StandingDays {
    causes = List.copyOf(causes);
  }

  /** The same as a row of a snapshot file, which holds the first cause only. */
  StandingSpan at(String institution) {
    return new StandingSpan(
        institution, from, through == null ? StandingSpan.OPEN : through, Standing.find(standing).orElseThrow(),
        because == null ? null : Cause.find(because).orElseThrow());
  }
}
