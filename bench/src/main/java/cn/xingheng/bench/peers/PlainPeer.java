package cn.xingheng.bench.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 「普通 Java 对手」 The same matching as one writes it on a plain afternoon: a reader, split, maps, java.time; one thread.
 *
 * <p>It checks every field as ours does and stops at the first fault; it knows no quotes and lists no rejects.
 */
public final class PlainPeer {
  private static final Set<String> SETTINGS = Set.of("outpatient", "inpatient", "emergency", "rescue");
  private static final int LONGEST_CODE = 32;
  private static final int LONGEST_CLAIM_ID = 64;

  private final Map<String, List<Span>> spans = new HashMap<>();
  private final Sums sums = new Sums();

  private PlainPeer() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    PlainPeer peer = new PlainPeer();
    peer.readStandings(Path.of(args[0]));
    peer.match(Path.of(args[1]), Path.of(args[2]));
    peer.sums.write(Path.of(args[3]));
  }

  private void readStandings(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", -1);
        spans.computeIfAbsent(fields[0], code -> new ArrayList<>()).add(Span.of(fields));
      }
    }
  }

  private void match(Path claims, Path verdicts) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(claims); BufferedWriter writer =
        Files.newBufferedWriter(verdicts, StandardCharsets.UTF_8)) {
      reader.readLine();
      writer.write("claim_id,verdict,because\n");
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", -1);
        LocalDate day = LocalDateTime.parse(fields[1]).toLocalDate();
        long fen = Long.parseLong(fields[5]);
        check(fields, line);
        Answer answer = Answer.of(fields[2], fields[3], day, fields[4], spans.getOrDefault(fields[2], List.of()));
        writer.write(fields[0] + "," + answer.verdict() + "," + answer.because() + "\n");
        sums.add(answer, fields[3], fen);
      }
    }
  }

  private static void check(String[] fields, String line) {
    if (fields.length != 6 || fields[0].isEmpty() || fields[0].length() > LONGEST_CLAIM_ID || fields[3].isEmpty()
        || fields[2].length() > LONGEST_CODE || fields[3].length() > LONGEST_CODE || !SETTINGS.contains(fields[4])) {
      throw new IllegalArgumentException("not a claim line: " + line);
    }
  }
}
