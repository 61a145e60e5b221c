package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers lines as they come, one JSON object a line each way, however many there are. A faulty line is answered with
 * what is wrong with it, and those after it go on; the last line of the answer says how many there were, so that an
 * answer that broke off is seen to have.
 */
final class ClaimStream {
  /** So many lines are answered together, by the same knowledge. */
  private static final int AT_ONCE = 1_000;

  private static final int LONGEST = 8 << 10;
  private static final JsonMapper JSON = new JsonMapper();
  private final ClaimDesk desk;
  private final InstitutionId institution;
  private final Words words;
  private final OutputStream out;
  private final ClaimReader reader = new ClaimReader();
  private final List<ClaimLine> waiting = new ArrayList<>();
  private final TreeMap<Integer, Problem> faults = new TreeMap<>();
  private int answered;
  private int refused;
  private int number;
  private int first = 1;

  ClaimStream(ClaimDesk desk, InstitutionId institution, Words words, OutputStream out) {
    this.desk = desk;
    this.institution = institution;
    this.words = words;
    this.out = out;
  }

  /**
   * Reads to the end and answers everything.
   *
   * @throws Problem 503 when nothing can be answered; later in the stream that is its last line
   */
  void run(InputStream in) throws IOException {
    try {
      if (readAll(in)) {
        put(Map.of("end", Map.of("lines", number, "answered", answered, "faulty", refused)));
      }
    } catch (Problem away) {
      if (answered + refused == 0) {
        throw away;
      }
      put(Map.of("line", first, "status", away.status(), "detail", away.said(words)));
    }
    out.flush();
  }

  /** Whether it came to the end: not when a line is so long that nobody knows where the next one begins. */
  private boolean readAll(InputStream in) throws IOException {
    byte[] buffer = new byte[64 << 10];
    int filled = 0;
    int read = in.read(buffer);
    while (read >= 0 && filled <= LONGEST) {
      filled += read;
      int from = lines(buffer, filled);
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      filled -= from;
      read = filled <= LONGEST ? in.read(buffer, filled, buffer.length - filled) : read;
    }
    boolean whole = filled <= LONGEST;
    if (whole) {
      line(buffer, 0, filled);
    } else {
      number++;
      faults.put(number, Problem.of(400, "claims.problem.line-too-long", Integer.toString(number), LONGEST >> 10));
    }
    flush();
    return whole;
  }

  /** Takes every whole line; where the next one begins. */
  private int lines(byte[] buffer, int filled) throws IOException {
    int from = 0;
    for (int at = 0; at < filled; at++) {
      if (buffer[at] == '\n') {
        line(buffer, from, at);
        from = at + 1;
        if (number - first >= AT_ONCE) {
          flush();
        }
      }
    }
    return from;
  }

  private void line(byte[] buffer, int from, int to) {
    int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    if (end == from) {
      return;
    }
    number++;
    try {
      ClaimLine line = ClaimBody.read(reader, buffer, from, end - from, number);
      if (!line.institution().equals(institution.value())) {
        throw Problem.of(403, "claims.problem.other-institution-line", Integer.toString(number), line.id());
      }
      waiting.add(line);
    } catch (Problem fault) {
      faults.put(number, fault);
    }
  }

  private void flush() throws IOException {
    List<ClaimVerdict> verdicts = desk.check(institution, waiting);
    int next = 0;
    for (int line = first; line <= number; line++) {
      Problem fault = faults.get(line);
      if (fault == null) {
        put(verdicts.get(next++));
        answered++;
      } else {
        put(Map.of("line", line, "status", fault.status(), "detail", fault.said(words)));
        refused++;
      }
    }
    first = number + 1;
    waiting.clear();
    faults.clear();
    out.flush();
  }

  private void put(Object answer) throws IOException {
    out.write(JSON.writeValueAsBytes(answer));
    out.write('\n');
  }
}
