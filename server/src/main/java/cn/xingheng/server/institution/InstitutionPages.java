package cn.xingheng.server.institution;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Institutions: the list, one of them, and where its figures come from. */
@Controller
class InstitutionPages {
  private static final int PAGE = 20;
  private final InstitutionDesk desk;

  InstitutionPages(InstitutionDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/institutions")
  @Needs(Right.SEE)
  ModelAndView list(
      Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String tier,
      @RequestParam(defaultValue = "") String after) {
    LocalDate day = day(asOf, desk.today());
    TierFilter filter = TierFilter.of(tier);
    List<Organisation> matching = desk.matching(viewer, q.strip(), filter, day);
    int from = 0;
    while (!after.isEmpty() && from < matching.size() && matching.get(from).path().compareTo(after) <= 0) {
      from++;
    }
    List<Organisation> page = matching.subList(from, Math.min(matching.size(), from + PAGE));
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("rows", desk.rows(page, day));
    model.put("matching", matching.size());
    model.put("asOf", day);
    model.put("q", q.strip());
    model.put("tier", filter);
    model.put("first", from == 0);
    model.put("previous", from > PAGE ? matching.get(from - PAGE - 1).path() : "");
    model.put("next", from + PAGE < matching.size() ? page.getLast().path() : "");
    return new ModelAndView("institutions/list", model);
  }

  @GetMapping("/institutions/{id}")
  @Needs(Right.SEE)
  ModelAndView one(
      Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    return page("institutions/page", frame, viewer, id, asOf, knownAt);
  }

  @GetMapping("/institutions/{id}/trail")
  @Needs(Right.SEE)
  ModelAndView trail(
      Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    return page("institutions/trail", frame, viewer, id, asOf, knownAt);
  }

  private ModelAndView page(
      String template, Frame frame, Viewer viewer, String id, @Nullable String asOf, @Nullable String knownAt) {
    LocalDate today = desk.today();
    InstitutionView view = desk.find(viewer, id, day(asOf, today), day(knownAt, today));
    return new ModelAndView(template, Map.of("frame", frame, "view", view));
  }

  private static LocalDate day(@Nullable String text, LocalDate otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException noDay) {
      throw Problem.of(400, "institutions.trouble.day", text.strip());
    }
  }
}
