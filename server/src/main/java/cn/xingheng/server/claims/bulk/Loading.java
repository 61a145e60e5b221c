package cn.xingheng.server.claims.bulk;

import cn.xingheng.match.Summary;
import cn.xingheng.server.house.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes the lines of a run into the database as matching left them: what is there is found, what differs is named. */
final class Loading {
  /** The columns of claims. */
  static final List<String> COLUMNS =
      List.of("claim_id", "issued_at", "physician_code", "institution_code", "setting", "amount_fen");
  private static final int AT_ONCE = 5_000;
  private static final int PLAIN_TIME = "2026-05-04T10:00:00.000000000".length();
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private final LineStore store;
  private final Run run;
  private final Job job;
  private final UnaryOperator<List<Line>> honest;
  private final long expected;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> raw = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private long added;
  private long again;
  private long rejected;

  /**
   * Begins.
   *
   * @param honest puts right what matching could not know
   */
  Loading(LineStore store, Run run, Job job, Summary summary, UnaryOperator<List<Line>> honest) {
    this.store = store;
    this.run = run;
    this.job = job;
    this.honest = honest;
    this.expected = summary.read();
  }

  long added() {
    return added;
  }

  long again() {
    return again;
  }

  long rejected() {
    return rejected;
  }

  /**
   * Takes all.
   *
   * @throws IllegalStateException when what is read is not what was matched
   */
  void load(Path claims, Path verdicts, Path rejectsFile) throws IOException {
    try (LineWalk walk = new LineWalk(claims);
        LineWalk said = new LineWalk(verdicts);
        LineWalk left = new LineWalk(rejectsFile)) {
      int[] places = places(walk.next().fields());
      said.next();
      left.next();
      List<String> verdict = said.next().fields();
      List<String> reject = left.next().fields();
      while (!verdict.isEmpty() || !reject.isEmpty()) {
        if (!reject.isEmpty() && Long.parseLong(reject.get(0)) == walk.line()) {
          reject(new Reject(walk.line(), reject.get(1), reject.get(2)));
          walk.skip(1 + reject.get(2).chars().filter(c -> c == '\n').count());
          reject = left.next().fields();
        } else {
          take(walk, places, verdict);
          verdict = said.next().fields();
        }
      }
      flushLines();
      flushRejects();
    }
    if (added + again + rejected != expected) {
      throw new IllegalStateException(
          "run " + run.id() + ": read " + expected + ", taken " + added + " + " + again + " + " + rejected);
    }
  }

  private static int[] places(List<String> header) {
    return COLUMNS.stream().mapToInt(header::indexOf).toArray();
  }

  private void take(LineWalk walk, int[] places, List<String> verdict) throws IOException {
    long line = walk.line();
    LineWalk.Found found = walk.next();
    List<String> fields = found.fields();
    if (fields.isEmpty() || verdict.isEmpty() || !fields.get(places[0]).equals(verdict.get(0))) {
      throw new IllegalStateException("run " + run.id() + ", line " + line + ": not the line that was matched");
    }
    lines.add(
        new Line(
            line, fields.get(places[0]), time(fields.get(places[1])), fields.get(places[2]), fields.get(places[3]),
            fields.get(places[4]), Long.parseLong(fields.get(places[5])), verdict.get(1), verdict.get(2)));
    raw.add(found.raw());
    if (lines.size() == AT_ONCE) {
      flushLines();
    }
  }

  /** In Beijing, to the microsecond: the database keeps no more. */
  private static LocalDateTime time(String text) {
    boolean plain = text.length() <= PLAIN_TIME && !text.endsWith("Z") && text.lastIndexOf('-') < 8
        && text.indexOf('+') < 0;
    LocalDateTime time =
        plain
            ? LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).atZoneSameInstant(BEIJING)
                .toLocalDateTime();
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private void reject(Reject one) {
    rejects.add(one);
    rejected++;
    if (rejects.size() >= AT_ONCE) {
      flushRejects();
    }
  }

  private void flushRejects() {
    if (!rejects.isEmpty()) {
      store.reject(run.id(), rejects);
      rejects.clear();
    }
  }

  private void flushLines() {
    if (lines.isEmpty()) {
      return;
    }
    job.at(BulkPhase.LOAD, added + again + rejected, expected);
    Set<Long> taken = store.add(run.id(), run.agency(), honest.apply(lines));
    added += taken.size();
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!taken.contains(lines.get(i).line())) {
        known.add(i);
      }
    }
    compare(known);
    lines.clear();
    raw.clear();
  }

  private void compare(List<Integer> known) {
    if (known.isEmpty()) {
      return;
    }
    Map<String, Line> before = store.before(run.agency(), known.stream().map(i -> lines.get(i).claimId()).toList());
    List<Line> same = new ArrayList<>();
    for (int i : known) {
      Line line = lines.get(i);
      Line first = before.get(line.claimId());
      if (first != null && line.saysTheSame(first)) {
        same.add(line);
      } else {
        reject(new Reject(line.line(), "other-content", raw.get(i)));
      }
    }
    again += same.size();
    if (!same.isEmpty()) {
      store.repeat(run.id(), run.agency(), same);
    }
  }
}
