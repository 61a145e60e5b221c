package cn.xingheng.core.agreement;

import java.time.LocalDate;
import java.util.Optional;

/** 「延签障碍」 What keeps an agreement from renewing when a term ends. */
@FunctionalInterface
public interface RenewalBlock {

  /** Nothing ever blocks. */
  RenewalBlock NONE = lastDay -> Optional.empty();

  /** The ending that a term with this last day leads to instead of a renewal, or empty when it renews. */
  Optional<Ending> at(LocalDate lastDay);
}
