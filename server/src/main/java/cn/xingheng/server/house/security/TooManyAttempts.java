package cn.xingheng.server.house.security;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Nobody is let in before this moment, with whatever password. */
final class TooManyAttempts extends AuthenticationException {
  private static final long serialVersionUID = 1;
  private final Instant until;

  TooManyAttempts(Instant until) {
    super("too many attempts");
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
