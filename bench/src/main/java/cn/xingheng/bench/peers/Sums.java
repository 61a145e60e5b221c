package cn.xingheng.bench.peers;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 「对手合计」 Totals of a peer written in Java. */
final class Sums {
  /** The parts of a sum: lines, and fen as far as a long goes; what goes beyond is carried. */
  private static final class Sum {
    private long lines;
    private long fen;
    private BigInteger carried = BigInteger.ZERO;

    void add(long more) {
      lines++;
      long sum = fen + more;
      if (((fen ^ sum) & (more ^ sum)) < 0) {
        carried = carried.add(BigInteger.valueOf(fen));
        sum = more;
      }
      fen = sum;
    }
  }

  private final Map<String, Map<String, Sum>> sums =
      Map.of("verdict", new HashMap<>(), "cause", new HashMap<>(), "institution", new HashMap<>());

  void add(Answer answer, String institution, long fen) {
    add("verdict", answer.verdict(), fen);
    add("institution", institution, fen);
    if (!answer.because().isEmpty()) {
      add("cause", answer.because(), fen);
    }
  }

  private void add(String kind, String key, long fen) {
    Map<String, Sum> kept = sums.get(kind);
    if (kept != null) {
      kept.computeIfAbsent(key, k -> new Sum()).add(fen);
    }
  }

  void write(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("kind,key,lines,fen");
    sums.forEach((kind, byKey) -> byKey.forEach((key, sum) -> rows.add(
        kind + "," + key + "," + sum.lines + "," + sum.carried.add(BigInteger.valueOf(sum.fen)))));
    Files.write(file, rows);
  }
}
