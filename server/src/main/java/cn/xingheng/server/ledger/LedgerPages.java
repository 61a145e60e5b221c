package cn.xingheng.server.ledger;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms that record a deduction, withdraw a fact and correct one. */
@Controller
class LedgerPages {
  private final LedgerDesk desk;

  LedgerPages(LedgerDesk desk) {
    this.desk = desk;
  }

  @RequestMapping(
      path = {"/physicians/{id}/deduct", "/physicians/{id}/deduct/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView deduct(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, null, sent, desk::deduct);
  }

  @RequestMapping(
      path = {"/physicians/{id}/facts/{fact}/withdraw", "/physicians/{id}/facts/{fact}/withdraw/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView withdraw(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String fact,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, fact, sent, desk::withdraw);
  }

  @RequestMapping(
      path = {"/physicians/{id}/facts/{fact}/correct", "/physicians/{id}/facts/{fact}/correct/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView correct(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String fact,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, fact, sent, desk::correct);
  }
}
