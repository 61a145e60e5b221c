package cn.xingheng.server.claims.his;

import cn.xingheng.server.claims.ClaimProblem;
import cn.xingheng.server.house.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The envelope of the national interface as hospital systems read about it. */
interface HisInterface {
  /** Problem details. */
  String PROBLEM = "application/problem+json";

  /** Takes a message. */
  @Operation(
      operationId = "his", summary = "全国统一接口的报文 A message of the national interface",
      description =
          "2204、2301 上传费用明细：逐行判定并留存；2205、2302 撤销：按一行、一批或整次就诊（0000），先到后到都算；"
              + "5102 查一名医师今天在本机构的情形；2207 结算不带医师，照收，不判定、不留存。医师取自 bilg_dr_codg，"
              + "不是医师服务编码时按本机构的工号对照换算；从不取自 opter。同一 msgid 的同一内容再来，得到第一次的回执，"
              + "一字不差；换了内容则拒绝。报文写得不对：HTTP 200，infcode -1，什么也不写。"
              + " Uploads and cancellations are kept; the same msgid with the same content gets the very same answer;"
              + " what is wrong with a message is told by infcode -1 and nothing is written.",
      security = @SecurityRequirement(name = "key"),
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json", schema = @Schema(implementation = HisRequest.class),
                      examples = @ExampleObject(name = "2204", value = HisExamples.UPLOAD))))
  @ApiResponse(
      responseCode = "200", description = "回执 the envelope of the answer",
      content =
          @Content(
              mediaType = "application/json", schema = @Schema(implementation = HisAnswer.class),
              examples = {
                @ExampleObject(name = "taken", value = HisExamples.ANSWER),
                @ExampleObject(name = "refused", value = HisExamples.REFUSED)
              }))
  @ApiResponse(
      responseCode = "401", description = "没有密钥，或密钥不对、已停用 no key, or none that opens",
      headers = @Header(name = "WWW-Authenticate", schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "key", value = HisExamples.NO_KEY)))
  @ApiResponse(
      responseCode = "403", description = "fixmedins_code 不是密钥所属机构 another institution",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "institution", value = HisExamples.FOREIGN)))
  @ApiResponse(
      responseCode = "413", description = "超过 4 MiB more than 4 MiB",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "size", value = HisExamples.LARGE)))
  @ApiResponse(
      responseCode = "503", description = "暂时不能服务，请稍后用同一 msgid 重发 away; send the same message again later",
      headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "away", value = HisExamples.AWAY)))
  ResponseEntity<byte[]> take(
      HttpServletRequest request, HttpServletResponse response, @Parameter(hidden = true) Words words)
      throws IOException, HttpMediaTypeNotSupportedException;

  /** Adds up lines as they stand. */
  @Operation(
      operationId = "hisTotals", summary = "对账：现存与已撤销明细的合计 What lines come to as they stand",
      description = "按费用发生之日，最多 31 天，按判定分列笔数和金额 by the day of the fee, 31 days at most",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200", description = "合计 the sums",
      content =
          @Content(
              mediaType = "application/json", schema = @Schema(implementation = HisTotals.class),
              examples = @ExampleObject(name = "totals", value = HisExamples.TOTALS)))
  @ApiResponse(
      responseCode = "400", description = "日期不对，或多于 31 天 no days, or too many",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "days", value = HisExamples.DAYS)))
  @ApiResponse(
      responseCode = "401", description = "没有密钥，或密钥不对、已停用 no key, or none that opens",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class)))
  @ApiResponse(
      responseCode = "503", description = "暂时不能服务 away; ask again later",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class)))
  ResponseEntity<HisTotals> totals(
      HttpServletRequest request, HttpServletResponse response, String from, String through);
}
