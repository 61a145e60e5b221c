package cn.xingheng.server.claims.his;

import cn.xingheng.server.claims.ClaimVerdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of every answer. */
@Schema(name = "HisAnswer", description = "全国统一接口的回执 the envelope of the answer")
record HisAnswer(
    @Schema(description = "0 成功，-1 失败（没有写入任何内容） 0 taken, -1 refused and nothing written",
            allowableValues = {"0", "-1"})
        int infcode,
    @Schema(
            description = "接收方报文编号；同一报文重发，得到的与第一次一字不差，编号也相同"
                + " our own number; a message sent again gets the very same answer with the same number")
        @JsonProperty("inf_refmsgid")
        String reference,
    @Schema(description = "收到之时，yyyyMMddHHmmssSSS，北京时间 when it came") @JsonProperty("refmsg_time")
        String receivedAt,
    @Schema(description = "回答之时 when it was answered") @JsonProperty("respond_time") String answeredAt,
    @Schema(description = "失败时的一句话 what is wrong; empty when taken") @JsonProperty("err_msg") String error,
    @Schema(description = "失败时为 null", nullable = true) @Nullable Output output) {

  /** What is answered. */
  @Schema(name = "HisOutput", description = "按交易不同，有其中几项 some of these, by transaction")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Output(
      @Schema(description = "2204、2301：每行的判定，与请求同序 a verdict on each line, in their order") @Nullable List<Line> result,
      @Schema(description = "5102：今天这名医师在本机构的情形 how the physician stands here today")
          @Nullable
          List<Person> feedetail,
      @Schema(description = "判定所知到的变更号 the change up to which the verdicts know") @JsonProperty("change_no")
          @Nullable
          Long change,
      @Schema(description = "一句说明 a remark") @Nullable String note) {
    Output {
      result = result == null ? null : List.copyOf(result);
      feedetail = feedetail == null ? null : List.copyOf(feedetail);
    }
  }

  /** The verdict on a line. */
  @Schema(name = "HisVerdict", description = "一行的判定，词义与 ClaimVerdict 相同 words as in ClaimVerdict")
  record Line(
      @JsonProperty("feedetl_sn") String sn,
      @JsonProperty("mdtrt_id") String visit,
      @Schema(allowableValues = {"payable", "refused", "excepted", "unresolved"}) String verdict,
      @Schema(nullable = true) @Nullable String because,
      List<String> causes,
      List<String> articles,
      @Schema(description = "这个判定维持到哪一天（含） the last day on which it holds", nullable = true)
          @Nullable
          LocalDate until,
      @Schema(description = "医师取自哪个字段；没有编码时为 null which field told the physician", nullable = true,
              allowableValues = {"bilg_dr_codg"})
          @Nullable
          String by,
      @Schema(description = "据以判定的医师服务编码 the code it was judged by", nullable = true) @Nullable String code,
      @Schema(description = "是否经本机构的工号对照 whether the crosswalk told the code") boolean crosswalk,
      @Schema(description = "以哪个时刻代替医嘱开立之时 what stands in for the time of the order",
              allowableValues = {"fee_ocur_time"})
          @JsonProperty("time_basis")
          String timeBasis) {
    Line {
      causes = List.copyOf(causes);
      articles = List.copyOf(articles);
    }
  }

  /** How somebody stands at the institution. */
  @Schema(name = "HisStatus", description = "今天在本机构的情形，按就诊类型 how somebody stands today, by setting")
  record Person(
      @JsonProperty("prac_psn_code") String asked,
      @Schema(description = "医保医师标志：今天普通门诊费用可付为 1，不付为 0，不能判定为空"
              + " 1 when an outpatient line of today is payable, 0 when refused, empty when it cannot be told",
              allowableValues = {"1", "0", ""})
          @JsonProperty("hi_dr_flag")
          String flag,
      String code,
      boolean crosswalk,
      @JsonProperty("as_of") LocalDate asOf,
      @Schema(description = "id 为就诊类型 one for each setting, named by id") List<ClaimVerdict> verdicts) {
    Person {
      verdicts = List.copyOf(verdicts);
    }
  }
}
