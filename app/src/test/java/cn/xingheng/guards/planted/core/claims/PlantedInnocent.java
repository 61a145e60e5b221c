package cn.xingheng.guards.planted.core.claims;

import java.time.LocalDate;
import java.util.List;

/** Breaks no rule: what the fences must stay silent about. */
public record PlantedInnocent(LocalDate day, List<Integer> numbers) {
  /** The days after this one. */
  public LocalDate next() {
    return day.plusDays(numbers.size());
  }
}
