package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Problem;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The work under way, one piece after another, and what failed last; it goes on when nobody looks. */
@Component
final class BulkJobs implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(BulkJobs.class);
  private static final int REMEMBERED = 50;
  private static final int PATIENCE_SECONDS = 10;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("settlement").daemon().factory());
  private final Map<String, BulkJob> running = new LinkedHashMap<>();
  private final Map<String, BulkState> last = new LinkedHashMap<>();
  private final Clock clock;

  BulkJobs(Clock clock) {
    this.clock = clock;
  }

  /** Starts a piece of work under a name, unless one of that name is under way. */
  synchronized void start(String name, Consumer<BulkJob> work) {
    if (running.containsKey(name)) {
      return;
    }
    BulkJob job = new BulkJob(clock);
    running.put(name, job);
    last.remove(name);
    thread.execute(() -> ended(name, outcome(name, job, work)));
  }

  private static BulkState outcome(String name, BulkJob job, Consumer<BulkJob> work) {
    try {
      work.accept(job);
      return new BulkState.Quiet();
    } catch (CancellationException stopped) {
      return new BulkState.Quiet();
    } catch (Problem problem) {
      return new BulkState.Failed(problem.key(), problem.arguments());
    } catch (UncheckedIOException fault) {
      LOG.warn("settlement {}: {}", name, fault.getMessage());
      return new BulkState.Failed("settlement.failed.disk", List.of());
    } catch (DataAccessException | TransactionException fault) {
      LOG.warn("settlement {}: the database did not take it: {}", name, fault.getClass().getSimpleName());
      return new BulkState.Failed("settlement.failed.database", List.of());
    } catch (RuntimeException fault) {
      LOG.error("settlement {}: fault", name, fault);
      return new BulkState.Failed("settlement.failed.fault", List.of());
    }
  }

  private synchronized void ended(String name, BulkState state) {
    running.remove(name);
    last.put(name, state);
    while (last.size() > REMEMBERED) {
      last.remove(last.keySet().iterator().next());
    }
  }

  /** How things stand. */
  synchronized BulkState state(String name) {
    BulkJob job = running.get(name);
    return job != null ? new BulkState.Running(job.progress()) : last.getOrDefault(name, new BulkState.Quiet());
  }

  synchronized void cancel(String name) {
    BulkJob job = running.get(name);
    if (job != null) {
      job.cancel();
    }
  }

  /** Stops what is under way; whatever had not ended has written nothing, and is done again by the next server. */
  @Override
  public void destroy() throws InterruptedException {
    synchronized (this) {
      running.values().forEach(BulkJob::cancel);
    }
    thread.shutdown();
    if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }
}
