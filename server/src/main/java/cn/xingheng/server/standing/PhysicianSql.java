package cn.xingheng.server.standing;

import cn.xingheng.server.standing.Search.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of the list of physicians. Few matches are gathered from the narrowest side and sorted; many are met
 * by walking the register in its order, where one in some thirty passes at least. Neither depends on what the planner
 * believes about how filters go together.
 */
final class PhysicianSql {
  /** Over so few institutions their physicians are the narrowest side, whatever else is asked. */
  private static final int FEW_SITES = 3;

  private static final String DAY = "s.first_day <= :day and s.end_day > :day";
  /** Signed on a later day only: nobody is anything there yet. */
  private static final String NOT_YET = "(s.begins and s.first_day > :day)";

  private static final String POINTS =
      """
      select o.person from points_span o
      where o.account = any(:accounts) and o.points >= :points and o.first_day <= :day and o.end_day > :day
      """;
  private static final String POINTS_OF =
      """
      exists (select from points_span o where o.person = p.id and o.account = any(:accounts) and o.points >= :points
              and o.first_day <= :day and o.end_day > :day offset 0)
      """;
  private final PhysicianStore.Wanted wanted;

  PhysicianSql(PhysicianStore.Wanted wanted) {
    this.wanted = wanted;
  }

  /** Counts up to a limit, and gives the page when the limit is not reached. */
  String matched() {
    return """
        with x as materialized (%s), m as materialized (select x.person from x group by x.person limit :most)
        select (select count(*) from m) as matching, (select count(*) from x) as seen,
               p.id, p.province, p.name, p.pinyin, p.identity_number
        from (select 1) one left join lateral (
          select p.* from m join person p on p.id = m.person
          where (select count(*) from m) < :most and %s order by %s limit :size) p on true
        """.formatted(people(), wanted.beyond(), wanted.order());
  }

  /** The page when there are many. */
  String walked() {
    List<String> passes = new ArrayList<>();
    passes.add(head());
    if (wanted.points() != null) {
      passes.add(POINTS_OF);
    }
    passes.add("exists (" + span(true) + " offset 0)");
    return """
        select p.id, p.province, p.name, p.pinyin, p.identity_number from person p
        where %s and %s order by %s limit :size
        """.formatted(String.join(" and ", passes), wanted.beyond(), wanted.order());
  }

  /**
   * Where in the order a search can find anything at all: its first letter, or the first character of the name. The
   * sound is compared, not looked up, so that the order is kept.
   */
  private String head() {
    return switch (wanted.search().kind()) {
      case NONE -> "true";
      case NAME -> "left(p.name, 1) = :head and p.name like :q";
      case SOUND -> "p.pinyin collate \"C\" >= :head and p.pinyin collate \"C\" < :behind and "
          + found().replace("p.initials", "(p.initials || '')").replace("(p.pinyin,", "(p.pinyin || '',");
      case CODE -> found();
    };
  }

  private String found() {
    return switch (wanted.search().kind()) {
      case NONE -> "true";
      case NAME -> "p.name like :q";
      case SOUND -> "(p.initials like :q or replace(p.pinyin, ' ', '') like :q)";
      case CODE -> "exists (select from physician_code c where c.person = p.id and lower(c.code) like :q)";
    };
  }

  private String searched() {
    return switch (wanted.search().kind()) {
      case NONE -> throw new IllegalStateException("nothing is searched");
      case NAME, SOUND -> "select p.id as person from person p where " + found();
      case CODE -> "select c.person from physician_code c where lower(c.code) like :q";
    };
  }

  /** Persons who pass, some of them twice; cut where it is certain, or can be seen afterwards, that there are more. */
  private String people() {
    boolean search = wanted.search().kind() != Kind.NONE;
    boolean points = wanted.points() != null;
    if (!wanted.picked().isEmpty()) {
      return "select d.person from (select unnest(:picked::text[]) as person) d where " + probe();
    }
    if (wanted.sites().size() <= FEW_SITES) {
      return span(false) + (points ? " and s.person in (" + POINTS + ")" : "")
          + (search ? " and exists (select from person p where p.id = s.person and " + found() + ")" : "");
    }
    if ((search || points) && wanted.common()) {
      String driver = search && points
          ? "select q.person from (" + searched() + ") q where q.person in (" + POINTS + ")"
          : search ? searched() : POINTS;
      return "select d.person from (" + driver + ") d where " + probe() + cut();
    }
    String some = span(false) + (points ? " and s.person in (" + POINTS + ")" : "")
        + (search ? " and s.person in (" + searched() + ")" : "");
    return some + cut();
  }

  /** Some persons come twice, for their institutions, codes or accounts: what is cut off can be seen by the rows. */
  private String cut() {
    return wanted.whole() ? "" : " limit :rows";
  }

  /** Asked of each driven person by itself, so that it stops at the limit. */
  private String probe() {
    return "exists (" + span(true).replace("p.id", "d.person") + " offset 0)";
  }

  /**
   * The spans that pass; exactly one for each person and institution, as the last one has no end.
   *
   * @param each whether of one person at a time: then the institutions are compared, not looked up
   */
  private String span(boolean each) {
    String site = each ? "s.person = p.id and (s.institution || '') = any(:sites)" : "s.institution = any(:sites)";
    String word = each ? "(s.standing || '') = any(:standings)" : "s.standing = any(:standings)";
    String select = each ? "select from standing_span s where " : "select s.person from standing_span s where ";
    if (wanted.standings().isEmpty()) {
      return select + site + " and s.end_day = 'infinity'";
    }
    String cause = wanted.cause() == null ? "" : " and :cause = any(s.causes)";
    String now = "(" + word + " and " + DAY + cause + ")";
    if (!wanted.notYet()) {
      return select + site + " and " + now;
    }
    if (each) {
      return select + site + " and (" + now + " or " + NOT_YET + ")";
    }
    return "select s.person from (" + select + site + " and " + now + " union all " + select + site + " and " + NOT_YET
        + ") s where true";
  }
}
