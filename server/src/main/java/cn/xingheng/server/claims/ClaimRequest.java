package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** What the interface takes, for its description; {@link ClaimBody} reads it. */
@Schema(description = "一批明细 A batch of lines", additionalProperties = AdditionalPropertiesValue.FALSE)
record ClaimRequest(
    @ArraySchema(maxItems = ClaimBody.MOST_LINES, schema = @Schema(implementation = ClaimRequest.Line.class),
            arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
        List<Line> lines) {
  ClaimRequest {
    lines = List.copyOf(lines);
  }

  /** One line. */
  @Schema(
      name = "ClaimLine", description = "一行明细 One line", additionalProperties = AdditionalPropertiesValue.FALSE)
  record Line(
      @Schema(
              description = "本系统的行号，批内不重复 your own name of the line, unique within the batch", minLength = 1,
              maxLength = 64, requiredMode = RequiredMode.REQUIRED)
          String id,
      @Schema(
              description = "医师服务编码；空串或 null 为没有编码，判为 unresolved the physician code; empty or null: no code",
              maxLength = 64, requiredMode = RequiredMode.REQUIRED, nullable = true, types = {"string", "null"})
          String physicianCode,
      @Schema(
              description = "机构编码，须为密钥所属机构 the institution of the key", minLength = 1, maxLength = 64,
              requiredMode = RequiredMode.REQUIRED)
          String institutionCode,
      @Schema(
              description = "医嘱、处方开具之时：日期，或时刻；不带时区即北京时间 when the order or prescription was issued: "
                  + "a day, or a time, in Beijing unless an offset is given",
              requiredMode = RequiredMode.REQUIRED)
          String issuedAt,
      @Schema(
              description = "就诊类型 setting", allowableValues = {"outpatient", "inpatient", "emergency", "rescue"},
              requiredMode = RequiredMode.REQUIRED)
          String setting,
      @Schema(
              description = "金额，分；不影响判定 the amount in fen; it bears on no verdict", minimum = "0",
              maximum = "10000000000000", requiredMode = RequiredMode.REQUIRED)
          long amountFen) {}
}
