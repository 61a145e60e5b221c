package cn.xingheng.core.agreement;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Terms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「协议历程」 One signed agreement through its terms to its end (L6, R2, X1.13).
 *
 * @param signed the fact that made it
 * @param terms its terms as far as anything can still happen to it, in order, contiguous
 * @param renewsOn whether it goes on renewing after the last of them
 * @param ending how it ended, or null while nothing ends it
 */
public record Course(
    Signed signed, RegionId region, List<LocalDateRange> terms, boolean renewsOn, @Nullable Ending ending) {

  public Course {
    terms = List.copyOf(terms);
  }

  /**
   * The course of an agreement.
   *
   * @param cuts everything that ends it on a day, in any order
   * @param block what keeps it from renewing
   * @param settled the last day on which anything recorded can still bear on it
   */
  public static Course reckon(
      Law law, Signed signed, Institution institution, List<Ending> cuts, RenewalBlock block, LocalDate settled) {
    @Nullable Ending cut =
        cuts.stream()
            .filter(ending -> !ending.day().isBefore(signed.from()))
            .min(Comparator.comparing(Ending::day))
            .orElse(null);
    List<LocalDateRange> terms = new ArrayList<>();
    LocalDateRange term = closed(signed.from(), firstThrough(law, signed, institution));
    while (true) {
      terms.add(term);
      if (cut != null && cut.day().isBefore(term.getEnd())) {
        return new Course(signed, institution.region(), terms, false, cut);
      }
      if (term.isUnboundedEnd()) {
        return new Course(signed, institution.region(), terms, false, null);
      }
      Optional<Ending> ends = renewalEnding(law, signed, institution, term, block);
      if (cut != null && cut.day().equals(term.getEnd())) {
        return new Course(signed, institution.region(), terms, false, cut);
      }
      if (ends.isPresent()) {
        return new Course(signed, institution.region(), terms, false, ends.get());
      }
      if (term.getEnd().isAfter(settled)) {
        return new Course(signed, institution.region(), terms, true, null);
      }
      term = closed(term.getEnd(), nextThrough(institution, term));
    }
  }

  /** The last day of the first term: as signed, cut to the institution's; or what the edition gives. */
  public static LocalDate firstThrough(Law law, Signed signed, Institution institution) {
    Terms rule = law.edition().terms();
    if (rule.months() != null) {
      return signed.through() != null ? signed.through() : Spans.lastDayOfMonths(signed.from(), rule.months());
    }
    LocalDate limit = institution.throughOn(signed.from());
    return signed.through() != null && signed.through().isBefore(limit) ? signed.through() : limit;
  }

  /** Whether it renews by itself: as signed, or what the edition gives. */
  public static boolean renews(Law law, Signed signed) {
    return signed.renews() != null ? signed.renews() : law.edition().terms().renews();
  }

  private static Optional<Ending> renewalEnding(
      Law law, Signed signed, Institution institution, LocalDateRange term, RenewalBlock block) {
    Optional<Ending> blocked = block.at(term.getEndInclusive());
    if (blocked.isPresent()) {
      return blocked;
    }
    if (!renews(law, signed)) {
      return Optional.of(expired(law, term, Set.of(Ending.Kind.EXPIRED), List.of(signed.id())));
    }
    if (!institution.inForceOn(term.getEnd())) {
      List<FactId> facts = new ArrayList<>(List.of(signed.id()));
      institution.opened().forEach(opened -> facts.add(opened.id()));
      return Optional.of(expired(law, term, Set.of(Ending.Kind.EXPIRED, Ending.Kind.INSTITUTION), facts));
    }
    return Optional.empty();
  }

  private static Ending expired(Law law, LocalDateRange term, Set<Ending.Kind> kinds, List<FactId> facts) {
    return new Ending(term.getEnd(), kinds, facts, law.edition().terms().citation());
  }

  /** A renewed term follows the institution's agreement; where that is open-ended it is as long as the term before. */
  private static LocalDate nextThrough(Institution institution, LocalDateRange term) {
    LocalDate limit = institution.throughOn(term.getEnd());
    return limit.equals(LocalDate.MAX) ? sameLength(term) : limit;
  }

  private static LocalDate sameLength(LocalDateRange term) {
    long months = ChronoUnit.MONTHS.between(term.getStart(), term.getEnd());
    boolean whole = months > 0 && term.getStart().plusMonths(months).equals(term.getEnd());
    return whole
        ? term.getEnd().plusMonths(months).minusDays(1)
        : term.getEnd().plusDays(term.lengthInDays()).minusDays(1);
  }

  private static LocalDateRange closed(LocalDate from, LocalDate through) {
    return through.equals(LocalDate.MAX) ? LocalDateRange.ofUnboundedEnd(from) : LocalDateRange.ofClosed(from, through);
  }

  /** The institution. */
  public InstitutionId at() {
    return signed.at();
  }

  /** The days on which it is in force, suspended or not. */
  public LocalDateRange days() {
    LocalDate end = ending != null ? ending.day() : renewsOn ? LocalDate.MAX : terms.getLast().getEnd();
    return LocalDateRange.of(signed.from(), end);
  }

  /** Whether it is in force on the day, suspended or not. */
  public boolean inForceOn(LocalDate day) {
    return days().contains(day);
  }

  /** The term that holds the day; after the end, the last term; while it goes on renewing, the term it will have. */
  public LocalDateRange termOn(LocalDate day) {
    for (LocalDateRange term : terms) {
      if (term.contains(day)) {
        return term;
      }
    }
    LocalDateRange term = terms.getLast();
    while (renewsOn && !term.getEnd().isAfter(day)) {
      term = closed(term.getEnd(), sameLength(term));
    }
    return day.isBefore(terms.getFirst().getStart()) ? terms.getFirst() : term;
  }
}
