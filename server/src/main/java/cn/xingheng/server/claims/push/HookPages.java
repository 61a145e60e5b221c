package cn.xingheng.server.claims.push;

import cn.xingheng.server.claims.push.HookDesk.Act;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Where institutions want to be told of changes: added, paused, deleted, and what could not be sent. */
@Controller
class HookPages {
  private static final String SECRET = "hookSecret";
  private static final Map<String, Act> ACTS =
      Map.of(
          "pause", Act.PAUSED, "resume", Act.RESUMED, "again", Act.AGAIN, "skip", Act.SKIPPED, "delete", Act.DELETED);
  private final HookDesk desk;

  HookPages(HookDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/hooks")
  @Needs(Right.KEYS)
  ModelAndView list(Frame frame, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    String secret = flash != null && flash.get(SECRET) instanceof String text ? text : "";
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return page(frame, viewer, secret, "", "", "");
  }

  @PostMapping("/hooks")
  @Needs(Right.KEYS)
  ModelAndView add(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam(defaultValue = "") String institution,
      @RequestParam(defaultValue = "") String url, @RequestParam String key) {
    Optional<String> secret;
    try {
      secret = desk.add(viewer, institution, url, key);
    } catch (Problem refused) {
      if (refused.status() != 422) {
        throw refused;
      }
      ModelAndView again = page(frame, viewer, "", institution, url, refused.said(frame.words()));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    if (secret.isEmpty()) {
      return Said.then(request, "/hooks", frame.say("hooks.said.twice"));
    }
    RequestContextUtils.getOutputFlashMap(request).put(SECRET, secret.get());
    return Said.then(request, "/hooks", frame.say("hooks.said.added"));
  }

  @PostMapping("/hooks/{id}/{act:pause|resume|again|skip|delete}")
  @Needs(Right.KEYS)
  ModelAndView act(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id, @PathVariable String act) {
    Act wanted = Optional.ofNullable(ACTS.get(act)).orElseThrow(Problem::notFound);
    Hook hook = desk.act(viewer, id, wanted);
    return Said.then(
        request, "/hooks", frame.say("hooks.said." + wanted.name().toLowerCase(Locale.ROOT), hook.url()));
  }

  private ModelAndView page(
      Frame frame, Viewer viewer, String secret, String institution, String url, String trouble) {
    return new ModelAndView(
        "keys/hooks",
        Map.of(
            "frame", frame, "hooks", desk.list(viewer), "institutions", desk.institutions(viewer), "secret", secret,
            "institution", institution, "url", url, "trouble", trouble));
  }
}
