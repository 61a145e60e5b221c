package cn.xingheng.server.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The sentence after a write: it says what happened, on the page that follows. It travels in the session, never in the
 * address, so that nobody can put words into our mouth by a link.
 */
public final class Said {
  private static final String NAME = "said";

  private Said() {}

  /**
   * Leads to a page (303) that opens with this sentence.
   *
   * @param path of the page, from the root, already encoded
   */
  public static ModelAndView then(HttpServletRequest request, String path, String sentence) {
    RequestContextUtils.getOutputFlashMap(request).put(NAME, sentence);
    return to(path);
  }

  /** Leads to a page (303) without a word. */
  public static ModelAndView to(String path) {
    RedirectView view = new RedirectView(path, true, false, false);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }

  /** What the write before this request said, or null. */
  public static @Nullable String before(HttpServletRequest request) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    return flash != null && flash.get(NAME) instanceof String sentence ? sentence : null;
  }
}
