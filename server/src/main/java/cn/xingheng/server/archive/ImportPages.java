package cn.xingheng.server.archive;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Imports of the archive form: the list with a form, one upload, and what is done with it. */
@Controller
public class ImportPages {
  private static final int LONGEST = 120;
  private static final int LONGEST_REASON = 500;
  static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private final ImportDesk desk;
  private final ArchiveExport export;

  ImportPages(ImportDesk desk, ArchiveExport export) {
    this.desk = desk;
    this.export = export;
  }

  /** What was entered into the form, to be shown again. */
  public record Entered(String organisation, String asOf, String from, String through, String renews, String trouble) {}

  @Needs(Right.IMPORT)
  @GetMapping("/imports")
  ModelAndView list(Frame frame, Viewer viewer) {
    return list(frame, viewer, new Entered("", "", "", "", "", ""), 200);
  }

  private ModelAndView list(Frame frame, Viewer viewer, Entered entered, int status) {
    ModelAndView page =
        new ModelAndView(
            "imports/list",
            Map.of(
                "frame", frame, "uploads", desk.newest(viewer), "areas", desk.areas(viewer), "sites",
                export.sites(viewer), "entered", entered));
    page.setStatus(HttpStatusCode.valueOf(status));
    return page;
  }

  @Needs(Right.IMPORT)
  @PostMapping("/imports")
  ModelAndView upload(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam MultipartFile file,
      @RequestParam String key, @RequestParam String organisation, @RequestParam String asOf,
      @RequestParam String from, @RequestParam(defaultValue = "") String through,
      @RequestParam(defaultValue = "") String renews)
      throws IOException {
    try {
      ImportTerms terms =
          new ImportTerms(
              day(from, "imports.from"), through.isBlank() ? null : day(through, "imports.through"),
              renews.isEmpty() ? null : (Boolean) renews.equals("yes"));
      ImportAsk ask = new ImportAsk(organisation, name(file), file.getBytes(), day(asOf, "imports.as-of"), terms);
      long id = desk.upload(viewer, key, ask);
      desk.check(viewer, id);
      return Said.then(request, "/imports/" + id, frame.say("imports.said.kept", ask.fileName()));
    } catch (Problem problem) {
      if (problem.status() != 422) {
        throw problem;
      }
      String trouble = problem.said(frame.words());
      return list(frame, viewer, new Entered(organisation, asOf, from, through, renews, trouble), 422);
    }
  }

  private static LocalDate day(String text, String what) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException wrong) {
      throw Problem.of(422, what + ".wrong");
    }
  }

  /** The name without a path and without what cannot be seen. */
  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename();
    String bare = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
    String name = bare.isEmpty() ? "file" : bare;
    return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
  }

  @Needs(Right.IMPORT)
  @GetMapping("/imports/{id}")
  ModelAndView one(Frame frame, Viewer viewer, @PathVariable long id) {
    return one(frame, desk.view(viewer, id), "");
  }

  private static ModelAndView one(Frame frame, ImportView view, String trouble) {
    ModelAndView page =
        new ModelAndView("imports/one", Map.of("frame", frame, "view", view, "trouble", trouble));
    page.setStatus(HttpStatusCode.valueOf(trouble.isEmpty() ? 200 : 422));
    if (view.state() instanceof ImportState.Running) {
      page.addObject("refresh", 1);
    }
    return page;
  }

  @Needs(Right.IMPORT)
  @PostMapping("/imports/{id}/take")
  ModelAndView take(Frame frame, Viewer viewer, @PathVariable long id, @RequestParam String which) {
    ImportView view = desk.view(viewer, id);
    if (!which.equals("all") && !which.equals("accepted")) {
      throw Problem.of(400, "problem.request");
    }
    if (which.equals("all") && view.state() instanceof ImportState.Checked(ImportCheck check) && check.refused() > 0) {
      return one(frame, view, frame.say("imports.failed.not-all", Integer.toString(check.refused())));
    }
    desk.take(viewer, id, which.equals("all"));
    return Said.to("/imports/" + id);
  }

  @Needs(Right.IMPORT)
  @PostMapping("/imports/{id}/cancel")
  ModelAndView cancel(Viewer viewer, @PathVariable long id) {
    desk.cancel(viewer, id);
    return Said.to("/imports/" + id);
  }

  @Needs(Right.IMPORT)
  @PostMapping("/imports/{id}/check")
  ModelAndView check(Viewer viewer, @PathVariable long id) {
    desk.check(viewer, id);
    return Said.to("/imports/" + id);
  }

  @Needs(Right.IMPORT)
  @PostMapping("/imports/{id}/undo")
  ModelAndView undo(Frame frame, Viewer viewer, @PathVariable long id, @RequestParam String because) {
    String reason = because.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      return one(frame, desk.view(viewer, id), frame.say("imports.trouble.because"));
    }
    desk.undo(viewer, id, reason);
    return Said.to("/imports/" + id);
  }

  @Needs(Right.IMPORT)
  @GetMapping("/imports/{id}/faults.xlsx")
  ResponseEntity<byte[]> faults(Frame frame, Viewer viewer, @PathVariable long id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.faults(viewer, id, frame.words(), out);
    return file("import-" + id + "-faults.xlsx", WORKBOOK, out);
  }

  @Needs(Right.IMPORT)
  @GetMapping("/imports/{id}/report.xlsx")
  ResponseEntity<byte[]> report(Frame frame, Viewer viewer, @PathVariable long id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.report(viewer, id, frame.words(), out);
    return file("import-" + id + "-report.xlsx", WORKBOOK, out);
  }

  @Needs(Right.SEE)
  @GetMapping("/archive-form.xlsx")
  ResponseEntity<byte[]> workbook(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String asOf,
      @RequestParam(required = false) @Nullable String institution,
      @RequestParam(required = false) @Nullable String person)
      throws IOException {
    LocalDate day = asOf.isBlank() ? frame.today() : day(asOf, "imports.as-of");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.xlsx(viewer, new ArchiveExport.Of(day, institution, person), out);
    return file("archive-form-" + day + ".xlsx", WORKBOOK, out);
  }

  @Needs(Right.SEE)
  @GetMapping("/archive-form.csv")
  ResponseEntity<byte[]> csv(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String asOf,
      @RequestParam(required = false) @Nullable String institution,
      @RequestParam(required = false) @Nullable String person)
      throws IOException {
    LocalDate day = asOf.isBlank() ? frame.today() : day(asOf, "imports.as-of");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.csv(viewer, new ArchiveExport.Of(day, institution, person), out);
    return file("archive-form-" + day + ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"), out);
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, ByteArrayOutputStream out) {
    return ResponseEntity.ok().contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store").body(out.toByteArray());
  }
}
