package cn.xingheng.server.claims;

import cn.xingheng.server.house.Words;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The claims check as hospital systems read about it. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "杏衡 Xingheng", version = "1",
            description =
                "医保结算核查接口：某日、某机构、某医师开具的费用，基金付不付，依据哪一条。"
                    + " Whether claim lines may be paid, and by which article."))
@SecurityScheme(
    name = "key", type = SecuritySchemeType.HTTP, scheme = "bearer",
    description = "机构的接口密钥，由管理员签发 the institution's key, issued by an administrator")
interface ClaimInterface {
  /** Problem details. */
  String PROBLEM = "application/problem+json";

  /** Answers a batch. */
  @Operation(
      operationId = "checkClaims", summary = "判定一批明细 Check a batch of claim lines",
      description =
          "一批最多 10000 行，须全部属于密钥的机构。只按目前所知判定，不写入任何内容；同样的请求可以重复。"
              + "有一行写得不对，整批不判定。更多的行用 application/x-ndjson：每行一个对象，回答也是每行一个；"
              + "写得不对的行单独回答 line、status、detail，其余照答；末行 end 报行数，没有末行就是没有答完。"
              + " Up to 10,000 lines, all of the key's institution; more as JSON lines, each answered by itself,"
              + " closed by a line with the counts. Writes nothing.",
      security = @SecurityRequirement(name = "key"),
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = "application/json", schema = @Schema(implementation = ClaimRequest.class),
                    examples = @ExampleObject(name = "batch", value = ClaimExamples.REQUEST)),
                @Content(
                    mediaType = "application/x-ndjson", schema = @Schema(implementation = ClaimRequest.Line.class))
              }))
  @ApiResponse(
      responseCode = "200", description = "每行的判定，与请求同序 a verdict on each line, in their order",
      content =
          @Content(
              mediaType = "application/json", schema = @Schema(implementation = ClaimVerdicts.class),
              examples = @ExampleObject(name = "verdicts", value = ClaimExamples.ANSWER)))
  @ApiResponse(
      responseCode = "400", description = "不是 JSON，或某行某字段不对 not JSON, or a field is wrong",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "field", value = ClaimExamples.BAD)))
  @ApiResponse(
      responseCode = "401", description = "没有密钥，或密钥不对、已停用 no key, or none that opens",
      headers = @Header(name = "WWW-Authenticate", schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "key", value = ClaimExamples.NO_KEY)))
  @ApiResponse(
      responseCode = "403", description = "有别的机构的明细 a line of another institution",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "institution", value = ClaimExamples.FOREIGN)))
  @ApiResponse(
      responseCode = "405", description = "不是 POST not a POST",
      headers = @Header(name = "Allow", schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "method", value = ClaimExamples.METHOD)))
  @ApiResponse(
      responseCode = "413", description = "超过 4 MiB more than 4 MiB",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "size", value = ClaimExamples.LARGE)))
  @ApiResponse(
      responseCode = "415", description = "不是 application/json，或不是 UTF-8 not JSON in UTF-8",
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "format", value = ClaimExamples.FORMAT)))
  @ApiResponse(
      responseCode = "503", description = "数据库暂时连不上，请稍后重试 the database is away; try again",
      headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "away", value = ClaimExamples.AWAY)))
  ResponseEntity<ClaimVerdicts> check(HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotSupportedException;

  /** Answers lines one by one, however many; described with the batch. */
  @Hidden
  void checkAll(HttpServletRequest request, HttpServletResponse response, Words words)
      throws IOException, HttpMediaTypeNotSupportedException;
}
