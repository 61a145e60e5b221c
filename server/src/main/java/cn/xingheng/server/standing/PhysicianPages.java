package cn.xingheng.server.standing;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of physicians: to look at, to take away, to print. */
@Controller
class PhysicianPages {
  /** More than this nobody prints. */
  static final int PRINTED = 1_000;

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private final PhysicianDesk desk;

  PhysicianPages(PhysicianDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/physicians")
  @Needs(Right.SEE)
  ModelAndView list(Frame frame, Viewer viewer, @RequestParam Map<String, String> query) {
    PhysicianList list = desk.list(viewer, desk.ask(query, List.of()));
    return new ModelAndView("physicians/list", Map.of("frame", frame, "list", list));
  }

  @GetMapping("/physicians/print")
  @Needs(Right.SEE)
  ModelAndView print(
      Frame frame, Viewer viewer, @RequestParam Map<String, String> query,
      @RequestParam(name = "pick", required = false) @Nullable List<String> picked) {
    PhysicianAsk ask = desk.ask(query, or(picked)).page(null, PRINTED);
    return new ModelAndView("physicians/print", Map.of("frame", frame, "list", desk.list(viewer, ask)));
  }

  @GetMapping("/physicians/export.csv")
  @Needs(Right.SEE)
  void csv(
      Words words, Viewer viewer, @RequestParam Map<String, String> query,
      @RequestParam(name = "pick", required = false) @Nullable List<String> picked, HttpServletResponse response)
      throws IOException {
    PhysicianAsk ask = desk.ask(query, or(picked));
    Sink sink = new Sink(response, CSV, "physicians-" + ask.asOf() + ".csv");
    new PhysicianTable(words, ask.asOf()).csv(sink, rows -> desk.each(viewer, ask, rows));
  }

  @GetMapping("/physicians/export.xlsx")
  @Needs(Right.SEE)
  void xlsx(
      Words words, Viewer viewer, @RequestParam Map<String, String> query,
      @RequestParam(name = "pick", required = false) @Nullable List<String> picked, HttpServletResponse response)
      throws IOException {
    PhysicianAsk ask = desk.ask(query, or(picked));
    Sink sink = new Sink(response, XLSX, "physicians-" + ask.asOf() + ".xlsx");
    new PhysicianTable(words, ask.asOf()).xlsx(sink, rows -> desk.each(viewer, ask, rows));
  }

  private static List<String> or(@Nullable List<String> picked) {
    return picked == null ? new ArrayList<>() : picked;
  }

  /** Says what the file is with its first bytes, so that a refusal before them is still a page. */
  private static final class Sink extends java.io.OutputStream {
    private final HttpServletResponse response;
    private final String type;
    private final String name;
    private boolean begun;

    Sink(HttpServletResponse response, String type, String name) {
      this.response = response;
      this.type = type;
      this.name = name;
    }

    private java.io.OutputStream out() throws IOException {
      if (!begun) {
        begun = true;
        response.setContentType(type);
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      }
      return response.getOutputStream();
    }

    @Override
    public void write(int one) throws IOException {
      out().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out().write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
      if (begun) {
        response.getOutputStream().flush();
      }
    }
  }
}
