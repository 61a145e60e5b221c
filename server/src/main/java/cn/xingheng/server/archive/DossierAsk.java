package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.standing.band.Reach;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose dossier, on which day, by what was known, at which site, over how much time; and the addresses that ask so.
 *
 * @param asOf the day the law looks at
 * @param mode by what was known
 * @param named the day named for {@link Mode#DAY}, otherwise null
 * @param at the site asked about, or null for the first
 */
public record DossierAsk(
    PersonId person, LocalDate today, LocalDate asOf, Mode mode, @Nullable LocalDate named, @Nullable InstitutionId at,
    Reach span) {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
  private static final String THEN = "then";

  /** By what was known. */
  public enum Mode {
    /** by everything there is */
    NOW,
    /** by what was there at the end of the day looked at */
    THEN,
    /** by what was there at the end of a named day */
    DAY
  }

  /**
   * What an address asks.
   *
   * @throws Problem 400 when a day is none, 404 when no person can have this id
   */
  static DossierAsk of(
      String person, LocalDate today, @Nullable String asOf, @Nullable String knownAt, @Nullable String at,
      @Nullable String span) {
    String known = knownAt == null ? "" : knownAt.strip();
    boolean now = known.isEmpty();
    boolean then = known.equals(THEN);
    return new DossierAsk(
        person(person), today, asOf == null || asOf.isBlank() ? today : day(asOf),
        now ? Mode.NOW : then ? Mode.THEN : Mode.DAY, now || then ? null : day(known),
        at == null || at.isBlank() ? null : site(at), reach(span));
  }

  private static PersonId person(String text) {
    try {
      return new PersonId(text);
    } catch (IllegalArgumentException none) {
      throw Problem.notFound();
    }
  }

  private static InstitutionId site(String text) {
    try {
      return new InstitutionId(text);
    } catch (IllegalArgumentException none) {
      throw Problem.notFound();
    }
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
        return day;
      }
    } catch (DateTimeException none) {
      throw Problem.of(400, "problem.request");
    }
    throw Problem.of(400, "problem.request");
  }

  private static Reach reach(@Nullable String text) {
    for (Reach reach : Reach.values()) {
      if (word(reach).equals(text)) {
        return reach;
      }
    }
    return Reach.TWO_YEARS;
  }

  private static String word(Reach reach) {
    return reach.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The day at whose end all was known; {@link LocalDate#MAX} for all there is. */
  public LocalDate known() {
    return switch (mode) {
      case NOW -> LocalDate.MAX;
      case THEN -> asOf;
      case DAY -> named == null ? LocalDate.MAX : named;
    };
  }

  /** Whether the day looked at is today. */
  public boolean onToday() {
    return asOf.equals(today);
  }

  /** What the query says of {@code knownAt}; empty for now. */
  public String knownWord() {
    return switch (mode) {
      case NOW -> "";
      case THEN -> THEN;
      case DAY -> String.valueOf(named);
    };
  }

  /** What the query says of {@code span}. */
  public String spanWord() {
    return word(span);
  }

  /** The person's address without a query. */
  public String base() {
    return "/physicians/" + person;
  }

  /** The address of this page. */
  public String page() {
    return base() + query(asOf, knownWord(), at, span, "");
  }

  /** This page at another site. */
  public String page(InstitutionId site) {
    return base() + query(asOf, knownWord(), site, span, "");
  }

  /** This page over another time. */
  public String page(Reach reach) {
    return base() + query(asOf, knownWord(), at, reach, "");
  }

  /** This page by what was known otherwise. */
  public String page(Mode other) {
    String known =
        switch (other) {
          case NOW -> "";
          case THEN -> THEN;
          case DAY -> named == null ? asOf.toString() : named.toString();
        };
    return base() + query(asOf, known, at, span, "");
  }

  /** Where the act behind a button of this page goes, with the same query. */
  public String act(String act) {
    return base() + "/" + act + query(asOf, knownWord(), at, span, "");
  }

  /** The trail of a figure about a fact. */
  public String door(String figure, FactId about) {
    return trail(figure + ":" + about);
  }

  /** The trail of a figure at the site asked about. */
  String trail(String figure) {
    return trail(figure, asOf, at, null);
  }

  /** The trail of a figure at a site. */
  String trail(String figure, @Nullable InstitutionId site) {
    return trail(figure, asOf, site, null);
  }

  /** The trail of a figure at a site on another day, of the account of a year or of that day. */
  String trail(String figure, LocalDate day, @Nullable InstitutionId site, @Nullable Integer year) {
    return base() + "/trail/" + figure
        + query(day, knownWord(), site, Reach.TWO_YEARS, year == null ? "" : "&year=" + year);
  }

  private String query(LocalDate day, String known, @Nullable InstitutionId site, Reach reach, String more) {
    StringBuilder query = new StringBuilder();
    if (!day.equals(today)) {
      query.append("&asOf=").append(day);
    }
    if (!known.isEmpty()) {
      query.append("&knownAt=").append(known);
    }
    if (site != null) {
      query.append("&at=").append(site);
    }
    if (reach != Reach.TWO_YEARS) {
      query.append("&span=").append(word(reach));
    }
    query.append(more);
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }
}
