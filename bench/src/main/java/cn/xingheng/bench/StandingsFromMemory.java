package cn.xingheng.bench;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseReader;
import cn.xingheng.law.editions.Editions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * 「内存推算」 Times the way from facts in memory to standings, both cores at work, and shows the time to read them.
 *
 * <p>{@code java -Xmx3g -cp 'app/target/xingheng.jar:app/target/lib/*' StandingsFromMemory.java FILE.jsonl}, with a
 * file of {@link CaseFiles}.
 */
public final class StandingsFromMemory {

  private StandingsFromMemory() {}

  /** Reads, reckons, prints. */
  public static void main(String[] args) throws Exception {
    Map<String, Law> laws = new HashMap<>();
    for (String id : Editions.shipped()) {
      laws.put(id, new Law(Editions.load(id, Path.of(".")), HolidayTables.shipped()));
    }
    long start = System.nanoTime();
    List<Case> cases;
    try (Stream<Case> read = CaseReader.cases(Path.of(args[0]), CaseReader.Use.FACTS)) {
      cases = read.toList();
    }
    long facts = cases.stream().mapToLong(c -> c.facts().size()).sum();
    long read = System.nanoTime();
    System.out.printf("read %,d physicians, %,d facts in %.1f s%n", cases.size(), facts, (read - start) / 1e9);
    AtomicLong spans = new AtomicLong();
    cases.parallelStream().forEach(c -> spans.addAndGet(spans(law(laws, c), c)));
    System.out.printf("reckoned %,d spans in %.1f s%n", spans.get(), (System.nanoTime() - read) / 1e9);
  }

  private static Law law(Map<String, Law> laws, Case c) {
    String edition = c.editions().getFirst().name();
    return Objects.requireNonNull(laws.get(edition), edition);
  }

  private static long spans(Law law, Case c) {
    Book book = Book.reckon(law, c.facts());
    long spans = 0;
    for (PersonId person : book.histories().keySet()) {
      Dossier dossier = book.dossier(person, LocalDate.MAX);
      for (InstitutionId site : dossier.sites()) {
        spans += ClaimSpans.reckon(dossier, site).size();
      }
    }
    return spans;
  }
}
