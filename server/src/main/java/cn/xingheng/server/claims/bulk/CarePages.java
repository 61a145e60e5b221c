package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What lines tell when a suspension begins, and what institutions are not paid. */
@Controller
public class CarePages {
  private final CareDesk desk;
  private final SettlementDesk runs;

  CarePages(CareDesk desk, SettlementDesk runs) {
    this.desk = desk;
    this.runs = runs;
  }

  private String agency(Viewer viewer, String asked, Map<String, Object> model) {
    List<Organisation> agencies = runs.agencies(viewer, Right.SETTLEMENT);
    String agency = asked.isEmpty() && !agencies.isEmpty() ? agencies.getFirst().id() : asked;
    model.put("agencies", agencies);
    model.put("agency", agency);
    return agency;
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/handover")
  ModelAndView handover(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String begins) {
    Map<String, Object> model = new HashMap<>();
    LocalDate end = begins.isBlank() ? frame.today() : LinePages.day(begins);
    LocalDate first = from.isBlank() ? YearMonth.from(end).minusMonths(1).atDay(1) : LinePages.day(from);
    model.put("frame", frame);
    model.put("from", first);
    model.put("begins", end);
    String id = agency(viewer, agency, model);
    List<CareDesk.Handover> found = id.isEmpty() ? List.of() : desk.handover(viewer, id, first, end);
    model.put("found", found);
    model.put("names", runs.names(found.stream().map(one -> one.care().institution()).toList()));
    return new ModelAndView("settlement/handover", model);
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/exposure")
  ModelAndView exposure(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last) {
    Map<String, Object> model = new HashMap<>();
    YearMonth end = last.isBlank() ? YearMonth.from(frame.today()) : SettlementPages.month(last);
    YearMonth start = first.isBlank() ? end.withMonth(1) : SettlementPages.month(first);
    if (Stream.of(start, end).anyMatch(one -> one.getYear() < 1)) {
      throw Problem.of(400, "problem.request");
    }
    model.put("frame", frame);
    model.put("first", start);
    model.put("last", end);
    String id = agency(viewer, agency, model);
    List<Exposure> found = id.isEmpty() ? List.of() : desk.exposure(viewer, id, start, end);
    model.put("found", found);
    model.put("names", runs.names(found.stream().map(Exposure::institution).toList()));
    return new ModelAndView("settlement/exposure", model);
  }
}
