package cn.xingheng.law.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects the faults of the parts of a file, so that its author sees all of them at once.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * Supplier<CodeForm> codes = faults.attempt(() -> codes(root));
 * Supplier<Notice> notice = faults.attempt(() -> notice(root));
 * faults.throwAny();
 * return new Thing(codes.get(), notice.get());
 * }</pre>
 */
public final class Faults {

  private final Set<Fault> found = new LinkedHashSet<>();

  /** Notes a fault. */
  public void add(Fault fault) {
    found.add(fault);
  }

  /** Notes all faults of a refusal. */
  public void add(LawFault refusal) {
    found.addAll(refusal.faults());
  }

  /** Runs one part now; its value may be taken once {@link #throwAny} has let the caller pass. */
  public <T> Supplier<T> attempt(Supplier<T> part) {
    try {
      T value = part.get();
      return () -> value;
    } catch (LawFault refusal) {
      add(refusal);
      return () -> {
        throw refusal;
      };
    }
  }

  /** Runs one part now; empty when it was refused. */
  public <T> Optional<T> find(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (LawFault refusal) {
      add(refusal);
      return Optional.empty();
    }
  }

  /** Reads each of many; throws once, with the faults of all of them. */
  public static <S, T> List<T> each(Collection<S> many, Function<S, T> read) {
    Faults faults = new Faults();
    List<T> values = new ArrayList<>(many.size());
    for (S one : many) {
      faults.find(() -> read.apply(one)).ifPresent(values::add);
    }
    faults.throwAny();
    return List.copyOf(values);
  }

  /** Whether nothing is wrong so far. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Everything found, at least one, as a refusal, in the order of lines. */
  public LawFault refusal() {
    return new LawFault(
        found.stream()
            .sorted(Comparator.comparingInt((Fault fault) -> fault.place().line())
                .thenComparingInt(fault -> fault.place().column()))
            .toList());
  }

  /** Throws {@link LawFault} with everything found, or returns when nothing was. */
  public void throwAny() {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }
}
