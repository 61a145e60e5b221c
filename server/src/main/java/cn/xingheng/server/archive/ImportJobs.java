package cn.xingheng.server.archive;

import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Jobs;
import cn.xingheng.server.house.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The work under way, one piece an upload, and what came of the last ones. What had not ended has written nothing. */
@Component
final class ImportJobs implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
  private static final int AT_ONCE = 2;
  private static final int REMEMBERED = 20;
  private final Jobs<Long, ImportState> jobs;
  private final Set<Long> writing = ConcurrentHashMap.newKeySet();

  ImportJobs(Clock clock) {
    this.jobs = new Jobs<>("import", AT_ONCE, REMEMBERED, clock);
  }

  /** Starts a piece of work about an upload, unless one is under way. */
  void start(long upload, boolean writes, Function<Job, ImportState> work) {
    jobs.start(
        upload, ImportPhase.READ,
        job -> {
          if (writes) {
            writing.add(upload);
          }
          try {
            return work.apply(job);
          } finally {
            writing.remove(upload);
          }
        },
        fault -> failed(upload, fault));
  }

  private static ImportState failed(long upload, RuntimeException fault) {
    if (fault instanceof CancellationException) {
      return new ImportState.Failed("imports.failed.cancelled", List.of());
    }
    if (fault instanceof Problem problem) {
      return new ImportState.Failed(problem.key(), problem.arguments());
    }
    if (fault instanceof DataAccessException || fault instanceof TransactionException) {
      LOG.warn("import {}: the database did not take it: {}", upload, fault.getClass().getSimpleName());
      return new ImportState.Failed("imports.failed.database", List.of());
    }
    LOG.error("import {}: fault", upload, fault);
    return new ImportState.Failed("imports.failed.fault", List.of());
  }

  /** How things stand, or null when nothing is remembered. */
  @Nullable ImportState state(long upload) {
    Job.Progress progress = jobs.progress(upload);
    return progress == null ? jobs.last(upload) : new ImportState.Running(progress, writing.contains(upload));
  }

  /** Forgets what came of the last work. */
  void forget(long upload) {
    jobs.forget(upload);
  }

  void cancel(long upload) {
    jobs.cancel(upload);
  }

  @Override
  public void destroy() throws InterruptedException {
    jobs.stop();
  }
}
