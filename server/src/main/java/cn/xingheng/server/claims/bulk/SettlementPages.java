package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Runs of claim files: the list with a form, one run with its sums, and what is done with it. */
@Controller
public class SettlementPages {
  private static final int LONGEST = 120;
  private final SettlementDesk desk;
  private final DataSize most;

  SettlementPages(SettlementDesk desk, @Value("${xingheng.uploads.claims}") DataSize most) {
    this.desk = desk;
    this.most = most;
  }

  /** What was entered into the form, to be shown again. */
  public record Entered(String agency, String month, String trouble) {}

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement")
  ModelAndView list(Frame frame, Viewer viewer) {
    return list(frame, viewer, new Entered("", "", ""), 200);
  }

  private ModelAndView list(Frame frame, Viewer viewer, Entered entered, int status) {
    ModelAndView page =
        new ModelAndView(
            "settlement/list",
            Map.of(
                "frame", frame, "runs", desk.newest(viewer), "agencies", desk.agencies(viewer, Right.IMPORT),
                "entered", entered, "most", most.toMegabytes()));
    page.setStatus(HttpStatusCode.valueOf(status));
    return page;
  }

  @Needs(Right.IMPORT)
  @PostMapping("/settlement")
  ModelAndView upload(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam List<MultipartFile> file,
      @RequestParam String key, @RequestParam String agency, @RequestParam(defaultValue = "") String month)
      throws IOException {
    List<Upload.File> files = new ArrayList<>();
    for (MultipartFile one : file) {
      files.add(Upload.File.of(name(one), one));
    }
    try {
      Upload upload = new Upload(agency, month.isBlank() ? null : month(month), files);
      List<Long> ids = desk.upload(viewer, key, upload);
      String to = ids.size() == 1 ? "/settlement/" + ids.getFirst() : "/settlement";
      return Said.then(request, to, frame.say("settlement.said.kept", Integer.toString(ids.size())));
    } catch (Problem problem) {
      if (problem.status() != 422) {
        throw problem;
      }
      return list(frame, viewer, new Entered(agency, month, problem.said(frame.words())), 422);
    }
  }

  /** A month of the query or of a form. */
  static YearMonth month(String text) {
    try {
      return YearMonth.parse(text.strip());
    } catch (DateTimeParseException wrong) {
      throw Problem.of(422, "settlement.trouble.not-month", text.strip());
    }
  }

  /** The name without a path and without what cannot be seen. */
  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename();
    String bare = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
    String name = bare.isEmpty() ? "file" : bare;
    return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}")
  ModelAndView one(
      Frame frame, Viewer viewer, @PathVariable long run, @RequestParam(defaultValue = "institution") String by,
      @RequestParam(defaultValue = "") String after) {
    BulkState state = desk.state(run);
    Run found = desk.find(viewer, run);
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("run", found);
    model.put("state", state);
    model.put("by", by);
    model.put("mine", viewer.may(Right.IMPORT, found.path()));
    model.put("after", after);
    Run.Outcome outcome = found.outcome();
    if (outcome != null && outcome.loaded()) {
      sums(run, by, after, model);
    }
    return new ModelAndView("settlement/run", model);
  }

  private void sums(long run, String by, String after, Map<String, Object> model) {
    List<Sum> sums =
        switch (by) {
          case "institution" -> desk.byInstitution(run, after);
          case "cause" -> desk.byCause(run);
          case "physician" -> desk.byPhysician(run, after);
          default -> throw Problem.of(400, "problem.request");
        };
    boolean more = !by.equals("cause") && sums.size() > SettlementDesk.ON_A_PAGE;
    List<Sum> shown = more ? sums.subList(0, SettlementDesk.ON_A_PAGE) : sums;
    model.put("verdicts", desk.byVerdict(run));
    model.put("sums", shown);
    model.put("next", more ? shown.getLast().name() : "");
    model.put(
        "names", by.equals("institution") ? desk.names(shown.stream().map(Sum::name).toList()) : Map.of());
  }

  @Needs(Right.IMPORT)
  @PostMapping("/settlement/{run}/cancel")
  ModelAndView cancel(Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long run) {
    boolean stopped = desk.cancel(viewer, run);
    return Said.then(
        request, "/settlement/" + run, frame.say(stopped ? "settlement.said.cancelled" : "settlement.said.done"));
  }

  @Needs(Right.IMPORT)
  @PostMapping("/settlement/{run}/again")
  ModelAndView again(Viewer viewer, @PathVariable long run) {
    desk.again(viewer, run);
    return Said.to("/settlement/" + run);
  }

  /** A text of the query: not there is all, nothing is none. */
  static @Nullable String filter(@Nullable String text) {
    return text == null || text.equals("*") ? null : text;
  }
}
