package cn.xingheng.server.claims.bulk;

import cn.xingheng.formats.ParquetVerdicts;
import cn.xingheng.server.claims.CheckDesk;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.rulebook.ArticleLinks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
    LineFilter filter = LineFilter.of(institution, physician, verdict, because);
    Paged<Line> page = Paged.of(desk.lines(viewer, run, filter, after), Line::line);
    return new ModelAndView(
        "settlement/lines",
        Map.of(
            "frame", frame, "run", desk.find(viewer, run), "lines", page.shown(), "filter", filter, "after", after,
            "next", page.next(), "names", desk.names(page.shown().stream().map(Line::institution).toList())));
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
    Paged<Reject> page = Paged.of(desk.rejects(viewer, run, after), Reject::line);
    return new ModelAndView(
        "settlement/rejects",
        Map.of(
            "frame", frame, "run", desk.find(viewer, run), "rejects", page.shown(), "after", after, "next",
            page.next()));
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/verdicts.csv")
  void verdicts(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    desk.lines(viewer, run, LineFilter.ALL, Long.MAX_VALUE);
    try (Writer out = CsvOut.csv(response, "settlement-" + run + "-verdicts.csv")) {
      out.write("claim_id,verdict,because\n");
      desk.eachLine(
          viewer, run, line -> CsvOut.write(out, CsvOut.line(line.claimId(), line.verdict(), line.because())));
    }
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/verdicts.parquet")
  void verdictTable(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    desk.lines(viewer, run, LineFilter.ALL, Long.MAX_VALUE);
    String name = "settlement-" + run + "-verdicts.parquet";
    OutputStream file = CsvOut.bytes(response, "application/vnd.apache.parquet", name);
    try (Writer out = new OutputStreamWriter(ParquetVerdicts.to(file), StandardCharsets.UTF_8)) {
      out.write("claim_id,verdict,because\n");
      desk.eachLine(
          viewer, run, line -> CsvOut.write(out, CsvOut.line(line.claimId(), line.verdict(), line.because())));
    }
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/rejects.csv")
  void rejects(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    desk.rejects(viewer, run, Long.MAX_VALUE);
    try (Writer out = CsvOut.csv(response, "settlement-" + run + "-rejects.csv")) {
      out.write("line,reason,text\n");
      desk.eachReject(
          viewer, run,
          one -> {
            String said = one.said().replace("\"", "\"\"");
            CsvOut.write(out, one.line() + "," + one.reason() + ",\"" + said + "\"\n");
          });
    }
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/{run}/summary.json")
  void summary(Viewer viewer, @PathVariable long run, HttpServletResponse response) throws IOException {
    String summary = desk.summary(viewer, run).toJson();
    try (Writer out = CsvOut.open(response, "application/json", "settlement-" + run + "-summary.json")) {
      out.write(summary);
    }
  }
}
