package cn.xingheng.server.house.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What is said to a request that is no HTTP, where neither templates nor a reader's language are at hand. */
public final class LastWords extends ErrorReportValve {
  private static final int FIRST = 400;
  private static final int FAULT = 500;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < FIRST || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ResourceBundle words = ResourceBundle.getBundle("messages/house", Locale.CHINESE);
    String title = words.containsKey("status." + status) ? words.getString("status." + status)
        : words.getString(status < FAULT ? "status.400" : "status.500");
    String said = words.getString(status < FAULT ? "problem.request" : "problem.fault");
    byte[] page =
        """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>%s · %s</title></head>
        <body><main><h1>%s</h1><p role="alert">%s</p></main></body></html>
        """
            .formatted(title, words.getString("house.name"), title, said).getBytes(StandardCharsets.UTF_8);
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    try {
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
      response.finishResponse();
    } catch (IOException gone) {
      container.getLogger().debug("nobody listens any more", gone);
    }
  }
}
