package cn.xingheng.core.standing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 「按需推算」 A part that is reckoned once, when first asked for. Not for several threads. */
final class Lazy<T> {

  private final Supplier<T> reckoning;
  private @Nullable T value;

  Lazy(Supplier<T> reckoning) {
    this.reckoning = reckoning;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = reckoning.get();
      value = known;
    }
    return known;
  }
}
