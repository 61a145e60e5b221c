package cn.xingheng.server.house.web;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Problem;
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
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Answers an upload that is too large, or does not say how large it is, with a sentence before any of it is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {
  /** Where files of claim lines are handed in: they are streamed to the disk and may be large. */
  private static final String CLAIMS = "/settlement";
  /** What a form takes beside its files. */
  private static final long FIELDS = 1 << 20;
  private static final String FORM = "multipart/";

  private final DataSize claims;
  private final DataSize others;
  private final FrameArguments frames;
  private final TemplateEngine templates;
  private final LocaleResolver languages;

  UploadLimit(
      @Value("${xingheng.uploads.claims}") DataSize claims, @Value("${xingheng.uploads.others}") DataSize others,
      FrameArguments frames, TemplateEngine templates, LocaleResolver languages) {
    this.claims = claims;
    this.others = others;
    this.frames = frames;
    this.templates = templates;
    this.languages = languages;
  }

  private DataSize most(HttpServletRequest asked) {
    return asked.getRequestURI().equals(CLAIMS) ? claims : others;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest asked) {
    String type = asked.getContentType();
    long length = asked.getContentLengthLong();
    return !asked.getMethod().equals("POST") || type == null || !type.regionMatches(true, 0, FORM, 0, FORM.length())
        || (length >= 0 && length <= most(asked).toBytes() + FIELDS);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // This comes before whoever else finds out the language.
    LocaleContextHolder.setLocale(languages.resolveLocale(asked));
    try {
      refuse(asked, response);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private void refuse(HttpServletRequest asked, HttpServletResponse response) throws IOException {
    Frame frame = frames.frame(asked);
    boolean unknown = asked.getContentLengthLong() < 0;
    int status = (unknown ? HttpStatus.LENGTH_REQUIRED : HttpStatus.CONTENT_TOO_LARGE).value();
    String key = unknown ? "problem.length" : "problem.too-big";
    String said = Problem.of(status, key, Long.toString(most(asked).toMegabytes())).said(frame.words());
    StringOutput page = new StringOutput();
    templates.render("house/problem.jte", Map.of("frame", frame, "status", status, "said", said, "again", false), page);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
    // Before the rest of the upload is passed over.
    response.flushBuffer();
  }
}
