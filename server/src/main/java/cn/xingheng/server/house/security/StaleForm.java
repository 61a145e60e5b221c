package cn.xingheng.server.house.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** A form whose token is no longer known: nothing is written, and a page says what to do. */
final class StaleForm implements AccessDeniedHandler {

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException, ServletException {
    if (request.getRequestURI().equals("/sign-in") || request.getRequestURI().equals("/sign-out")) {
      response.sendRedirect("/sign-in?stale");
      return;
    }
    request.getRequestDispatcher("/stale").forward(request, response);
  }
}
