package cn.xingheng.server.rulebook;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.cases.CaseResult;
import cn.xingheng.law.editions.EditionText;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The editions of the rules, article by article, with the cases that show them. */
@Controller
class RulePages {
  private final RuleDesk desk;

  RulePages(RuleDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/rules")
  @Needs(Right.RULES)
  ModelAndView list(Frame frame) {
    return new ModelAndView("rules/list", Map.of("frame", frame, "editions", List.copyOf(desk.editions())));
  }

  @GetMapping("/rules/{id}")
  @Needs(Right.RULES)
  ModelAndView edition(Frame frame, @PathVariable String id) {
    Edition edition = desk.edition(id);
    List<EditionText.Part> parts = EditionText.parts(edition);
    return new ModelAndView(
        "rules/edition",
        Map.of(
            "frame", frame, "edition", edition, "parts", parts, "articles", desk.articles(parts), "cases",
            desk.cases(id, null), "text", desk.text(id).orElse("")));
  }

  @GetMapping("/rules/{id}/cases")
  @Needs(Right.RULES)
  ModelAndView cases(
      Frame frame, @PathVariable String id, @RequestParam(required = false) @Nullable String article,
      @RequestParam(required = false) @Nullable String file) {
    Edition edition = desk.edition(id);
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("edition", edition);
    model.put("article", article == null ? "" : article);
    model.put("cases", desk.cases(id, article == null || article.isBlank() ? null : article));
    if (file != null) {
      List<CaseResult> results = desk.run(id, file);
      model.put(
          "shown",
          desk.cases(id, null).stream().filter(one -> one.file().equals(file)).findFirst()
              .orElseThrow(Problem::notFound));
      model.put("results", results);
    }
    return new ModelAndView("rules/cases", model);
  }
}
