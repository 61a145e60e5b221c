package cn.xingheng.guards.planted.core.basics;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Supplier;

/** Everything that core does not do. */
final class PlantedImpure {
  private final double share = 0.5;
  private final Supplier<Instant> later = Instant::now;

  LocalDate today() {
    return LocalDate.now();
  }

  long ticks() {
    return System.currentTimeMillis() + System.nanoTime();
  }

  boolean chance() {
    return Math.random() > share || new Random(1).nextBoolean();
  }

  String paths(Path path, File file) {
    return path + file.getName() + later.get();
  }

  float half() {
    return 0.5f;
  }

  long twice(double value) {
    return Math.round(value * 2);
  }

  boolean boxed(Integer value) {
    return value.doubleValue() > 1 && Clock.systemUTC() != null;
  }
}
