package cn.xingheng.law.standings;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All cores at work on one sequence; each takes the next when it is free, so nothing waits in memory.
 *
 * <p>After a fault nobody takes another; whoever came before it finishes, so that the first fault in order is told.
 */
final class Hands<T> {

  private final Iterator<T> source;
  private final Consumer<T> work;
  private long taken;
  private long faultAt = Long.MAX_VALUE;
  private @Nullable Throwable fault;

  private Hands(Iterator<T> source, Consumer<T> work) {
    this.source = source;
    this.work = work;
  }

  /** Does the work on each; the order in which it is done means nothing. */
  static <T> void each(Iterator<T> source, Consumer<T> work) {
    Hands<T> hands = new Hands<>(source, work);
    int count = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(pool.submit(hands::work));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug);
    }
    switch (hands.fault) {
      case null -> { }
      case RuntimeException thrown -> throw thrown;
      case Error thrown -> throw thrown;
      case Throwable thrown -> throw new IllegalStateException(thrown);
    }
  }

  private record Taken<T>(long number, T value) {}

  private void work() {
    for (Taken<T> next = next(); next != null; next = next()) {
      try {
        work.accept(next.value());
      } catch (RuntimeException | Error thrown) {
        failed(next.number(), thrown);
      }
    }
  }

  private synchronized @Nullable Taken<T> next() {
    try {
      return fault == null && source.hasNext() ? new Taken<>(taken++, source.next()) : null;
    } catch (RuntimeException | Error thrown) {
      failed(taken, thrown);
      return null;
    }
  }

  private synchronized void failed(long number, Throwable thrown) {
    if (number < faultAt) {
      faultAt = number;
      fault = thrown;
    }
  }
}
