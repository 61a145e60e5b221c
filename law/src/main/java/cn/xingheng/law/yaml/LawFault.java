package cn.xingheng.law.yaml;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A file that is refused whole, with everything that was found wrong with it, in the order of its lines. */
public final class LawFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** At least one fault. */
  public LawFault(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("a refusal without a fault");
    }
    this.faults = List.copyOf(faults);
  }

  /** A refusal for one fault. */
  public LawFault(Place place, String wrong, String maybe) {
    this(List.of(new Fault(place, wrong, maybe)));
  }

  /** What is wrong, at least one. */
  public List<Fault> faults() {
    return faults;
  }
}
