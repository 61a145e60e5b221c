package cn.xingheng.server.claims.push;

import cn.xingheng.server.claims.DeltaDesk;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Has the courier go round while the server runs: at once when something changed, and twice a second. */
@Component
class CourierRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CourierRounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration STOPPING = Duration.ofSeconds(2);
  private final DeltaDesk deltas;
  private final Courier courier;
  private volatile @Nullable Thread runner;

  CourierRounds(HookDesk desk, DeltaDesk deltas, ChangeDesk changes, AddressRule rule, Clock clock) {
    Post post =
        new Post(
            rule, AddressRule.Resolver::system, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
    this.deltas = deltas;
    this.courier = new Courier(desk, deltas, changes, post, clock, new SecureRandom());
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name("courier").daemon().unstarted(this::run);
    runner = thread;
    thread.start();
  }

  private void run() {
    boolean away = false;
    while (isRunning() && !Thread.currentThread().isInterrupted()) {
      try {
        courier.round();
        away = false;
      } catch (Problem old) {
        // Whoever keeps the snapshot says why it may be old.
        away = true;
      } catch (DataAccessException | TransactionException fault) {
        if (!away && isRunning()) {
          LOG.warn("hooks wait: {}", fault.getClass().getSimpleName());
        }
        away = true;
      }
      deltas.await(away ? Long.MAX_VALUE - 1 : courier.heard(), PAUSE);
    }
  }

  @Override
  public void stop() {
    Thread thread = runner;
    runner = null;
    try {
      if (thread != null) {
        thread.join(STOPPING);
      }
      courier.stop();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return runner != null;
  }
}
