package cn.xingheng.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** What a driver hears of its tasks and executors. */
final class Heard extends SparkListener {
  final AtomicInteger done = new AtomicInteger();
  final AtomicInteger lost = new AtomicInteger();
  final AtomicInteger again = new AtomicInteger();
  final AtomicInteger removed = new AtomicInteger();
  final CountDownLatch oneRemoved = new CountDownLatch(1);
  final CountDownLatch twoHeld = new CountDownLatch(2);
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    if (start.taskInfo().attemptNumber() > 0) {
      again.incrementAndGet();
    } else if (start.taskInfo().index() >= GatedFileSystem.FIRST_HELD && held.add(start.taskInfo().executorId())) {
      twoHeld.countDown();
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof ExecutorLostFailure) {
      lost.incrementAndGet();
    } else {
      done.incrementAndGet();
    }
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved gone) {
    removed.incrementAndGet();
    oneRemoved.countDown();
  }
}
