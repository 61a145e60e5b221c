package cn.xingheng.server.claims;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Book;
import cn.xingheng.law.standings.StandingRow;
import cn.xingheng.law.standings.StandingRows;
import cn.xingheng.law.standings.StandingsFile;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes how everybody stands everywhere as the standings file that matching in bulk reads. */
@Component
public class StandingsDesk {
  private static final int AT_ONCE = 500;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private final ClaimStore store;
  private final ClaimDesk claims;
  private final FactDesk facts;

  StandingsDesk(ClaimStore store, ClaimDesk claims, FactDesk facts) {
    this.store = store;
    this.claims = claims;
    this.facts = facts;
  }

  /**
   * What was written.
   *
   * @param left provinces whose edition the house does not have; nothing is said of them
   * @param emergencyRefused provinces that read {@code emergency-at-stopped-institution} as {@code refused}; the file
   *     cannot say so, and matching has to be told
   */
  public record Result(long codes, long rows, List<String> left, List<String> emergencyRefused) {
    public Result {
      left = List.copyOf(left);
      emergencyRefused = List.copyOf(emergencyRefused);
    }
  }

  /**
   * Writes the file: for each code that a person holds or held, the rows of that person.
   *
   * @param known the day at whose end one asks what was known, or null for all there is
   * @param name of the file, for messages
   * @param progress hears how many codes are done
   * @throws cn.xingheng.law.yaml.LawFault when a code cannot stand in such a file
   */
  public Result export(@Nullable LocalDate known, String name, Writer out, LongConsumer progress) throws IOException {
    List<String> left = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    long codes = 0;
    try (StandingsFile file = new StandingsFile()) {
      for (String province : store.provinces()) {
        Optional<Law> law = claims.law(province);
        if (law.isEmpty()) {
          left.add(province);
          continue;
        }
        if (law.get().reads(ReadingKey.EMERGENCY_AT_STOPPED_INSTITUTION, "refused")) {
          refused.add(province);
        }
        List<ClaimStore.Holder> next = store.holders(province, "", AT_ONCE);
        while (!next.isEmpty()) {
          file.add(rows(province, next, known));
          codes += next.size();
          progress.accept(codes);
          next = store.holders(province, next.getLast().person(), AT_ONCE);
        }
      }
      return new Result(codes, file.write(name, out), left, refused);
    }
  }

  private List<StandingRow> rows(String province, List<ClaimStore.Holder> holders, @Nullable LocalDate known) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    holders.forEach(
        holder -> codes.computeIfAbsent(holder.person(), key -> new ArrayList<>()).add(holder.code()));
    List<PersonId> persons = codes.keySet().stream().map(PersonId::new).toList();
    List<Gathered> gathered =
        known == null
            ? facts.gatherAll(province, persons)
            : persons.stream().map(person -> facts.gather(person, known)).toList();
    List<StandingRow> rows = new ArrayList<>();
    for (Gathered one : gathered) {
      Book book = Book.reckon(one.law(), one.house(), one.facts());
      List<StandingRow> theirs = StandingRows.reckon(book, known == null ? LocalDate.MAX : known, LAST, 1);
      for (String code : codes.getOrDefault(one.person().value(), List.of())) {
        theirs.forEach(row -> rows.add(under(code, row)));
      }
    }
    return rows;
  }

  private static StandingRow under(String code, StandingRow row) {
    return new StandingRow(
        code, row.institution(), row.from(), row.through(), row.standing(), row.because(), row.line());
  }
}
