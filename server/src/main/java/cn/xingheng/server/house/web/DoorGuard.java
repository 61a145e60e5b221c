package cn.xingheng.server.house.web;

import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Opens a door of ours only to who holds the right it names; a door that names none opens to nobody. */
@Component
class DoorGuard implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod door)
        || !door.getBeanType().getName().startsWith("cn.xingheng.")
        || door.hasMethodAnnotation(Open.class)) {
      return true;
    }
    Needs needs = door.getMethodAnnotation(Needs.class);
    if (needs == null) {
      throw new IllegalStateException("a door without a right: " + door);
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    boolean holds =
        authentication != null
            && authentication.getPrincipal() instanceof Viewer viewer
            && viewer.may(needs.value());
    if (!holds) {
      throw Problem.of(403, "problem.no-right");
    }
    return true;
  }
}
