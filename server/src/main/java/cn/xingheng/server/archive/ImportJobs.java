package cn.xingheng.server.archive;

import cn.xingheng.server.house.Problem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The work under way, one piece an upload, and what came of the last ones; it goes on when nobody looks. */
@Component
final class ImportJobs implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
  private static final int AT_ONCE = 2;
  private static final int REMEMBERED = 20;
  private static final int PATIENCE_SECONDS = 10;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("import-", 1).daemon().factory());
  private final Map<Long, ImportJob> running = new LinkedHashMap<>();
  private final Map<Long, ImportState> last = new LinkedHashMap<>();
  private final Clock clock;

  ImportJobs(Clock clock) {
    this.clock = clock;
  }

  /** Starts a piece of work about an upload, unless one is under way. */
  synchronized void start(long upload, boolean writing, Function<ImportJob, ImportState> work) {
    if (running.containsKey(upload)) {
      return;
    }
    ImportJob job = new ImportJob(clock, writing);
    running.put(upload, job);
    last.remove(upload);
    threads.execute(() -> ended(upload, outcome(upload, job, work)));
  }

  private static ImportState outcome(long upload, ImportJob job, Function<ImportJob, ImportState> work) {
    try {
      return work.apply(job);
    } catch (CancellationException stopped) {
      return new ImportState.Failed("imports.failed.cancelled", List.of());
    } catch (Problem problem) {
      return new ImportState.Failed(problem.key(), problem.arguments());
    } catch (DataAccessException | TransactionException fault) {
      LOG.warn("import {}: the database did not take it: {}", upload, fault.getClass().getSimpleName());
      return new ImportState.Failed("imports.failed.database", List.of());
    } catch (RuntimeException fault) {
      LOG.error("import {}: fault", upload, fault);
      return new ImportState.Failed("imports.failed.fault", List.of());
    }
  }

  private synchronized void ended(long upload, ImportState state) {
    running.remove(upload);
    last.put(upload, state);
    while (last.size() > REMEMBERED) {
      last.remove(last.keySet().iterator().next());
    }
  }

  /** How things stand, or null when nothing is remembered. */
  synchronized @Nullable ImportState state(long upload) {
    ImportJob job = running.get(upload);
    return job != null ? new ImportState.Running(job.progress()) : last.get(upload);
  }

  /** Forgets what came of the last work. */
  synchronized void forget(long upload) {
    last.remove(upload);
  }

  synchronized void cancel(long upload) {
    ImportJob job = running.get(upload);
    if (job != null) {
      job.cancel();
    }
  }

  /** Stops what is under way; whatever had not ended has written nothing. */
  @Override
  public void destroy() throws InterruptedException {
    synchronized (this) {
      running.values().forEach(ImportJob::cancel);
    }
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
