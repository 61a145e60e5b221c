package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts: the list with a form, and one account. */
@Controller
class AccountPages {
  private final AccountDesk desk;

  AccountPages(AccountDesk desk) {
    this.desk = desk;
  }

  @Needs(Right.ACCOUNTS)
  @GetMapping("/accounts")
  ModelAndView list(Frame frame, Viewer viewer) {
    return list(frame, viewer, new Entered("", "", "", "", ""));
  }

  private ModelAndView list(Frame frame, Viewer viewer, Entered entered) {
    List<AccountDesk.Seen> accounts = desk.list(viewer);
    ModelAndView page =
        new ModelAndView(
            "accounts/list",
            Map.of("frame", frame, "accounts", accounts, "places", desk.places(viewer), "entered", entered));
    page.setStatus(entered.trouble().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/accounts")
  ModelAndView add(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam String key, @RequestParam String login,
      @RequestParam String name, @RequestParam String organisation, @RequestParam Role role,
      @RequestParam String password, @RequestParam String again) {
    String trouble = AccountRule.trouble(frame.words(), login, name, password, again);
    if (trouble != null) {
      return list(frame, viewer, new Entered(login, name, organisation, role.name(), trouble));
    }
    long id = desk.add(viewer, key, login, name, password, new AccountDesk.Grant(role, organisation));
    return Said.then(request, "/accounts/" + id, frame.say("accounts.said.added", login, name));
  }

  @Needs(Right.ACCOUNTS)
  @GetMapping("/accounts/{id}")
  ModelAndView one(Frame frame, Viewer viewer, @PathVariable long id) {
    return one(frame, viewer, id, null);
  }

  private ModelAndView one(Frame frame, Viewer viewer, long id, @Nullable String trouble) {
    ModelAndView page =
        new ModelAndView(
            "accounts/one",
            Map.of(
                "frame", frame, "account", desk.find(viewer, id), "places", desk.places(viewer), "trouble",
                trouble == null ? "" : trouble));
    page.setStatus(trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/accounts/{id}/roles")
  ModelAndView grant(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id,
      @RequestParam String organisation, @RequestParam Role role) {
    String name = desk.find(viewer, id).name();
    String place = desk.grant(viewer, id, new AccountDesk.Grant(role, organisation));
    return Said.then(request, "/accounts/" + id, frame.say("accounts.said.granted", name, said(frame, role), place));
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/accounts/{id}/roles/remove")
  ModelAndView revoke(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id,
      @RequestParam String organisation, @RequestParam Role role) {
    String name = desk.find(viewer, id).name();
    String place = desk.revoke(viewer, id, new AccountDesk.Grant(role, organisation));
    return Said.then(request, "/accounts/" + id, frame.say("accounts.said.revoked", name, said(frame, role), place));
  }

  private static String said(Frame frame, Role role) {
    return frame.say("role." + role.name().toLowerCase(Locale.ROOT));
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/accounts/{id}/active")
  ModelAndView active(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id, @RequestParam boolean active) {
    String login = desk.active(viewer, id, active).login();
    String key = active ? "accounts.said.activated" : "accounts.said.deactivated";
    return Said.then(request, "/accounts/" + id, frame.say(key, login));
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/accounts/{id}/password")
  ModelAndView password(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable long id, @RequestParam String password,
      @RequestParam String again) {
    AccountDesk.Seen account = desk.find(viewer, id);
    String trouble = AccountRule.trouble(frame.words(), account.login(), password, again);
    if (trouble != null) {
      return one(frame, viewer, id, trouble);
    }
    desk.password(viewer, id, password);
    return Said.then(request, "/accounts/" + id, frame.say("accounts.said.password", account.login()));
  }
}
