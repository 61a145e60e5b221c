package cn.xingheng.server.claims.his;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** What an institution's lines of some days come to as they stand now, for its own system to compare. */
@Schema(description = "这些天发生的费用现在的合计，供医院系统对账 lines of these days as they stand now")
record HisTotals(
    @Schema(description = "第一天 the first day") LocalDate from,
    @Schema(description = "最后一天（含） the last day") LocalDate through,
    @Schema(description = "现存的，按判定 those that stand, by verdict") List<Sum> standing,
    @Schema(description = "已撤销的，按判定 those cancelled, by verdict") List<Sum> cancelled) {
  HisTotals {
    standing = List.copyOf(standing);
    cancelled = List.copyOf(cancelled);
  }

  /** Lines of one verdict. */
  @Schema(name = "HisSum", description = "一种判定的合计 lines of one verdict")
  record Sum(
      @Schema(allowableValues = {"payable", "refused", "excepted", "unresolved"}) String verdict,
      @Schema(description = "笔数 how many") long lines,
      @Schema(description = "金额，分；退费为负 the amount in fen, less what is paid back") long fen) {}
}
