package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.ledger.Ask.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** What every door of a form does: makes the ask of a request, and a page or a way on of the answer. */
public final class FormDoor {
  private static final String PREVIEW = "/preview";

  private FormDoor() {}

  /** Passes a request to a desk and its answer back. */
  public static ModelAndView open(
      HttpServletRequest request, Frame frame, Viewer viewer, String person, @Nullable String fact,
      Map<String, String> sent, Function<Ask, Answer> desk) {
    String path = request.getRequestURI();
    boolean writes = request.getMethod().equals("POST");
    if (!writes && path.endsWith(PREVIEW)) {
      return Said.to(path.substring(0, path.length() - PREVIEW.length()));
    }
    if (person.isBlank() || (fact != null && fact.isBlank())) {
      throw Problem.notFound();
    }
    Step step = !writes ? Step.OPEN : path.endsWith(PREVIEW) ? Step.PREVIEW : Step.RECORD;
    Ask ask =
        new Ask(
            viewer, new PersonId(person), fact == null ? null : new FactId(fact), step, writes ? sent : Map.of());
    return switch (desk.apply(ask)) {
      case Answer.Page(FormView view, int status) -> page(frame, view, status, sent.getOrDefault("key", ""));
      case Answer.Done done -> Said.then(
          request, "/physicians/" + done.person(), new Report(frame.words()).of(done));
    };
  }

  private static ModelAndView page(Frame frame, FormView view, int status, String key) {
    ModelAndView page =
        new ModelAndView(
            "forms/" + view.act(), Map.of("frame", frame, "view", view, "sheet", view.sheet(), "key", key));
    page.setStatus(HttpStatusCode.valueOf(status));
    return page;
  }
}
