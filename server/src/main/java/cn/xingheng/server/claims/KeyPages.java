package cn.xingheng.server.claims;

import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Keys of hospital systems: issued, shown once, revoked. */
@Controller
class KeyPages {
  private static final String ISSUED = "issuedKey";
  private final KeyDesk desk;
  private final SealDesk seals;

  KeyPages(KeyDesk desk, SealDesk seals) {
    this.desk = desk;
    this.seals = seals;
  }

  @GetMapping("/keys")
  @Needs(Right.KEYS)
  ModelAndView list(Frame frame, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    String issued = flash != null && flash.get(ISSUED) instanceof String key ? key : "";
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return page(frame, viewer, issued, "", "", "");
  }

  @PostMapping("/keys")
  @Needs(Right.KEYS)
  ModelAndView issue(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam(defaultValue = "") String institution,
      @RequestParam(defaultValue = "") String label, @RequestParam String key) {
    Optional<String> issued;
    try {
      issued = desk.issue(viewer, institution, label, key);
    } catch (Problem refused) {
      if (refused.status() != 422) {
        throw refused;
      }
      ModelAndView again = page(frame, viewer, "", institution, label, refused.said(frame.words()));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    if (issued.isEmpty()) {
      return Said.then(request, "/keys", frame.say("keys.said.again"));
    }
    RequestContextUtils.getOutputFlashMap(request).put(ISSUED, issued.get());
    return Said.then(request, "/keys", frame.say("keys.said.issued", label.strip()));
  }

  @PostMapping("/keys/{id}/revoke")
  @Needs(Right.KEYS)
  ModelAndView revoke(Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id) {
    IssuedKey key = desk.revoke(viewer, id);
    return Said.then(request, "/keys", frame.say("keys.said.revoked", key.label(), key.institutionName()));
  }

  private ModelAndView page(
      Frame frame, Viewer viewer, String issued, String institution, String label, String trouble) {
    return new ModelAndView(
        "keys/list",
        Map.of(
            "frame", frame, "keys", desk.list(viewer), "institutions", desk.institutions(viewer), "issued", issued,
            "institution", institution, "label", label, "trouble", trouble, "fingerprint",
            SnapshotSeal.fingerprint(seals.key())));
  }
}
