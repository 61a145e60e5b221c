package cn.xingheng.server.institution;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.institution.InstitutionFactDesk.Answer;
import cn.xingheng.server.institution.InstitutionFactDesk.Ask;
import cn.xingheng.server.institution.InstitutionFactDesk.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms that open, halt, restore and end an institution's own agreement, and withdraw and correct that. */
@Controller
class InstitutionFactPages {
  private final InstitutionFactDesk desk;

  InstitutionFactPages(InstitutionFactDesk desk) {
    this.desk = desk;
  }

  @RequestMapping(
      path = "/institutions/{id}/{kind:open|halt|restore|end}",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView plain(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String kind,
      @RequestParam Map<String, String> sent) {
    return answer(request, frame, viewer, id, kind, null, sent);
  }

  @RequestMapping(
      path = "/institutions/{id}/facts/{fact}/{kind:withdraw|correct}",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView revise(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String fact,
      @PathVariable String kind, @RequestParam Map<String, String> sent) {
    return answer(request, frame, viewer, id, kind, fact, sent);
  }

  private ModelAndView answer(
      HttpServletRequest request, Frame frame, Viewer viewer, String id, String kind, @Nullable String fact,
      Map<String, String> sent) {
    boolean writes = request.getMethod().equals("POST");
    Step step = !writes ? Step.OPEN : "record".equals(sent.get("step")) ? Step.RECORD : Step.PREVIEW;
    Answer answer = desk.answer(new Ask(viewer, id, kind, fact, step, writes ? sent : Map.of()));
    InstitutionFactView view = answer.view();
    if (answer.recorded()) {
      return Said.then(
          request, view.institution(), frame.say("institutionfacts.said." + kind, view.one().name()));
    }
    ModelAndView page =
        new ModelAndView(
            "institutionfacts/form", Map.of("frame", frame, "view", view, "key", sent.getOrDefault("key", "")));
    page.setStatus(HttpStatusCode.valueOf(answer.status()));
    return page;
  }
}
