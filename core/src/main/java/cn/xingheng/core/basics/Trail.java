package cn.xingheng.core.basics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * 「依据链」 The computation behind an answer, step by step: every fact that changes the answer when it is taken away
 * is named in it.
 */
public record Trail(List<Step> steps) {

  public static final Trail EMPTY = new Trail(List.of());

  /** Keeps each step once, in first order. */
  public Trail {
    steps = List.copyOf(new LinkedHashSet<>(steps));
  }

  /** The trail of several trails, one after the other. */
  public static Trail join(Collection<Trail> trails) {
    List<Step> all = new ArrayList<>();
    trails.forEach(trail -> all.addAll(trail.steps));
    return new Trail(all);
  }

  /** This trail followed by the other. */
  public Trail plus(Trail other) {
    return join(List.of(this, other));
  }

  /** Every fact that a step names, in order of appearance. */
  public SequencedSet<FactId> facts() {
    SequencedSet<FactId> facts = new LinkedHashSet<>();
    steps.forEach(step -> facts.addAll(step.facts()));
    return facts;
  }

  /** The steps as lines of text. */
  public List<String> lines() {
    return steps.stream().map(Step::line).toList();
  }
}
