package cn.xingheng.server.scope;

import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One way into the running server.
 *
 * @param method the HTTP method, or ANY
 * @param needs the name of the right, OPEN, or NONE where a door of ours says neither; null for a door of others
 */
record Door(String method, String pattern, @Nullable String needs) {

  /** Every method × pattern that the server has mapped. */
  static List<Door> of(RequestMappingHandlerMapping mapping) {
    List<Door> doors = new ArrayList<>();
    mapping.getHandlerMethods().forEach((info, handler) -> doors.addAll(of(info, handler)));
    return doors.stream().sorted((a, b) -> a.line().compareTo(b.line())).toList();
  }

  private static List<Door> of(RequestMappingInfo info, HandlerMethod handler) {
    Set<String> methods =
        info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    if (methods.isEmpty()) {
      methods.add("ANY");
    }
    List<Door> doors = new ArrayList<>();
    for (String pattern : info.getPatternValues()) {
      methods.forEach(method -> doors.add(new Door(method, pattern, needs(handler))));
    }
    return doors;
  }

  private static @Nullable String needs(HandlerMethod handler) {
    if (!handler.getBeanType().getName().startsWith("cn.xingheng.")) {
      return null;
    }
    Needs needs = handler.getMethodAnnotation(Needs.class);
    boolean open = handler.hasMethodAnnotation(Open.class);
    return needs == null ? (open ? "OPEN" : "NONE") : open ? "BOTH" : needs.value().name();
  }

  /** As the table of expectations writes it. */
  String line() {
    return method + " " + pattern + " " + (needs == null ? "OTHERS" : needs);
  }
}
