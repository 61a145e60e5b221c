package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The answer to a batch, in the order of its lines. */
@Schema(description = "判定，与请求同序 the verdicts, in the order of the lines")
record ClaimVerdicts(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<ClaimVerdict> verdicts) {
  ClaimVerdicts {
    verdicts = List.copyOf(verdicts);
  }
}
