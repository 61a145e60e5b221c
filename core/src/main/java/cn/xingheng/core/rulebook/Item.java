package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「扣分条目」 One violation of the catalogue and its points for each time. */
public record Item(String id, int points, Citation citation, String gloss) {

  /** Refuses an item without points. */
  public Item {
    if (points < 1) {
      throw new IllegalArgumentException("item " + id + " has no points: " + points);
    }
  }
}
