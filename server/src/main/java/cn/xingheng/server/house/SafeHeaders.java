package cn.xingheng.server.house;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** What every answer tells a browser not to do; also those answers that are made before anybody was asked. */
public final class SafeHeaders {
  /** For pages: nothing but our own files, and nobody frames us. */
  public static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** For what is no page. */
  public static final String MACHINES = "default-src 'none'; frame-ancestors 'none'";

  private static final Map<String, String> LAST =
      Map.of(
          "Content-Security-Policy", PAGES, "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin", "Cache-Control", "no-store");

  private SafeHeaders() {}

  /** Puts those that nobody has put yet. */
  public static void complete(HttpServletResponse response) {
    LAST.forEach(
        (name, value) -> {
          if (!response.containsHeader(name)) {
            response.setHeader(name, value);
          }
        });
  }
}
