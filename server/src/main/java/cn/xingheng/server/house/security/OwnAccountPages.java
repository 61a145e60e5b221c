package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's own account. */
@Controller
class OwnAccountPages {
  private final AccountDesk desk;
  private final Attempts attempts;

  OwnAccountPages(AccountDesk desk, Attempts attempts) {
    this.desk = desk;
    this.attempts = attempts;
  }

  @Open
  @GetMapping("/account")
  ModelAndView own(Frame frame, Viewer viewer) {
    return page(frame, viewer, null);
  }

  private static ModelAndView page(Frame frame, Viewer viewer, @Nullable String trouble) {
    ModelAndView page =
        new ModelAndView(
            "accounts/own", Map.of("frame", frame, "viewer", viewer, "trouble", trouble == null ? "" : trouble));
    page.setStatus(trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  /** Changes the password; this session goes on under a new number, every other one ends. */
  @Open
  @PostMapping("/account/password")
  ModelAndView change(
      Frame frame, Viewer viewer, HttpServletRequest request, HttpServletResponse response,
      @RequestParam String now, @RequestParam String password, @RequestParam String again) {
    String trouble = AccountRule.trouble(frame.words(), viewer.login(), password, again);
    if (trouble != null) {
      return page(frame, viewer, trouble);
    }
    if (attempts.until(viewer.login(), request.getRemoteAddr()).isPresent()) {
      return page(frame, viewer, frame.say("accounts.trouble.wrong"));
    }
    Optional<Instant> since = desk.ownPassword(viewer, now, password);
    if (since.isEmpty()) {
      attempts.failed(viewer.login(), request.getRemoteAddr());
      return page(frame, viewer, frame.say("accounts.trouble.wrong"));
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(Accounts.entered(viewer, since.get()));
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    return Said.then(request, "/account", frame.say("account.said.password"));
  }
}
