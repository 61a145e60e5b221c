package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door of hospital systems: whether claim lines are paid. */
@RestController
class ClaimFeed implements ClaimInterface {
  private final ClaimDesk desk;
  private final KeyDesk keys;

  ClaimFeed(ClaimDesk desk, KeyDesk keys) {
    this.desk = desk;
    this.keys = keys;
  }

  @Override
  @PostMapping(
      path = "/api/v1/claims/check", consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  public ResponseEntity<ClaimVerdicts> check(HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotSupportedException {
    InstitutionId institution = holder(request.getHeader(HttpHeaders.AUTHORIZATION), response);
    encoding(request);
    List<ClaimVerdict> verdicts = desk.check(institution, ClaimBody.read(body(request)));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ClaimVerdicts(verdicts));
  }

  private InstitutionId holder(@Nullable String authorization, HttpServletResponse response) {
    try {
      return keys.holder(authorization);
    } catch (Problem refused) {
      String fault = authorization == null ? "" : ", error=\"invalid_token\"";
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"xingheng\"" + fault);
      throw refused;
    }
  }

  /** JSON is UTF-8 and comes as it is; another character set or a packed body is another format. */
  private static void encoding(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
    MediaType type = MediaType.parseMediaType(request.getContentType());
    Charset charset = type.getCharset();
    String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    boolean plain = packed == null || packed.strip().toLowerCase(Locale.ROOT).equals("identity");
    if (!plain || (charset != null && !charset.equals(StandardCharsets.UTF_8))) {
      throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] bytes =
        request.getContentLengthLong() > ClaimBody.MOST_BYTES
            ? new byte[ClaimBody.MOST_BYTES + 1]
            : request.getInputStream().readNBytes(ClaimBody.MOST_BYTES + 1);
    if (bytes.length > ClaimBody.MOST_BYTES) {
      throw Problem.of(413, "claims.problem.too-large", Integer.toString(ClaimBody.MOST_BYTES >> 10));
    }
    return bytes;
  }
}
