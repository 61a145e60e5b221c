package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the sessions of an account that has been closed or changed since they began. */
final class SessionEnd extends OncePerRequestFilter {
  private final AccountStates states;

  SessionEnd(AccountStates states) {
    this.states = states;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication entered = SecurityContextHolder.getContext().getAuthentication();
    if (entered != null
        && entered.getPrincipal() instanceof Viewer viewer
        && entered.getDetails() instanceof Accounts.Since since
        && !states.stands(viewer.account(), since.changedAt())) {
      new SecurityContextLogoutHandler().logout(request, response, entered);
      response.sendRedirect(request.getContextPath() + "/sign-in?ended");
      return;
    }
    chain.doFilter(request, response);
  }
}
