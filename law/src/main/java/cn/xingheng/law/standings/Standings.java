package cn.xingheng.law.standings;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.law.cases.EditionRef;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 「资格状态文件」 Reckons a file of facts to a standings file: every physician, every site, every day there is.
 *
 * <p>Each case is a book of its own. JSON lines are read one by one by all cores, so memory does not grow with the
 * file.
 */
public final class Standings {

  /**
   * 「选项」 What to reckon.
   *
   * @param through the last day to speak of
   * @param known the day at whose end one asks what was known; {@link LocalDate#MAX} for all there is
   * @param edition an edition's id or file in place of the one that each case names, or null
   * @param holidays holiday tables beside the shipped ones
   */
  public record Options(LocalDate through, LocalDate known, @Nullable String edition, List<Path> holidays) {

    public Options {
      holidays = List.copyOf(holidays);
    }
  }

  /**
   * 「结果」 What was done.
   *
   * @param refused facts that the law refuses, which therefore count for nothing
   * @param emergencyRefused whether a case reads {@code emergency-at-stopped-institution} as {@code refused}; the file
   *     cannot say so, and matching has to be told
   */
  public record Result(long cases, long rows, long refused, boolean emergencyRefused) {}

  private static final int ROWS_IN_MEMORY = 200_000;

  private final Options options;
  private final LongConsumer progress;
  private final CaseEditions editions;
  private final AtomicLong cases = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean emergencyRefused;

  private Standings(Options options, LongConsumer progress) {
    this.options = options;
    this.editions = new CaseEditions(options.holidays());
    this.progress = progress;
  }

  /**
   * Reads the facts, and writes the standings once all of them are reckoned.
   *
   * @param progress hears how many cases are done; from any thread, one at a time
   * @throws LawFault when the file is faulty, a case's edition is not there, or two cases speak of the same physician,
   *     institution and day
   */
  public static Result write(Path file, Options options, Writer out, LongConsumer progress) throws IOException {
    return write(file, options, out, progress, ROWS_IN_MEMORY);
  }

  /** As {@link #write}, with a bound of one's own on the rows in memory. */
  static Result write(Path file, Options options, Writer out, LongConsumer progress, int most) throws IOException {
    Standings run = new Standings(options, progress);
    try (RowSorter sorter = new RowSorter(most)) {
      try (Stream<Supplier<Case>> unread = CaseReader.unread(file, CaseReader.Use.FACTS)) {
        Hands.each(unread.iterator(), one -> run.reckon(one.get(), sorter));
      }
      StandingsWriter writer = new StandingsWriter(file.toString(), out);
      sorter.each(writer);
      return new Result(run.cases.get(), writer.rows(), run.refused.get(), run.emergencyRefused);
    }
  }

  private void reckon(Case read, RowSorter sorter) {
    Case c = underOption(read);
    Edition edition = switch (editions.find(c)) {
      case CaseEditions.Ready(Edition ready) -> ready;
      case CaseEditions.Absent(String why) ->
          throw new LawFault(new Place(c.file(), c.line(), 1), why, "用 --edition 指明一个版本或版本文件");
    };
    Law law = new Law(edition, editions.calendar(c));
    Book book = Book.reckon(law, c.facts());
    try {
      sorter.add(StandingRows.reckon(book, options.known(), options.through(), c.line()));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    refused.addAndGet(c.facts().stream()
        .filter(fact -> book.judgment(fact.id()).filter(Judgment.Refused.class::isInstance).isPresent()).count());
    if (law.reads(ReadingKey.EMERGENCY_AT_STOPPED_INSTITUTION, "refused")) {
      emergencyRefused = true;
    }
    synchronized (progress) {
      progress.accept(cases.incrementAndGet());
    }
  }

  private Case underOption(Case c) {
    String name = options.edition();
    if (name == null) {
      return c;
    }
    EditionRef named = c.editions().getFirst();
    String found = Editions.isPath(name)
        ? Path.of(name).toAbsolutePath().normalize().toString()
        : name;
    return c.under(new EditionRef(found, named.from(), named.place()));
  }
}
