package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;

/** The signed snapshot as hospital systems read about it. */
interface SnapshotInterface {

  /** The snapshot of the key's institution. */
  @Operation(
      operationId = "standingSnapshot", summary = "本机构资格快照 The signed snapshot of the institution",
      description =
          "断网时据以判定的文件（.xhs，格式见 docs/FORMATS.md），停在 Xingheng-Change 那个变动号，由本系统签名。"
              + "之后从 changes?after=那个号 问起，不漏也不重。带上次的 ETag 作 If-None-Match，没有变动时回 304。"
              + " The file to answer by while the network is down; go on with changes after its number.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200", description = "快照文件 the file",
      headers = {
        @Header(name = "Xingheng-Change", schema = @Schema(type = "integer"), description = "变动号 the change number"),
        @Header(name = "ETag", schema = @Schema(type = "string"))
      },
      content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "304", description = "没有变动 nothing changed")
  @ApiResponse(
      responseCode = "409", description = "没有本机构的规则版本 the house does not have the edition",
      content =
          @Content(
              mediaType = ClaimInterface.PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "edition", value = ClaimExamples.NO_SNAPSHOT)))
  @ApiResponse(
      responseCode = "503", description = "数据库暂时连不上，或日历刚改、正在重算，请稍后重试 away, or reckoning anew",
      headers = @Header(name = "Retry-After", schema = @Schema(type = "integer")),
      content =
          @Content(mediaType = ClaimInterface.PROBLEM, schema = @Schema(implementation = ClaimProblem.class)))
  void snapshot(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** The key by which the house is known. */
  @Operation(
      operationId = "standingKey", summary = "签名公钥 The public key of the house",
      description = "快照与变动的签名用它核对。第一次取时，请把指纹与接口密钥网页上的核对。 Compare the fingerprint with the page of keys.")
  @ApiResponse(
      responseCode = "200", description = "公钥 the key",
      content = @Content(mediaType = "application/json", schema = @Schema(implementation = HouseKey.class)))
  ResponseEntity<HouseKey> key();
}
