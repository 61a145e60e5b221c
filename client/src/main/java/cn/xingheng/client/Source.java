package cn.xingheng.client;

import java.time.Duration;
import java.time.LocalDate;

/** 「答案来源」 Where an answer comes from, and how old the knowledge behind it is. */
public sealed interface Source {

  /** 「在线」 From the house, which never answers by knowledge more than a second old. */
  record Online() implements Source {}

  /**
   * 「本地」 From the snapshot at hand and the changes since.
   *
   * @param asOf the Beijing day on which the house last said that this is all
   * @param change the number of the last change it knows
   * @param age how long ago the house said so
   */
  record Local(LocalDate asOf, long change, Duration age) implements Source {}

  /**
   * 「本地过期」 From the snapshot at hand, which is older than the caller allows: the answer is {@code unresolved}.
   *
   * @param asOf as of {@link Local}
   * @param change as of {@link Local}
   * @param age as of {@link Local}
   */
  record TooOld(LocalDate asOf, long change, Duration age) implements Source {}

  /** 「本地没有」 There is no snapshot of the line's institution at hand: the answer is {@code unresolved}. */
  record Silent() implements Source {}
}
