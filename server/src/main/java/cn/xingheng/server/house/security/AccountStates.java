package cn.xingheng.server.house.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** When accounts were last changed, read again after two seconds: cheap enough to ask at every request. */
@Component
class AccountStates {
  private static final Logger LOG = LoggerFactory.getLogger(AccountStates.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
  private final Map<Long, Read> read = new ConcurrentHashMap<>();
  private final AccountStore store;

  AccountStates(AccountStore store) {
    this.store = store;
  }

  private record Read(Optional<Instant> changedAt, long nanos) {}

  /** Whether the account is open and still what it was then. While the database is away the last answer stands. */
  boolean stands(long account, Instant since) {
    Read last = read.get(account);
    if (last == null || System.nanoTime() - last.nanos() > FRESH_NANOS) {
      try {
        last = new Read(store.changedAt(account), System.nanoTime());
        read.put(account, last);
      } catch (DataAccessException away) {
        LOG.warn("accounts cannot be read: {}", away.getClass().getSimpleName());
        return last == null || last.changedAt().equals(Optional.of(since));
      }
    }
    return last.changedAt().equals(Optional.of(since));
  }

  /** Reads this account anew at the next request. */
  void forget(long account) {
    read.remove(account);
  }
}
