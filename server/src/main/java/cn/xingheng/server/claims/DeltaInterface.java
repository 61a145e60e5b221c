package cn.xingheng.server.claims;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The changes of standings as hospital systems read about them. */
interface DeltaInterface {

  /** Changes after a number. */
  @Operation(
      operationId = "standingChanges", summary = "某个变动号之后的变动 Changes after a number",
      description =
          "本机构医师的资格变动，按变动号。记住回答里的 next，下次从它问起；从 0 问起就是全部。每名医师的日子整个取代以前收到的。"
              + " Keep next and ask after it; after 0 there is everything. Each entry replaces what was sent before.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200", description = "变动，按号从小到大 changes, by their numbers",
      headers = {
        @Header(
            name = "Xingheng-Seal", schema = @Schema(type = "string"),
            description = "正文的 Ed25519 签名，base64 the signature over the body"),
        @Header(name = "Xingheng-Key", schema = @Schema(type = "string"), description = "签名钥匙的代号 id of the key")
      },
      content =
          @Content(
              mediaType = "application/json", schema = @Schema(implementation = StandingChanges.class),
              examples = @ExampleObject(name = "changes", value = ClaimExamples.CHANGES)))
  @ApiResponse(
      responseCode = "400", description = "没有给过这个号 no such number was ever given",
      content =
          @Content(
              mediaType = ClaimInterface.PROBLEM, schema = @Schema(implementation = ClaimProblem.class),
              examples = @ExampleObject(name = "number", value = ClaimExamples.NUMBER)))
  ResponseEntity<byte[]> changes(
      HttpServletRequest request, HttpServletResponse response,
      @Parameter(description = "从这个号之后 after this number") long after,
      @Parameter(description = "至多多少条，1 至 1000 at most so many") int limit);

  /** The same, told as it happens. */
  @Operation(
      operationId = "standingStream", summary = "变动一来就告诉 Told as it happens",
      description =
          "server-sent events：每个事件 standings 的 id 是 next，data 与 changes 的回答相同。断了带 Last-Event-ID 重连，不漏。"
              + " Reconnect with Last-Event-ID and nothing is missed.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200", description = "不断的事件 events without end",
      content =
          @Content(
              mediaType = "text/event-stream", schema = @Schema(implementation = StandingChanges.class),
              examples = @ExampleObject(name = "event", value = ClaimExamples.CHANGES)))
  SseEmitter stream(
      HttpServletRequest request, HttpServletResponse response,
      @Parameter(description = "上次事件的 id the id of the last event") @Nullable Long last,
      @Parameter(description = "从这个号之后 after this number") long after);
}
