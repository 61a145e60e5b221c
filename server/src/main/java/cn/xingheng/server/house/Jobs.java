package cn.xingheng.server.house;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on when nobody looks: what is under way, one piece a name, and what came of the last pieces.
 *
 * @param <K> by what a piece of work is named
 * @param <S> what comes of one
 */
public final class Jobs<K, S> {
  private static final int PATIENCE_SECONDS = 10;
  private final ExecutorService threads;
  private final int remembered;
  private final Clock clock;
  private final Map<K, Job> running = new LinkedHashMap<>();
  private final Map<K, S> last = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param threads how many are done at once; the others wait
   * @param remembered of how many it is remembered what came of them
   */
  public Jobs(String name, int threads, int remembered, Clock clock) {
    this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    this.remembered = remembered;
    this.clock = clock;
  }

  /**
   * Starts a piece of work, unless one of that name is under way.
   *
   * @param first the phase in which it waits for its turn
   * @param failed what comes of it when the work throws
   */
  public synchronized void start(K name, Enum<?> first, Function<Job, S> work, Function<RuntimeException, S> failed) {
    if (running.containsKey(name)) {
      return;
    }
    Job job = new Job(clock, first);
    running.put(name, job);
    last.remove(name);
    threads.execute(() -> ended(name, outcome(job, work, failed)));
  }

  private S outcome(Job job, Function<Job, S> work, Function<RuntimeException, S> failed) {
    try {
      return work.apply(job);
    } catch (RuntimeException fault) {
      return failed.apply(fault);
    }
  }

  private synchronized void ended(K name, S state) {
    running.remove(name);
    last.put(name, state);
    while (last.size() > remembered) {
      last.remove(last.keySet().iterator().next());
    }
  }

  /** How far it is, or null when it is not under way. */
  public synchronized Job.@Nullable Progress progress(K name) {
    Job job = running.get(name);
    return job == null ? null : job.progress();
  }

  /** What came of it, or null while it is under way and when nothing is remembered. */
  public synchronized @Nullable S last(K name) {
    return last.get(name);
  }

  /** Forgets what came of it. */
  public synchronized void forget(K name) {
    last.remove(name);
  }

  /** Tells it to stop. */
  public synchronized void cancel(K name) {
    Job job = running.get(name);
    if (job != null) {
      job.cancel();
    }
  }

  /** Stops what is under way. */
  public void stop() throws InterruptedException {
    synchronized (this) {
      running.values().forEach(Job::cancel);
    }
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
