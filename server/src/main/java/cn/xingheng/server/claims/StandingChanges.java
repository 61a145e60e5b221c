package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/**
 * What changed for the physicians of an institution after a change number.
 *
 * @param changes in the order of their numbers, each physician once, as of the latest
 * @param next the number to ask after next
 * @param more whether there are more to be had at once
 * @param institution whose changes they are
 * @param after the number that was asked after
 * @param at when this was told
 * @param law a word that is another one when editions or readings are others; empty without an edition
 * @param anew whether days told before may be others although no change names their physicians: take a snapshot
 */
@Schema(description = "某个变动号之后的变动 changes after a number")
public record StandingChanges(
    @Schema(requiredMode = RequiredMode.REQUIRED) List<Entry> changes,
    @Schema(description = "下次从这个号之后问起 ask after this number next", requiredMode = RequiredMode.REQUIRED) long next,
    @Schema(description = "还有没有，可以接着问 whether there is more", requiredMode = RequiredMode.REQUIRED)
        boolean more,
    @Schema(description = "哪家机构的 whose changes", requiredMode = RequiredMode.REQUIRED) String institution,
    @Schema(description = "从这个号之后 the number asked after", requiredMode = RequiredMode.REQUIRED) long after,
    @Schema(description = "回答的时刻 when this was told", format = "date-time", requiredMode = RequiredMode.REQUIRED)
        String at,
    @Schema(
            description = "规则与解释的代号，变了就要重取快照；没有规则版本时为空 another one when the rules are others",
            requiredMode = RequiredMode.REQUIRED)
        String law,
    @Schema(
            description = "以前收到的日子可能已变，须重取快照 days told before may be others: take a snapshot",
            requiredMode = RequiredMode.REQUIRED)
        boolean anew) {
  public StandingChanges {
    changes = List.copyOf(changes);
  }

  /**
   * One physician, by one of the codes.
   *
   * @param days all that is known of the institution's days; none when nothing is any more
   */
  @Schema(name = "StandingChange", description = "一名医师在本机构的全部日子 all days of one physician at the institution")
  public record Entry(
      @Schema(description = "变动号，全库连续 the change number", requiredMode = RequiredMode.REQUIRED) long no,
      @Schema(requiredMode = RequiredMode.REQUIRED) String physicianCode,
      @Schema(
              description = "本机构的全部日子，取代以前收到的；为空即没有任何日子了 replaces what was sent before",
              requiredMode = RequiredMode.REQUIRED)
          List<StandingDays> days) {
    public Entry {
      days = List.copyOf(days);
    }
  }
}
