package cn.xingheng.server.archive;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.standing.band.Band;
import cn.xingheng.server.standing.band.BandAsk;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dossier of a physician, and the trail behind each figure on it. */
@Controller
class DossierPages {
  private final DossierDesk desk;

  DossierPages(DossierDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/physicians/{id}")
  @Needs(Right.SEE)
  ModelAndView page(
      Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt, @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String span) {
    DossierAsk ask = DossierAsk.of(id, frame.today(), asOf, knownAt, at, span);
    return page(frame, viewer, ask, "");
  }

  /** Shows the identity number once, on the page that this answers with. */
  @PostMapping("/physicians/{id}/identity")
  @Needs(Right.IDENTITY)
  ModelAndView identity(
      Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt, @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String span) {
    DossierAsk ask = DossierAsk.of(id, frame.today(), asOf, knownAt, at, span);
    String number = desk.identityNumber(viewer, ask);
    Frame under =
        new Frame(
            frame.words(), frame.viewer(), frame.csrf(), ask.page(), frame.today(), frame.demo(), frame.partial(),
            frame.said());
    return page(under, viewer, ask, number);
  }

  /** Whoever comes back to that address sees the page, masked. */
  @GetMapping("/physicians/{id}/identity")
  @Needs(Right.SEE)
  ModelAndView masked(Frame frame, @PathVariable String id) {
    return Said.to(DossierAsk.of(id, frame.today(), null, null, null, null).page());
  }

  @GetMapping("/physicians/{id}/trail/{figure}")
  @Needs(Right.SEE)
  ModelAndView trail(
      Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String figure,
      @RequestParam(required = false) @Nullable String asOf, @RequestParam(required = false) @Nullable String knownAt,
      @RequestParam(required = false) @Nullable String at, @RequestParam(required = false) @Nullable Integer year) {
    DossierAsk ask = DossierAsk.of(id, frame.today(), asOf, knownAt, at, null);
    TrailView view = desk.trail(viewer, ask, figure, year);
    return new ModelAndView("dossier/trail", Map.of("frame", frame, "view", view));
  }

  private ModelAndView page(Frame frame, Viewer viewer, DossierAsk ask, String number) {
    DossierView view = desk.view(viewer, ask);
    return new ModelAndView(
        "dossier/page", Map.of("frame", frame, "view", view, "number", number, "picture", picture(frame, view)));
  }

  /** The timeline at one site; empty where there was never an agreement. */
  private static String picture(Frame frame, DossierView view) {
    return view.site() == null
        ? ""
        : Band.draw(
                new BandAsk(
                    view.dossier(), view.head().name(), view.site(), view.ask().asOf(), view.ask().onToday(),
                    view.ask().span(), frame::say))
            .svg("band");
  }
}
