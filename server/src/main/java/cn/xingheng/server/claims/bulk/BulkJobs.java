package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Jobs;
import cn.xingheng.server.house.Problem;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The work under way, one piece after another, and what failed last. What had not ended has written nothing, and is
 * done again by the next server.
 */
@Component
final class BulkJobs implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(BulkJobs.class);
  private static final int REMEMBERED = 50;
  private static final BulkState QUIET = new BulkState.Quiet();
  private final Jobs<String, BulkState> jobs;

  BulkJobs(Clock clock) {
    this.jobs = new Jobs<>("settlement", 1, REMEMBERED, clock);
  }

  /** Starts a piece of work under a name, unless one of that name is under way. */
  void start(String name, Consumer<Job> work) {
    jobs.start(
        name, BulkPhase.WAIT,
        job -> {
          work.accept(job);
          return QUIET;
        },
        fault -> failed(name, fault));
  }

  private static BulkState failed(String name, RuntimeException fault) {
    if (fault instanceof CancellationException) {
      return QUIET;
    }
    if (fault instanceof Problem problem) {
      return new BulkState.Failed(problem.key(), problem.arguments());
    }
    if (fault instanceof UncheckedIOException) {
      LOG.warn("settlement {}: {}", name, fault.getMessage());
      return new BulkState.Failed("settlement.failed.disk", List.of());
    }
    if (fault instanceof DataAccessException || fault instanceof TransactionException) {
      LOG.warn("settlement {}: the database did not take it: {}", name, fault.getClass().getSimpleName());
      return new BulkState.Failed("settlement.failed.database", List.of());
    }
    LOG.error("settlement {}: fault", name, fault);
    return new BulkState.Failed("settlement.failed.fault", List.of());
  }

  /** How things stand. */
  BulkState state(String name) {
    Job.Progress progress = jobs.progress(name);
    return progress == null
        ? Objects.requireNonNullElse(jobs.last(name), QUIET)
        : new BulkState.Running(progress);
  }

  void cancel(String name) {
    jobs.cancel(name);
  }

  @Override
  public void destroy() throws InterruptedException {
    jobs.stop();
  }
}
