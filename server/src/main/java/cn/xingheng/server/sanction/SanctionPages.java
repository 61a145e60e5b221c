package cn.xingheng.server.sanction;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.ledger.FormDoor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms that suspend, terminate, put off, and settle what an institution stated. */
@Controller
class SanctionPages {
  private final SanctionDesk desk;

  SanctionPages(SanctionDesk desk) {
    this.desk = desk;
  }

  @RequestMapping(
      path = {"/physicians/{id}/suspend", "/physicians/{id}/suspend/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView suspend(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, null, sent, desk::suspend);
  }

  @RequestMapping(
      path = {"/physicians/{id}/terminate", "/physicians/{id}/terminate/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView terminate(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, null, sent, desk::terminate);
  }

  @RequestMapping(
      path = {"/physicians/{id}/facts/{fact}/defer", "/physicians/{id}/facts/{fact}/defer/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView defer(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String fact,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, fact, sent, desk::defer);
  }

  @RequestMapping(
      path = {"/physicians/{id}/facts/{fact}/settle", "/physicians/{id}/facts/{fact}/settle/preview"},
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Right.RECORD)
  ModelAndView settle(
      HttpServletRequest request, Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String fact,
      @RequestParam Map<String, String> sent) {
    return FormDoor.open(request, frame, viewer, id, fact, sent, desk::settle);
  }
}
