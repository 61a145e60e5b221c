package cn.xingheng.bench.peers;

import java.time.LocalDate;

/** 「时段」 A row of the standings file as plain Java has it. */
public record Span(
    String physician, String institution, LocalDate first, LocalDate last, String standing, String because) {

  static Span of(String[] fields) {
    return new Span(fields[0], fields[1], LocalDate.parse(fields[2]), LocalDate.parse(fields[3]), fields[4].intern(),
        fields[5].intern());
  }

  /** Whether it says something of this day. */
  public boolean covers(LocalDate day) {
    return !first.isAfter(day) && !last.isBefore(day) && !(standing.equals("none") && because.isEmpty());
  }

  /** Whether a first signature is behind it. */
  public boolean signed() {
    return !standing.equals("none");
  }

  /** Whether an agreement is in force there, suspended or not. */
  public boolean inForce() {
    return standing.equals("effective") || standing.equals("suspended");
  }
}
