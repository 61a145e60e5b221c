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
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
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

/** The lines that hospitals uploaded: a month of them, paged and summed, as a file, and one with its messages. */
@Controller
public class UploadedPages {
  private final UploadedDesk desk;
  private final SettlementDesk runs;
  private final SecondLookDesk looks;

  UploadedPages(UploadedDesk desk, SettlementDesk runs, SecondLookDesk looks) {
    this.desk = desk;
    this.runs = runs;
    this.looks = looks;
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/uploaded")
  ModelAndView list(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String month,
      @RequestParam(required = false) @Nullable String institution,
      @RequestParam(required = false) @Nullable String physician,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(required = false) @Nullable String because, @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") long after) {
    UploadedFilter filter = filter(month, LineFilter.of(institution, physician, verdict, because), state);
    Paged<Uploaded> page = Paged.of(desk.page(viewer, filter, after), one -> one.line().line());
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("filter", filter);
    model.put("after", after);
    model.put("lines", page.shown());
    model.put("next", page.next());
    model.put("sums", desk.sums(viewer, filter));
    model.put("names", runs.names(page.shown().stream().map(one -> one.line().institution()).toList()));
    return new ModelAndView("settlement/uploaded", model);
  }

  private UploadedFilter filter(String month, LineFilter lines, String state) {
    Boolean cancelled =
        switch (state) {
          case "", "*" -> null;
          case "standing" -> false;
          case "cancelled" -> true;
          default -> throw Problem.of(400, "problem.request");
        };
    return new UploadedFilter(month.isBlank() ? desk.month() : SettlementPages.month(month), lines, cancelled);
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/uploaded.csv")
  void csv(
      Viewer viewer, @RequestParam(defaultValue = "") String month,
      @RequestParam(required = false) @Nullable String institution,
      @RequestParam(required = false) @Nullable String physician,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(required = false) @Nullable String because, @RequestParam(defaultValue = "") String state,
      HttpServletResponse response)
      throws IOException {
    UploadedFilter filter = filter(month, LineFilter.of(institution, physician, verdict, because), state);
    try (Writer out = CsvOut.csv(response, "uploaded-" + filter.month() + ".csv")) {
      out.write(
          "upload,claim_id,mdtrt_id,feedetl_sn,institution_code,said,physician_code,fee_day,setting,amount_fen,verdict,"
              + "because,state,msgid,sent_at,received_at,days_late\n");
      desk.each(viewer, filter, one -> CsvOut.write(out, record(one)));
    }
  }

  private static String record(Uploaded one) {
    Line line = one.line();
    return CsvOut.line(
        line.line(), line.claimId(), one.visit(), one.sn(), line.institution(), one.said(), line.physician(),
        line.day(), line.setting(), line.fen(), line.verdict(), line.because(), one.state().word(), one.msgid(),
        one.sentAt().toInstant(), one.receivedAt().toInstant(), one.daysLate());
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/uploaded/{upload}")
  ModelAndView one(
      Frame frame, Viewer viewer, @PathVariable long upload, @RequestParam(defaultValue = "") String asOf,
      @RequestParam(defaultValue = "") String knownAt) {
    Uploaded found = desk.find(viewer, upload);
    Line line = found.line();
    LocalDate day = asOf.isBlank() ? line.day() : LinePages.day(asOf);
    LocalDate known = knownAt.isBlank() ? found.receivedOn() : LinePages.day(knownAt);
    CheckDesk.Known told = runs.known(viewer, line, day, known);
    String edition = told.edition();
    Function<String, Cited> links = edition == null ? Cited.BARE_ARTICLE : ArticleLinks.of(edition);
    Map<Item, List<Step>> items = new LinkedHashMap<>();
    looks.of(found).forEach(item -> items.put(item, looks.steps(item)));
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("one", found);
    model.put("site", desk.institution(found));
    model.put("passages", desk.passages(found));
    model.put("asOf", day);
    model.put("knownAt", known);
    model.put("known", told);
    model.put("links", links);
    model.put("items", items);
    return new ModelAndView("settlement/upload", model);
  }
}
