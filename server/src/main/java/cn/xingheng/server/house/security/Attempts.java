package cn.xingheng.server.house.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords of the last minutes, by login and by address, in memory: whoever guesses has to wait. An address may
 * stand for a whole hospital, so it may be wrong more often.
 */
@Component
class Attempts {
  static final int LOGIN_LIMIT = 5;
  static final int ADDRESS_LIMIT = 50;
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int REMEMBERED = 100_000;
  private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();
  private final Clock clock;

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** Until when nobody is let in by this login or from this address; empty when one may try. */
  synchronized Optional<Instant> until(String login, String address) {
    Optional<Instant> byLogin = until(login(login), LOGIN_LIMIT);
    Optional<Instant> byAddress = until(address(address), ADDRESS_LIMIT);
    return byLogin.isPresent() && byAddress.isPresent() && byAddress.get().isAfter(byLogin.get())
        ? byAddress
        : byLogin.or(() -> byAddress);
  }

  /** Remembers a wrong password. */
  synchronized void failed(String login, String address) {
    remember(login(login), LOGIN_LIMIT);
    remember(address(address), ADDRESS_LIMIT);
  }

  /** Forgets what was wrong before the right password. */
  synchronized void passed(String login) {
    failures.remove(login(login));
  }

  private Optional<Instant> until(String key, int limit) {
    Deque<Instant> times = failures.get(key);
    if (times == null || times.size() < limit) {
      return Optional.empty();
    }
    Instant end = times.getFirst().plus(WINDOW);
    return end.isAfter(clock.instant()) ? Optional.of(end) : Optional.empty();
  }

  private void remember(String key, int limit) {
    Instant now = clock.instant();
    Deque<Instant> times = failures.remove(key);
    Deque<Instant> kept = times == null ? new ArrayDeque<>() : times;
    kept.removeIf(time -> !time.plus(WINDOW).isAfter(now));
    kept.addLast(now);
    if (kept.size() > limit) {
      kept.removeFirst();
    }
    failures.put(key, kept);
    Iterator<String> oldest = failures.keySet().iterator();
    while (failures.size() > REMEMBERED) {
      oldest.next();
      oldest.remove();
    }
  }

  private static String login(String login) {
    return "login " + login.toLowerCase(Locale.ROOT);
  }

  private static String address(String address) {
    return "address " + address;
  }
}
