package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second look and its lists: to pay, to recover, and how far each item is. */
@Controller
public class LookPages {
  private final SecondLookDesk desk;
  private final SettlementDesk runs;

  LookPages(SecondLookDesk desk, SettlementDesk runs) {
    this.desk = desk;
    this.runs = runs;
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/items")
  ModelAndView items(
      Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") long after) {
    return page(frame, viewer, agency, filter(kind, state), after, "");
  }

  private ModelAndView page(
      Frame frame, Viewer viewer, String asked, ItemFilter filter, long after, String trouble) {
    List<Organisation> agencies = runs.agencies(viewer, Right.SETTLEMENT);
    String agency = asked.isEmpty() && !agencies.isEmpty() ? agencies.getFirst().id() : asked;
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("agencies", agencies);
    model.put("agency", agency);
    model.put("filter", filter);
    model.put("after", after);
    model.put("trouble", trouble);
    if (!agency.isEmpty()) {
      model.put("state", desk.state(agency));
      Paged<Item> page = Paged.of(desk.items(viewer, agency, filter, after), Item::id);
      model.put("items", page.shown());
      model.put("next", page.next());
      model.put("looks", desk.looks(viewer, agency));
      model.put("shares", desk.shares(viewer, agency));
      model.put("mine", runs.agencies(viewer, Right.RECORD).stream().anyMatch(one -> one.id().equals(agency)));
    }
    ModelAndView answer = new ModelAndView("settlement/items", model);
    answer.setStatus(HttpStatusCode.valueOf(trouble.isEmpty() ? 200 : 422));
    return answer;
  }

  private static ItemFilter filter(String kind, String state) {
    return new ItemFilter(
        kind.isEmpty() ? null : one(Item.Kind.values(), kind),
        state.isEmpty() ? null : one(Item.State.values(), state));
  }

  private static <T extends Enum<T>> T one(T[] all, String word) {
    return Arrays.stream(all).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
        .orElseThrow(() -> Problem.of(400, "problem.request"));
  }

  @Needs(Right.RECORD)
  @PostMapping("/settlement/looks")
  ModelAndView look(
      Frame frame, Viewer viewer, @RequestParam String key, @RequestParam String agency, @RequestParam String first,
      @RequestParam String last) {
    try {
      desk.begin(
          viewer, key, new SecondLookDesk.Ask(agency, SettlementPages.month(first), SettlementPages.month(last)));
      return Said.to("/settlement/items?agency=" + agency);
    } catch (Problem problem) {
      if (problem.status() != 422) {
        throw problem;
      }
      return page(frame, viewer, agency, new ItemFilter(null, null), 0, problem.said(frame.words()));
    }
  }

  @Needs(Right.RECORD)
  @PostMapping("/settlement/items/{item}/{step:send|settle|dispute}")
  ModelAndView step(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long item, @PathVariable String step,
      @RequestParam String key, @RequestParam(defaultValue = "") String note) {
    Item.State to =
        switch (step) {
          case "send" -> Item.State.SENT;
          case "settle" -> Item.State.SETTLED;
          default -> Item.State.DISPUTED;
        };
    Item taken = desk.step(viewer, key, item, to, note);
    return Said.then(
        request, taken.address(),
        frame.say("settlement.said." + to.word(), taken.line().claimId(), Yuan.of(taken.line().fen())));
  }

  @Needs(Right.SETTLEMENT)
  @GetMapping("/settlement/items.csv")
  void csv(
      Viewer viewer, @RequestParam String agency, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state, HttpServletResponse response)
      throws IOException {
    ItemFilter filter = filter(kind, state);
    desk.items(viewer, agency, filter, Long.MAX_VALUE);
    try (Writer out = CsvOut.csv(response, "settlement-items.csv")) {
      out.write(
          "item,kind,state,turn,claim_id,month,institution_code,physician_code,issued_at,setting,amount_fen,"
              + "amount_yuan,verdict_before,because_before,verdict_after,because_after,articles,change,"
              + "origin,reason\n");
      desk.each(viewer, agency, filter, item -> CsvOut.write(out, record(item)));
    }
  }

  private static String record(Item item) {
    Line line = item.line();
    return CsvOut.line(
        item.id(), item.kind().word(), item.state().word(), item.turn(), line.claimId(), item.month(),
        line.institution(), line.physician(), line.issuedAt(), line.setting(), line.fen(), Yuan.plain(line.fen()),
        item.verdictBefore(), item.becauseBefore(), item.verdictAfter(), item.becauseAfter(),
        String.join(";", item.articles()), item.knownNo(), item.origin().word(), item.reason().word());
  }
}
