package cn.xingheng.bench.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** 「这一天的数字」 What was counted while messages were delivered. */
final class Figures {
  private final List<Long> nanos = new ArrayList<>();
  private final Map<Mishap, Integer> mishaps = new EnumMap<>(Mishap.class);
  private long messages;
  private long lines;
  private long again;
  private long absorbed;
  private long away;
  private long refused;

  /** An answer came. */
  synchronized void answered(long took) {
    nanos.add(took);
  }

  /** No answer came: it is tried again. */
  synchronized void retried() {
    again++;
  }

  /** The server said that it is away. */
  synchronized void away() {
    away++;
  }

  /** The same message got the same answer again. */
  synchronized void absorbed() {
    absorbed++;
  }

  /** What had to be refused was refused. */
  synchronized void refused() {
    refused++;
  }

  synchronized void delivered(Hospital.Planned planned) {
    messages++;
    lines += planned.message().lines().size();
    mishaps.merge(planned.mishap(), 1, Integer::sum);
  }

  synchronized long messages() {
    return messages;
  }

  /** In words and rows. */
  synchronized String text(double seconds) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    String fates =
        mishaps.entrySet().stream().filter(one -> one.getKey() != Mishap.NONE)
            .map(one -> one.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, """
        | messages | lines | seconds | lines/s | answers | p50, ms | p95, ms | p99, ms | slowest, ms |
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        | %,d | %,d | %.1f | %,.0f | %,d | %.1f | %.1f | %.1f | %,.0f |

        Sent again for want of an answer: %,d; told 503 and to wait: %,d; duplicates answered with the very same bytes:
        %,d; refused as they had to be: %,d. Messages by mishap: %s.
        """, messages, lines, seconds, lines / seconds, sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99),
        at(sorted, 100), again, away, absorbed, refused, fates);
  }

  private static double at(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
  }
}
