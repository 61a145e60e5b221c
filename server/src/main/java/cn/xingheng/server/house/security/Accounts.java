package cn.xingheng.server.house.security;

import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.Viewer;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in by local account. An unknown login takes as long as a wrong password. */
@Component
class Accounts implements AuthenticationProvider {
  private final AccountStore store;
  private final AuditStore audit;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final Attempts attempts;
  private final String nobody;

  Accounts(AccountStore store, AuditStore audit, PasswordEncoder passwords, Clock clock, Attempts attempts) {
    this.store = store;
    this.audit = audit;
    this.passwords = passwords;
    this.clock = clock;
    this.attempts = attempts;
    this.nobody = passwords.encode("no account has this password");
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String login = asked.getName();
    String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    refuseAfterTooMany(login, address);
    try {
      Authentication passed = check(login, String.valueOf(asked.getCredentials()));
      attempts.passed(login);
      return passed;
    } catch (BadCredentialsException wrong) {
      attempts.failed(login, address);
      refuseAfterTooMany(login, address);
      throw wrong;
    }
  }

  private void refuseAfterTooMany(String login, String address) {
    Instant until = attempts.until(login, address).orElse(null);
    if (until != null) {
      throw new TooManyAttempts(until);
    }
  }

  private Authentication check(String login, String password) {
    AccountStore.Account account = store.find(login).orElse(null);
    boolean right = passwords.matches(password, account == null ? nobody : account.passwordHash());
    if (account == null || !right || !account.active()) {
      throw new BadCredentialsException("refused");
    }
    Instant since = store.changedAt(account.id()).orElseThrow(() -> new BadCredentialsException("closed"));
    List<Viewer.Held> held = store.roles(account.id());
    if (held.isEmpty()) {
      throw new BadCredentialsException("no role");
    }
    Viewer viewer = new Viewer(account.id(), account.login(), account.name(), held);
    audit.write(viewer, "sign-in", "account:" + account.id(), "", OffsetDateTime.now(clock));
    return entered(viewer, since);
  }

  /** Somebody signed in to an account as it is since then. */
  static Authentication entered(Viewer viewer, Instant since) {
    UsernamePasswordAuthenticationToken token =
        UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
    token.setDetails(new Since(since));
    return token;
  }

  /** As of when the account was read that a session stands on. */
  record Since(Instant changedAt) implements Serializable {}

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
