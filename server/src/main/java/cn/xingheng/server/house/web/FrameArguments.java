package cn.xingheng.server.house.web;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Settings;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a door its frame, its words or the person who stands before it. */
@Component
public class FrameArguments implements HandlerMethodArgumentResolver {
  private final MessageSource messages;
  private final Settings settings;
  private final Clock clock;

  FrameArguments(MessageSource messages, Settings settings, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == Frame.class || type == Words.class || type == Viewer.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    Class<?> type = parameter.getParameterType();
    if (type == Viewer.class) {
      return Objects.requireNonNull(viewer(), "nobody is signed in: " + request.getRequestURI());
    }
    return type == Words.class ? words() : frame(request);
  }

  /** The frame of a request. */
  public Frame frame(HttpServletRequest request) {
    String query = request.getQueryString();
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Frame(
        words(), viewer(), token == null ? "" : token.getToken(),
        request.getRequestURI() + (query == null ? "" : "?" + query), LocalDate.now(clock), settings.demo(),
        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null, Said.before(request));
  }

  private Words words() {
    return new Words(messages, LocaleContextHolder.getLocale());
  }

  private static @Nullable Viewer viewer() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
  }
}
