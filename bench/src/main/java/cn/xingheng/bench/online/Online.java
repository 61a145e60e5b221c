package cn.xingheng.bench.online;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * 「在线核对测速」 The claims check of a running demonstration: batches of a hundred from two connections, and one line at
 * a time in turns with a door of the same server that answers what it has ready.
 *
 * <p>Client and server share the cores; CPU is the server's own count of itself.
 */
public final class Online {
  private static final String HOSPITAL = "H34990000001";
  private static final String CODE = "class=\"code\">([A-Z][a-z][0-9]{16})<";
  private static final String CHECK = "/api/v1/claims/check";
  /** Reads nothing and reckons nothing. */
  private static final String BARE = "/api/v1/standings/key";

  private static final int HANDS = 2;
  private static final int BATCH = 100;
  private static final int MOST_CODES = 2_000;
  private static final long WARM_SECONDS = 30;
  private static final long SECONDS = 10;
  private final Demonstration demo;
  private final String key;
  private final List<String> codes;
  private final AtomicLong putOff = new AtomicLong();

  private Online(Demonstration demo) throws IOException, InterruptedException {
    this.demo = demo;
    this.key = demo.visitor("admin").key(HOSPITAL);
    this.codes = codes(demo.visitor("hefei-officer"));
  }

  /** The physicians of the hospital, as many as are asked about in turn. */
  private static List<String> codes(Visitor officer) throws IOException, InterruptedException {
    List<String> codes = new ArrayList<>();
    String path = "/physicians?institution=" + HOSPITAL + "&size=100";
    while (!path.isEmpty() && codes.size() < MOST_CODES) {
      String page = officer.get(path);
      codes.addAll(Visitor.found(page, CODE));
      path = Visitor.found(page, "href=\"(/physicians[?][^\"]*after=[^\"]*)\"").stream().findFirst().orElse("")
          .replace("&amp;", "&");
    }
    return codes;
  }

  /** What one kind of request took: how many a second, and CPU and median of each, in microseconds. */
  private record Pace(double perSecond, double cpu, double median) {}

  /** How one connection is opened. */
  private interface Opening {
    Wire open(URI base) throws IOException;
  }

  /**
   * Measures; the section for the results.
   *
   * @param command starts the demonstration
   * @param port on which it answers then
   */
  public static String measure(List<String> command, int port, int runs)
      throws IOException, InterruptedException, ExecutionException {
    try (Demonstration demo = new Demonstration(command, port)) {
      return new Online(demo).measure(runs);
    }
  }

  private String measure(int runs) throws IOException, InterruptedException, ExecutionException {
    Opening batch = base -> Wire.post(base, CHECK, key, bodies(BATCH));
    Opening single = base -> Wire.post(base, CHECK, key, bodies(1));
    Opening bare = base -> Wire.get(base, BARE);
    pace(batch, HANDS, WARM_SECONDS);
    StringBuilder rows = new StringBuilder("Lines of " + codes.size() + " physicians of one hospital, in turn.\n");
    rows.append("""

        | run | checks a second | CPU of a check, us |
        | --- | ---: | ---: |
        """);
    for (int run = 1; run <= runs; run++) {
      Pace pace = pace(batch, HANDS, SECONDS);
      rows.append(String.format(Locale.ROOT, "| %d | %,.0f | %.2f |%n", run, pace.perSecond * BATCH, pace.cpu / BATCH));
    }
    pace(bare, 1, SECONDS);
    pace(single, 1, SECONDS);
    rows.append("""

        | run | one check: median, us | CPU, us | bare door: median, us | CPU, us | median / bare | CPU / bare |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """);
    for (int run = 1; run <= runs; run++) {
      Pace one = pace(single, 1, SECONDS);
      Pace none = pace(bare, 1, SECONDS);
      rows.append(String.format(Locale.ROOT, "| %d | %.0f | %.0f | %.0f | %.0f | %.2f | %.2f |%n", run, one.median,
          one.cpu, none.median, none.cpu, one.median / none.median, one.cpu / none.cpu));
    }
    return rows.append(String.format(Locale.ROOT,
        "%nAnswered with 503, for the machine had no time to ask the database: %d.%n", putOff.get())).toString();
  }

  private Pace pace(Opening opening, int hands, long seconds)
      throws IOException, InterruptedException, ExecutionException {
    double cpu = demo.cpu();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    List<Long> nanos = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
      List<Future<List<Long>>> asking = new ArrayList<>();
      for (int hand = 0; hand < hands; hand++) {
        asking.add(threads.submit(() -> ask(opening, end)));
      }
      for (Future<List<Long>> one : asking) {
        nanos.addAll(one.get());
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Pace(sorted.length / took, (demo.cpu() - cpu) / 1e3 / sorted.length, sorted[sorted.length / 2] / 1e3);
  }

  private List<Long> ask(Opening opening, long end) throws IOException {
    List<Long> nanos = new ArrayList<>();
    try (Wire wire = opening.open(demo.base())) {
      for (long before = System.nanoTime(); before < end; ) {
        boolean answered = wire.ask();
        long after = System.nanoTime();
        if (answered) {
          nanos.add(after - before);
        } else {
          putOff.incrementAndGet();
        }
        before = after;
      }
    }
    return nanos;
  }

  /** Requests of so many lines each, until every physician was asked about. */
  private List<String> bodies(int count) {
    List<String> bodies = new ArrayList<>();
    for (int from = 0; from < codes.size(); from += count) {
      String[] lines = new String[count];
      int first = from;
      Arrays.setAll(lines, i -> line(first + i));
      bodies.add("{\"lines\":[" + String.join(",", lines) + "]}");
    }
    return bodies;
  }

  private String line(int number) {
    return """
        {"id":"%d","physicianCode":"%s","institutionCode":"%s","issuedAt":"2026-%02d-10T10:00","setting":"%s",\
        "amountFen":12600}"""
        .formatted(number, codes.get(number % codes.size()), HOSPITAL, 1 + number % 11,
            number % 5 == 0 ? "emergency" : "outpatient");
  }
}
