package cn.xingheng.server.claims;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.rulebook.ArticleLinks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one line is tried: asking writes nothing, so the question stands in the address. */
@Controller
public class ClaimPages {
  private static final int LONGEST = 64;
  private final CheckDesk desk;

  ClaimPages(CheckDesk desk) {
    this.desk = desk;
  }

  /** What stands in the fields. */
  public record Entered(String who, String institution, String on, String setting) {}

  @GetMapping("/claims")
  @Needs(Right.CHECK)
  ModelAndView page(
      Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable String who,
      @RequestParam(defaultValue = "") String institution, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "outpatient") String setting) {
    Entered entered =
        new Entered(who == null ? "" : who.strip(), institution, on.isBlank() ? frame.today().toString() : on, setting);
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("entered", entered);
    model.put("institutions", desk.institutions(viewer));
    model.put("trouble", "");
    HttpStatus status = HttpStatus.OK;
    if (who != null) {
      String trouble = trouble(entered);
      model.put("trouble", trouble);
      if (trouble.isEmpty()) {
        answer(viewer, entered, model);
      } else {
        status = HttpStatus.UNPROCESSABLE_CONTENT;
      }
    }
    return new ModelAndView("claims/page", model, status);
  }

  private void answer(Viewer viewer, Entered entered, Map<String, Object> model) {
    Setting setting = Setting.find(entered.setting()).orElseThrow();
    LocalDate day = day(entered.on());
    CheckDesk.Answer answer =
        desk.answer(viewer, new CheckDesk.Ask(entered.who(), entered.institution(), day, setting));
    String edition = answer.edition();
    Function<String, Cited> links = edition == null ? Cited.BARE_ARTICLE : ArticleLinks.of(edition);
    model.put("answer", answer);
    model.put("day", day);
    model.put("setting", setting);
    model.put("links", links);
  }

  /** The key of the sentence that says what is wrong, or nothing. */
  private static String trouble(Entered entered) {
    if (entered.institution().isBlank()) {
      return "claims.trouble.institution";
    }
    if (entered.who().length() > LONGEST) {
      return "claims.trouble.who";
    }
    if (Setting.find(entered.setting()).isEmpty()) {
      return "claims.trouble.setting";
    }
    try {
      day(entered.on());
      return "";
    } catch (DateTimeException noSuchDay) {
      return "claims.trouble.on";
    }
  }

  /** A day, or a time of it. */
  private static LocalDate day(String text) {
    return text.contains("T") ? LocalDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
  }
}
