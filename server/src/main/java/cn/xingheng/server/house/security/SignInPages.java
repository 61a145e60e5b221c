package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front door, and where it leads. */
@Controller
class SignInPages {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final List<String> NOTES = List.of("out", "ended", "stale", "set-up-done");
  private final SetUp setUp;

  SignInPages(SetUp setUp) {
    this.setUp = setUp;
  }

  /** The first page of what this person may see. */
  @Open
  @GetMapping("/")
  ModelAndView first(Frame frame) {
    return Said.to(
        frame.may(Right.SEE) ? "/physicians" : frame.may(Right.ACCOUNTS) ? "/accounts" : "/rules");
  }

  @Open
  @GetMapping("/sign-in")
  ModelAndView ask(Frame frame, HttpServletRequest request, @RequestParam Map<String, String> query) {
    boolean failed = query.containsKey("failed");
    String note =
        NOTES.stream().filter(query::containsKey).findFirst().map(key -> frame.say("sign-in." + key)).orElse("");
    return new ModelAndView(
        "house/sign-in",
        Map.of("frame", frame, "failed", failed, "trouble", failed ? trouble(frame, request) : "", "note", note,
            "setUp", setUp.open()));
  }

  private static String trouble(Frame frame, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof TooManyAttempts many
        ? frame.say("sign-in.wait", Attempts.LOGIN_LIMIT, CLOCK.format(many.until()))
        : frame.say("sign-in.failed");
  }

  /** Where a form with a token that is no longer known is led. */
  @Open
  @RequestMapping("/stale")
  ModelAndView stale() {
    throw Problem.of(403, "problem.stale");
  }
}
