package cn.xingheng.core.basics;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 「步骤（按需成文）」 Steps that are put into words when somebody first looks at them.
 *
 * <p>Most reckonings are never explained: in bulk work the wording would cost more than the reckoning. The steps
 * must be worded from immutable values only, so that it does not matter when.
 */
public final class Steps extends AbstractList<Step> {

  private final Supplier<List<Step>> wording;
  private @Nullable List<Step> worded;

  private Steps(Supplier<List<Step>> wording) {
    this.wording = wording;
  }

  /** The steps that this wording gives. */
  public static List<Step> of(Supplier<List<Step>> wording) {
    return new Steps(wording);
  }

  /** These steps followed by more. */
  public static List<Step> plus(List<Step> before, Supplier<List<Step>> wording) {
    return new Steps(
        () -> {
          List<Step> all = new ArrayList<>(before);
          all.addAll(wording.get());
          return all;
        });
  }

  private List<Step> worded() {
    List<Step> known = worded;
    if (known == null) {
      known = List.copyOf(wording.get());
      worded = known;
    }
    return known;
  }

  @Override
  public Step get(int index) {
    return worded().get(index);
  }

  @Override
  public int size() {
    return worded().size();
  }
}
