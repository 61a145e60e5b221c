package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 「案例运行」 Runs the cases of files on all cores and reports them in the order of the files.
 *
 * <p>A faulty file is refused whole, before any of its cases is run; the files after it are still run. JSON lines are
 * read twice for that, once to be checked, and never held whole.
 */
public final class CaseRunner {

  private static final int AHEAD = 256;

  private final CaseJudge judge;
  private final Map<String, Path> others;

  /** Runs cases under the editions they name. */
  public CaseRunner(CaseJudge judge) {
    this(judge, Map.of());
  }

  /**
   * Runs cases that name one of these editions under the file given for it, too, and compares.
   *
   * @param others edition files by the name of the edition in whose place they stand
   */
  public CaseRunner(CaseJudge judge, Map<String, Path> others) {
    this.judge = judge;
    this.others = Map.copyOf(others);
  }

  private record Judged(CaseResult result, @Nullable CaseResult before) {}

  /** Runs all cases under these files and folders. */
  public CaseReport.Totals run(List<Path> paths, CaseReport report) {
    Tally tally = new Tally(report);
    try (ExecutorService hands = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Path path : paths) {
        try {
          CaseFiles.under(path).forEach(file -> run(file, tally, hands));
        } catch (LawFault fault) {
          tally.refused(fault);
        }
      }
    }
    CaseReport.Totals totals = tally.totals();
    report.ended(totals);
    return totals;
  }

  private void run(Path file, Tally tally, ExecutorService hands) {
    try {
      if (CaseReader.isJsonLines(file)) {
        try (Stream<Supplier<Case>> cases = CaseReader.unread(file, CaseReader.Use.RUN)) {
          each(cases.iterator(), this::checked, _ -> {}, hands);
        }
        try (Stream<Supplier<Case>> cases = CaseReader.unread(file, CaseReader.Use.RUN)) {
          each(cases.iterator(), this::judged, tally::ran, hands);
        }
      } else {
        List<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN).toList();
        List<Supplier<Case>> read = new ArrayList<>();
        cases.forEach(one -> read.add(() -> one));
        each(read.iterator(), this::checked, _ -> {}, hands);
        each(read.iterator(), this::judged, tally::ran, hands);
      }
    } catch (LawFault fault) {
      tally.refused(fault);
    } catch (UncheckedIOException unreadable) {
      Place start = new Place(file.toString(), 1, 1);
      tally.refused(new LawFault(start, "文件读不了：" + unreadable.getMessage(), "没有读取权限"));
    }
  }

  private boolean checked(Case c) {
    judge.check(c);
    return true;
  }

  private Judged judged(Case c) {
    Path other = c.editions().size() == 1 ? others.get(c.editions().getFirst().name()) : null;
    CaseResult result = judge.judge(c);
    if (other == null) {
      return new Judged(result, null);
    }
    EditionRef named = c.editions().getFirst();
    String path = other.toAbsolutePath().normalize().toString();
    return new Judged(judge.judge(c.under(new EditionRef(path, named.from(), named.place()))), result);
  }

  /** Does the work of each case with all hands, no more than some cases ahead, and takes the results in order. */
  private static <T> void each(
      Iterator<Supplier<Case>> cases, Function<Case, T> work, Consumer<T> take, ExecutorService hands) {
    Deque<Future<T>> ahead = new ArrayDeque<>();
    try {
      while (cases.hasNext()) {
        Supplier<Case> next = cases.next();
        Callable<T> task = () -> work.apply(next.get());
        ahead.add(hands.submit(task));
        if (ahead.size() >= AHEAD) {
          take.accept(result(ahead.remove()));
        }
      }
      while (!ahead.isEmpty()) {
        take.accept(result(ahead.remove()));
      }
    } finally {
      ahead.forEach(task -> task.cancel(true));
    }
  }

  private static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error error -> throw error;
        case null -> throw new IllegalStateException(failed);
        case Throwable other -> throw new IllegalStateException(other);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  /** Counts, and passes on to the report. */
  private static final class Tally {
    private final CaseReport report;
    private long passed;
    private long failed;
    private long refused;

    Tally(CaseReport report) {
      this.report = report;
    }

    void ran(Judged judged) {
      if (judged.result().passed()) {
        passed++;
      } else {
        failed++;
      }
      report.ran(judged.result(), judged.before());
    }

    void refused(LawFault fault) {
      refused++;
      report.refused(fault);
    }

    CaseReport.Totals totals() {
      return new CaseReport.Totals(passed, failed, refused);
    }
  }
}
