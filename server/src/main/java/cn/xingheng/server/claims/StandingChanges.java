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
 */
@Schema(description = "某个变动号之后的变动 changes after a number")
record StandingChanges(
    @Schema(requiredMode = RequiredMode.REQUIRED) List<Entry> changes,
    @Schema(description = "下次从这个号之后问起 ask after this number next", requiredMode = RequiredMode.REQUIRED) long next,
    @Schema(description = "还有没有，可以接着问 whether there is more", requiredMode = RequiredMode.REQUIRED)
        boolean more) {
  StandingChanges {
    changes = List.copyOf(changes);
  }

  /**
   * One physician, by one of the codes.
   *
   * @param days all that is known of the institution's days; none when nothing is any more
   */
  @Schema(name = "StandingChange", description = "一名医师在本机构的全部日子 all days of one physician at the institution")
  record Entry(
      @Schema(description = "变动号，全库连续 the change number", requiredMode = RequiredMode.REQUIRED) long no,
      @Schema(requiredMode = RequiredMode.REQUIRED) String physicianCode,
      @Schema(
              description = "本机构的全部日子，取代以前收到的；为空即没有任何日子了 replaces what was sent before",
              requiredMode = RequiredMode.REQUIRED)
          List<StandingDays> days) {
    Entry {
      days = List.copyOf(days);
    }
  }
}
