package cn.xingheng.server.archive;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.web.FrameArguments;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a file that is too large with a sentence before any of it is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportLimit extends OncePerRequestFilter {
  private final DataSize request;
  private final DataSize file;
  private final FrameArguments frames;
  private final TemplateEngine templates;

  ImportLimit(
      @Value("${spring.servlet.multipart.max-request-size}") DataSize request,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize file, FrameArguments frames,
      TemplateEngine templates) {
    this.request = request;
    this.file = file;
    this.frames = frames;
    this.templates = templates;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest asked) {
    return !asked.getMethod().equals("POST") || !asked.getRequestURI().equals("/imports")
        || asked.getContentLengthLong() <= request.toBytes();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Frame frame = frames.frame(asked);
    int status = HttpStatus.CONTENT_TOO_LARGE.value();
    String said = Problem.of(status, "imports.too-big", Long.toString(file.toMegabytes())).said(frame.words());
    StringOutput page = new StringOutput();
    templates.render("house/problem.jte", Map.of("frame", frame, "status", status, "said", said, "again", false), page);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
  }
}
