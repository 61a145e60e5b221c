package cn.xingheng.server.claims.his;

import cn.xingheng.server.claims.his.CrosswalkDesk.Added;
import cn.xingheng.server.claims.his.CrosswalkDesk.Days;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The staff numbers of one institution and the physician codes they stand for. */
@Controller
public class CrosswalkPages {
  private static final int PAGE = 50;
  private static final int MOST_FAULTS = 100;
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private final CrosswalkDesk desk;

  CrosswalkPages(CrosswalkDesk desk) {
    this.desk = desk;
  }

  /** What stands in the fields of a form. */
  public record Entered(String local, String code, String from, String last) {}

  @Needs(Right.CROSSWALK)
  @GetMapping("/institutions/{id}/crosswalk")
  ModelAndView list(
      Frame frame, Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "0") long no) {
    return page(frame, viewer, id, q.strip(), after, no, blank(), List.of());
  }

  private Entered blank() {
    return new Entered("", "", desk.today().toString(), "");
  }

  private ModelAndView page(
      Frame frame, Viewer viewer, String id, String q, String after, long no, Entered entered,
      List<CrosswalkFault> faults) {
    List<CrosswalkEntry> found = desk.page(viewer, id, q, after, no, PAGE + 1);
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("one", desk.institution(viewer, id));
    model.put("rows", found.stream().limit(PAGE).toList());
    model.put("more", found.size() > PAGE);
    model.put("first", after.isEmpty() && no == 0);
    model.put("q", q);
    model.put("today", desk.today());
    model.put("entered", entered);
    model.put("faults", faults.stream().limit(MOST_FAULTS).toList());
    model.put("count", faults.size());
    ModelAndView page = new ModelAndView("crosswalk/page", model);
    page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @Needs(Right.CROSSWALK)
  @PostMapping("/institutions/{id}/crosswalk")
  ModelAndView add(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable String id, @RequestParam String key,
      @RequestParam(defaultValue = "") String local, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String last) {
    Entered entered = new Entered(local, code, from, last);
    desk.institution(viewer, id);
    Days days = days(from, last);
    if (days == null) {
      return page(frame, viewer, id, "", "", 0, entered, List.of(CrosswalkFault.of(0, "his.fault.day")));
    }
    Added added = desk.add(viewer, id, key, local, code, days);
    return added.faults().isEmpty()
        ? said(request, id, frame.say("his.said.added", local.strip(), code.strip()))
        : page(frame, viewer, id, "", "", 0, entered, added.faults());
  }

  @Needs(Right.CROSSWALK)
  @PostMapping("/institutions/{id}/crosswalk/upload")
  ModelAndView upload(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable String id, @RequestParam String key,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String last,
      @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
    desk.institution(viewer, id);
    Days days = days(from, last);
    if (days == null || file == null) {
      String wrong = days == null ? "his.fault.day" : "his.fault.file";
      return page(frame, viewer, id, "", "", 0, blank(), List.of(CrosswalkFault.of(0, wrong)));
    }
    Added added = desk.add(viewer, id, key, file.getBytes(), days);
    return added.faults().isEmpty()
        ? said(
            request, id,
            frame.say("his.said.uploaded", Integer.toString(added.added()), Integer.toString(added.before())))
        : page(frame, viewer, id, "", "", 0, blank(), added.faults());
  }

  @Needs(Right.CROSSWALK)
  @PostMapping("/institutions/{id}/crosswalk/end")
  ModelAndView end(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable String id, @RequestParam String key,
      @RequestParam(defaultValue = "0") long entry, @RequestParam(defaultValue = "") String last) {
    desk.institution(viewer, id);
    Days days = days(last, "");
    CrosswalkFault fault =
        days == null ? CrosswalkFault.of(0, "his.fault.day") : desk.end(viewer, id, key, entry, days.since());
    return fault == null
        ? said(request, id, frame.say("his.said.ended", last.strip()))
        : page(frame, viewer, id, "", "", 0, blank(), List.of(fault));
  }

  private static ModelAndView said(HttpServletRequest request, String id, String sentence) {
    return Said.then(request, "/institutions/" + id + "/crosswalk", sentence);
  }

  /** The days, or null when one of them is none. */
  private static @Nullable Days days(String from, String last) {
    String end = last.strip();
    if (!from.strip().matches(DAY) || !(end.isEmpty() || end.matches(DAY))) {
      return null;
    }
    try {
      return new Days(LocalDate.parse(from.strip()), end.isEmpty() ? null : LocalDate.parse(end));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
