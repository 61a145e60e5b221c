package cn.xingheng.bench.day;

import cn.xingheng.bench.Disagreement;
import cn.xingheng.bench.Machine;
import cn.xingheng.bench.Results;
import cn.xingheng.bench.online.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * 「医院的一天」 Plays a day of a hospital's systems over HTTP, with everything that goes wrong on such a day, and
 * reconciles at night, to the fen. How large the day is: {@link Scenario}; what goes wrong: {@link Hospital} and
 * {@link Mishap}; twice the line is down for some seconds, and a server that was started here is killed once.
 *
 * <p>{@code HospitalDay ROOT URL PASSWORD|KEY [OPTION VALUE]...}: see {@link Options}.
 */
public final class HospitalDay {
  private static final String OFFICER = "hefei-officer";
  private final Options options;
  private final Scenario scenario;
  private final Agency agency;
  private final String prefix;

  private HospitalDay(Options options) {
    this.options = options;
    this.scenario = options.scenario();
    this.agency = new Agency(options.base(), options.institution());
    this.prefix = "D" + Long.toString(System.currentTimeMillis(), 36) + "-";
  }

  /** Runs it: 0 when the books agree, 1 when they do not, 2 when the day could not be played. */
  public static void main(String[] args) throws InterruptedException {
    try {
      Path root = Path.of(args[0]);
      Options options = Options.of(List.of(args).subList(1, args.length));
      String text = run(options);
      System.out.println(text);
      if (options.recorded()) {
        new Results(root.resolve("bench/RESULTS.md")).put(
            "hospital-day", String.format(Locale.ROOT, "A hospital's day: %,d beds, %,d outpatients",
                options.scenario().beds(), options.scenario().visits()),
            "bench/run.sh hospital-day " + options.shown(), text);
      }
    } catch (Disagreement difference) {
      System.err.println("bench: the books differ. " + difference.getMessage());
      System.exit(1);
    } catch (IOException | ExecutionException | IllegalArgumentException fault) {
      System.err.println("bench: " + fault.getMessage());
      System.exit(2);
    }
  }

  /**
   * Plays the day; what is to be said of it.
   *
   * @throws Disagreement when a line or a sum of the hospital's book is not the server's
   */
  static String run(Options options) throws IOException, InterruptedException, ExecutionException {
    @Nullable String command = options.server();
    if (command == null) {
      return new HospitalDay(options).play(null);
    }
    try (Owned server = new Owned(command, options.base())) {
      server.start();
      return new HospitalDay(options).play(server);
    }
  }

  private String play(@Nullable Owned server) throws IOException, InterruptedException, ExecutionException {
    Visitor officer = options.withKey() ? null : new Visitor(options.base().toString(), OFFICER, options.secret());
    String key =
        options.withKey() ? options.secret()
            : new Visitor(options.base().toString(), "admin", options.secret()).key(options.institution());
    Staff staff =
        officer == null ? new Staff(Files.readAllLines(options.codes()), List.of(), List.of(), Map.of())
            : agency.staff(officer, scenario.day());
    SortedMap<String, Night.Sum> before = agency.totals(key, scenario.day());
    Book book = new Book(staff);
    Figures figures = new Figures();
    long start = System.nanoTime();
    String mended;
    try (Relay relay = new Relay(options.base())) {
      Station.Terms terms = new Station.Terms(
          relay.address(), options.institution(), key, book, figures, scenario.speed(), start);
      mended = deliver(Hospital.plan(scenario, staff, prefix), terms, relay, server);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Night night = new Night(book.close(options.forgetful()));
    String compared = "";
    if (officer != null) {
      Visitor again = new Visitor(options.base().toString(), OFFICER, options.secret());
      night.lines(agency.lines(again, prefix, scenario.day()));
      compared = "every line, sums by cause and by physician, ";
    }
    night.totals(since(before, agency.totals(key, scenario.day())));
    return figures.text(seconds) + mended + String.format(Locale.ROOT, """

        At night %,d lines of %,d physicians stood in the hospital's book. Equal on both sides, to the fen: %sthe totals
        by state and verdict that the hospital may ask for.

        """, night.lines(), night.physicians(), compared) + night.text()
        + "\nWhat a day is like is assumed, not taken from statistics (`Scenario`, `Hospital`, `Mishap`). Simulator"
        + " and server shared the machine. Load after it: " + Machine.load() + ".\n";
  }

  /** What came since. */
  private static SortedMap<String, Night.Sum> since(
      SortedMap<String, Night.Sum> before, SortedMap<String, Night.Sum> after) {
    SortedMap<String, Night.Sum> came = new TreeMap<>();
    after.forEach(
        (name, sum) -> {
          Night.Sum more = sum.minus(before.getOrDefault(name, Night.Sum.NONE));
          if (!more.equals(Night.Sum.NONE)) {
            came.put(name, more);
          }
        });
    return came;
  }

  private String deliver(
      List<List<Hospital.Planned>> queues, Station.Terms terms, Relay relay, @Nullable Owned server)
      throws IOException, InterruptedException, ExecutionException {
    long all = queues.stream().mapToLong(List::size).sum();
    try (ExecutorService stations = Executors.newFixedThreadPool(queues.size())) {
      List<Future<Void>> working = new ArrayList<>();
      queues.forEach(queue -> working.add(stations.submit(new Station(terms, queue))));
      Map<Integer, Runnable> faults = new HashMap<>();
      faults.put(25, () -> outage(relay));
      faults.put(75, () -> outage(relay));
      List<Double> away = new ArrayList<>();
      while (working.stream().anyMatch(one -> !one.isDone())) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        int percent = (int) (100 * terms.figures().messages() / all);
        faults.entrySet().removeIf(
            fault -> {
              boolean due = fault.getKey() <= percent;
              if (due) {
                fault.getValue().run();
              }
              return due;
            });
        if (server != null && away.isEmpty() && percent >= 50) {
          away.add(server.killAndStart());
        }
      }
      for (Future<Void> one : working) {
        one.get();
      }
      return String.format(Locale.ROOT, "%nThe line was cut twice for %d s, %d connections torn.%s%n",
          scenario.outage(), relay.torn(), away.isEmpty() ? ""
              : String.format(Locale.ROOT, " The server was killed with -9 and answered again after %.1f s.",
                  away.getFirst()));
    }
  }

  private void outage(Relay relay) {
    relay.cut();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(scenario.outage()));
    relay.mend();
  }
}
