package cn.xingheng.server.house.web;

import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.SafeHeaders;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses before any door is asked, in our words. */
@Controller
class LastPages implements ErrorController {
  private final Errors errors;

  LastPages(Errors errors) {
    this.errors = errors;
  }

  @Open
  @RequestMapping("/error")
  Object refused(HttpServletRequest request, HttpServletResponse response) {
    SafeHeaders.complete(response);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return errors.refused(request, status instanceof Integer known ? known : HttpStatus.NOT_FOUND.value());
  }
}
