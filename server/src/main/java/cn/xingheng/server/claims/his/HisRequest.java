package cn.xingheng.server.claims.his;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** What the envelope carries, for its description; {@link HisReader} reads it, and lets every other field by. */
@Schema(
    name = "HisRequest",
    description = "全国统一接口的请求；标准中的其他字段照收不用 the envelope; other fields of the standard are let by")
record HisRequest(
    @Schema(description = "交易编号 transaction", requiredMode = RequiredMode.REQUIRED,
            allowableValues = {"2204", "2205", "2207", "2301", "2302", "5102"})
        String infno,
    @Schema(description = "发送方报文编号，每份报文一个 the sender's number of the message", maxLength = 64,
            requiredMode = RequiredMode.REQUIRED)
        String msgid,
    @Schema(description = "定点机构编码，须为密钥所属机构 the institution of the key", requiredMode = RequiredMode.REQUIRED)
        @JsonProperty("fixmedins_code")
        String institution,
    @Schema(description = "报文时间 yyyy-MM-dd HH:mm:ss，北京时间；同一行谁先谁后由它定 when it was sent: it decides which is later",
            requiredMode = RequiredMode.REQUIRED)
        @JsonProperty("inf_time")
        String sentAt,
    @Schema(requiredMode = RequiredMode.REQUIRED) Input input) {

  /** What a transaction takes. */
  @Schema(
      name = "HisInput",
      description = "2204、2301 用 feedetail，其余用 data feedetail for 2204 and 2301, data for the others")
  record Input(List<Line> feedetail, List<Target> data) {
    Input {
      feedetail = List.copyOf(feedetail);
      data = List.copyOf(data);
    }
  }

  /** One line. */
  @Schema(name = "HisLine", description = "一行费用明细 one line")
  record Line(
      @Schema(description = "费用明细流水号，一次就诊内唯一 unique within the visit", requiredMode = RequiredMode.REQUIRED)
          @JsonProperty("feedetl_sn")
          String sn,
      @Schema(description = "就诊 ID the visit", requiredMode = RequiredMode.REQUIRED) @JsonProperty("mdtrt_id")
          String visit,
      @Schema(description = "收费批次号 the batch") @JsonProperty("chrg_bchno") String batch,
      @Schema(description = "退费行所退的原流水号；有它金额才可为负 the line paid back; only then may the amount be negative")
          @JsonProperty("init_feedetl_sn")
          String refunds,
      @Schema(description = "13 为急诊，其余按交易算门诊或住院 13 is emergency") @JsonProperty("med_type") String type,
      @Schema(description = "费用发生时间，代替医嘱开立之时 stands in for the time of the order",
              requiredMode = RequiredMode.REQUIRED)
          @JsonProperty("fee_ocur_time")
          String day,
      @Schema(description = "金额，元，两位小数 yuan, two decimals", requiredMode = RequiredMode.REQUIRED)
          @JsonProperty("det_item_fee_sumamt")
          String amount,
      @Schema(description = "开单医师：据以判定；空为没有编码，判 unresolved decides; empty: unresolved")
          @JsonProperty("bilg_dr_codg")
          String physician,
      @Schema(description = "受单医师：留存，不据以判定 kept beside, decides nothing") @JsonProperty("orders_dr_code")
          String orders) {}

  /** What is cancelled, or who is asked about. */
  @Schema(name = "HisTarget", description = "2205、2302 撤销什么，5102 问谁 what is cancelled, or who is asked about")
  record Target(
      @JsonProperty("mdtrt_id") String visit,
      @Schema(description = "一行；0000 为整次就诊 a line; 0000: all of the visit") @JsonProperty("feedetl_sn") String sn,
      @Schema(description = "一批；0000 为整次就诊 a batch; 0000: all of the visit") @JsonProperty("chrg_bchno")
          String batch,
      @Schema(description = "5102：医师服务编码，或本机构工号 a code, or a staff number") @JsonProperty("prac_psn_code")
          String code) {}
}
