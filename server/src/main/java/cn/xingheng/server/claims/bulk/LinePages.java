package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.claims.CheckDesk;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.rulebook.ArticleLinks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lines of a run: paged, one with its trail, those rejected, and all of them as the files matching writes. */
@Controller
public class LinePages {
  private final SettlementDesk desk;
  private final SecondLookDesk looks;

  LinePages(SettlementDesk desk, SecondLookDesk looks) {
    this.desk = desk;
    this.looks = looks;
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/lines")
  ModelAndView lines(
      Frame frame, Viewer viewer, @PathVariable long run, @RequestParam(required = false) @Nullable String institution,
      @RequestParam(required = false) @Nullable String physician,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(required = false) @Nullable String because, @RequestParam(defaultValue = "0") long after) {
    LineFilter filter =
        new LineFilter(
            SettlementPages.filter(institution), SettlementPages.filter(physician), SettlementPages.filter(verdict),
            SettlementPages.filter(because));
    List<Line> found = desk.lines(viewer, run, filter, after);
    boolean more = found.size() > SettlementDesk.ON_A_PAGE;
    List<Line> shown = more ? found.subList(0, SettlementDesk.ON_A_PAGE) : found;
    return new ModelAndView(
        "settlement/lines",
        Map.of(
            "frame", frame, "run", desk.find(viewer, run), "lines", shown, "filter", filter, "after", after, "next",
            more ? shown.getLast().line() : 0L, "names", desk.names(shown.stream().map(Line::institution).toList())));
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/lines/{line}")
  ModelAndView line(
      Frame frame, Viewer viewer, @PathVariable long run, @PathVariable long line,
      @RequestParam(defaultValue = "") String asOf, @RequestParam(defaultValue = "") String knownAt) {
    Line found = desk.line(viewer, run, line);
    Run of = desk.find(viewer, run);
    LocalDate then = desk.decided(of, found);
    LocalDate day = asOf.isBlank() ? found.day() : day(asOf);
    LocalDate known = knownAt.isBlank() ? then : day(knownAt);
    CheckDesk.Known told = desk.known(viewer, found, day, known);
    String edition = told.edition();
    Function<String, Cited> links = edition == null ? Cited.BARE_ARTICLE : ArticleLinks.of(edition);
    Map<Item, List<Step>> items = new LinkedHashMap<>();
    looks.of(of, found.claimId()).forEach(item -> items.put(item, looks.steps(item)));
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("run", of);
    model.put("line", found);
    model.put("name", desk.names(List.of(found.institution())).getOrDefault(found.institution(), ""));
    model.put("asOf", day);
    model.put("knownAt", known);
    model.put("then", then);
    model.put("known", told);
    model.put("links", links);
    model.put("items", items);
    return new ModelAndView("settlement/line", model);
  }

  /** A day of the query. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException wrong) {
      throw Problem.of(400, "settlement.trouble.not-day", text.strip());
    }
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/rejects")
  ModelAndView rejects(
      Frame frame, Viewer viewer, @PathVariable long run, @RequestParam(defaultValue = "0") long after) {
    List<Reject> found = desk.rejects(viewer, run, after);
    boolean more = found.size() > SettlementDesk.ON_A_PAGE;
    List<Reject> shown = more ? found.subList(0, SettlementDesk.ON_A_PAGE) : found;
    return new ModelAndView(
        "settlement/rejects",
        Map.of(
            "frame", frame, "run", desk.find(viewer, run), "rejects", shown, "after", after, "next",
            more ? shown.getLast().line() : 0L));
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/verdicts.csv")
  void verdicts(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    desk.lines(viewer, run, LineFilter.ALL, Long.MAX_VALUE);
    try (Writer out = open(response, "text/csv;charset=UTF-8", "settlement-" + run + "-verdicts.csv")) {
      out.write("claim_id,verdict,because\n");
      desk.eachLine(
          viewer, run, line -> write(out, quoted(line.claimId()) + "," + line.verdict() + "," + line.because() + "\n"));
    }
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/rejects.csv")
  void rejects(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    desk.rejects(viewer, run, Long.MAX_VALUE);
    try (Writer out = open(response, "text/csv;charset=UTF-8", "settlement-" + run + "-rejects.csv")) {
      out.write("line,reason,text\n");
      desk.eachReject(
          viewer, run,
          one -> write(out, one.line() + "," + one.reason() + ",\"" + one.said().replace("\"", "\"\"") + "\"\n"));
    }
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/summary.json")
  void summary(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    String summary = desk.summary(viewer, run).toJson();
    try (Writer out = open(response, "application/json", "settlement-" + run + "-summary.json")) {
      out.write(summary);
    }
  }

  /** A file that is written as it goes. */
  static Writer open(HttpServletResponse response, String type, String name) throws IOException {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
  }

  static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** A field of a CSV record, in quotes if it needs them. */
  static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
