package cn.xingheng.server.calendar;

import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The years of the work calendar, and the form by which two persons load one. */
@Controller
class CalendarPages {
  private final CalendarDesk desk;

  CalendarPages(CalendarDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/calendar")
  @Needs(Right.RULES)
  ModelAndView page(Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable Integer year) {
    List<CalendarYear> years = desk.years(viewer);
    int wanted = year == null ? frame.today().getYear() : year;
    CalendarYear shown =
        years.stream().filter(one -> one.table().year() == wanted).findFirst()
            .orElseGet(
                () -> {
                  if (year != null) {
                    throw Problem.notFound();
                  }
                  return years.getFirst();
                });
    return new ModelAndView(
        "calendar/page",
        Map.of("frame", frame, "years", years, "shown", shown, "pending", desk.pending(viewer)));
  }

  @GetMapping("/calendar/load")
  @Needs(Right.CALENDAR)
  ModelAndView form(Frame frame) {
    return form(frame, "", "", "", List.of());
  }

  /** The dry run: what the text says otherwise than what is in force, or what is wrong with it. */
  @PostMapping("/calendar/try")
  @Needs(Right.CALENDAR)
  ModelAndView look(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String source, @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    String name = "";
    String text = body;
    if (file != null && !file.isEmpty()) {
      name = String.valueOf(file.getOriginalFilename());
      text = new String(file.getBytes(), StandardCharsets.UTF_8);
    }
    try {
      HolidayYear table = desk.look(viewer, text);
      Map<String, Object> model = new HashMap<>();
      model.put("frame", frame);
      model.put("year", CalendarYear.shipped(table));
      model.put("difference", desk.difference(table));
      model.put("body", text);
      model.put("source", source.isBlank() ? name : source);
      return new ModelAndView("calendar/tried", model);
    } catch (LawFault fault) {
      return form(frame, text, source, "", fault.faults());
    } catch (Problem refused) {
      return refused(frame, text, source, refused);
    }
  }

  @PostMapping("/calendar/record")
  @Needs(Right.CALENDAR)
  ModelAndView load(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam String body, @RequestParam String source,
      @RequestParam String key) {
    try {
      desk.load(viewer, body, source, key);
      return Said.then(request, "/calendar", frame.say("calendar.said.loaded"));
    } catch (LawFault fault) {
      return form(frame, body, source, "", fault.faults());
    } catch (Problem refused) {
      return refused(frame, body, source, refused);
    }
  }

  @GetMapping("/calendar/pending/{id}")
  @Needs(Right.CALENDAR)
  ModelAndView waiting(Frame frame, Viewer viewer, @PathVariable long id) {
    CalendarYear year = desk.waiting(viewer, id);
    return new ModelAndView(
        "calendar/waiting",
        Map.of("frame", frame, "year", year, "difference", desk.difference(year.table())));
  }

  @PostMapping("/calendar/pending/{id}/confirm")
  @Needs(Right.CALENDAR)
  ModelAndView confirm(Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id) {
    String year = Integer.toString(desk.confirm(viewer, id));
    return Said.then(request, "/calendar?year=" + year, frame.say("calendar.said.confirmed", year));
  }

  private static ModelAndView refused(Frame frame, String body, String source, Problem refused) {
    if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT.value()) {
      throw refused;
    }
    return form(frame, body, source, refused.said(frame.words()), List.of());
  }

  private static ModelAndView form(Frame frame, String body, String source, String trouble, List<Fault> faults) {
    ModelAndView page =
        new ModelAndView(
            "calendar/load",
            Map.of(
                "frame", frame, "body", body, "source", source, "trouble", trouble, "faults", faults, "lines",
                body.lines().toList()));
    if (!trouble.isEmpty() || !faults.isEmpty()) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
