package cn.xingheng.server.house.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A typed template as a view: written whole before the first byte leaves, so that a fault shows the error page. */
final class JteView implements View {
  /** Of the model: after so many seconds the page comes again by itself, script or not. */
  private static final String REFRESH = "refresh";

  private final TemplateEngine templates;
  private final String template;

  JteView(TemplateEngine templates, String template) {
    this.templates = templates;
    this.template = template;
  }

  @Override
  public String getContentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> parameters = new HashMap<>();
    if (model != null) {
      model.forEach(
          (name, value) -> {
            if (!name.startsWith("org.springframework")) {
              parameters.put(name, value);
            }
          });
    }
    if (parameters.remove(REFRESH) instanceof Integer seconds) {
      response.setIntHeader("Refresh", seconds);
    }
    StringOutput output = new StringOutput();
    templates.render(template, parameters, output);
    byte[] bytes = output.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType(getContentType());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
