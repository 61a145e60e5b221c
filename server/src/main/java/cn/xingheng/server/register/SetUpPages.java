package cn.xingheng.server.register;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.security.AccountRule;
import cn.xingheng.server.house.security.SetUp;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first set-up; once there is an account this door leads to the sign-in. */
@Controller
class SetUpPages {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final int LONGEST_NAME = 128;
  private final SetUpDesk desk;
  private final SetUp setUp;

  SetUpPages(SetUpDesk desk, SetUp setUp) {
    this.desk = desk;
    this.setUp = setUp;
  }

  @Open
  @GetMapping("/set-up")
  ModelAndView ask(Frame frame) {
    return setUp.open() ? page(frame, new FirstSetUp("", "", "", "", "", ""), "") : Said.to("/sign-in");
  }

  @Open
  @PostMapping("/set-up")
  ModelAndView found(
      Frame frame, @RequestParam String token, @RequestParam String province, @RequestParam String provinceName,
      @RequestParam String edition, @RequestParam String login, @RequestParam String name,
      @RequestParam String password, @RequestParam String again) {
    if (!setUp.open()) {
      return Said.to("/sign-in");
    }
    FirstSetUp first =
        new FirstSetUp(province.strip(), provinceName.strip(), edition, login.strip(), name.strip(), password);
    String trouble = trouble(frame, token, first, again);
    if (trouble != null) {
      return page(frame, first, trouble);
    }
    desk.found(first);
    setUp.end();
    return Said.to("/sign-in?set-up-done");
  }

  private @Nullable String trouble(Frame frame, String token, FirstSetUp first, String again) {
    if (!setUp.right(token)) {
      return frame.say("set-up.token.wrong");
    }
    if (!ID.matcher(first.province()).matches()) {
      return frame.say("set-up.trouble.id");
    }
    if (first.provinceName().isEmpty() || first.provinceName().length() > LONGEST_NAME) {
      return frame.say("set-up.trouble.name");
    }
    if (desk.editions().stream().noneMatch(edition -> edition.id().equals(first.edition()))) {
      return frame.say("set-up.trouble.edition");
    }
    return AccountRule.trouble(frame.words(), first.login(), first.name(), first.password(), again);
  }

  private ModelAndView page(Frame frame, FirstSetUp first, String trouble) {
    ModelAndView page =
        new ModelAndView(
            "register/set-up",
            Map.of("frame", frame, "editions", desk.editions(), "first", first, "trouble", trouble));
    page.setStatus(trouble.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
