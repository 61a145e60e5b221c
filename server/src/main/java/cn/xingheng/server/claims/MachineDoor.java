package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.house.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** What every door of hospital systems asks first: whose key it is, and whether the body can be read at all. */
public final class MachineDoor {
  private MachineDoor() {}

  /**
   * The institution of the key.
   *
   * @throws Problem 401 when there is no key, or none that opens; 503 when that cannot be known
   */
  public static InstitutionId holder(KeyDesk keys, HttpServletRequest request, HttpServletResponse response) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    try {
      return keys.holder(authorization);
    } catch (Problem refused) {
      if (refused.status() == 401) {
        String fault = authorization == null ? "" : ", error=\"invalid_token\"";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"xingheng\"" + fault);
      }
      throw refused;
    }
  }

  /** JSON is UTF-8 and comes as it is; another character set or a packed body is another format. */
  public static void encoding(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
    MediaType type = MediaType.parseMediaType(request.getContentType());
    Charset charset = type.getCharset();
    String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    boolean plain = packed == null || packed.strip().toLowerCase(Locale.ROOT).equals("identity");
    if (!plain || (charset != null && !charset.equals(StandardCharsets.UTF_8))) {
      throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
    }
  }

  /**
   * The whole body.
   *
   * @throws Problem 413 when it is longer than that
   */
  public static byte[] body(HttpServletRequest request, int most) throws IOException {
    byte[] bytes =
        request.getContentLengthLong() > most ? new byte[most + 1] : request.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) {
      throw Problem.of(413, "claims.problem.too-large", Integer.toString(most >> 10));
    }
    return bytes;
  }
}
