package cn.xingheng.law.standings;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「资格状态行的编制」 The rows of everybody in a book.
 *
 * <p>A standings file has gaps where nobody signed, and whoever reads it says {@code not-signed} there, or before the
 * first row of the site {@code other-institution} while another row of the person is effective or suspended. Where the
 * reckoning says something else of such days, a row says it: {@code ended}, with that cause. So it is after a visiting
 * post, and during one whose home agreement has not begun.
 */
public final class StandingRows {

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  private final Dossier dossier;
  private final String physician;
  private final LocalDate through;
  private final int line;
  private final List<StandingRow> rows = new ArrayList<>();

  private StandingRows(Dossier dossier, String physician, LocalDate through, int line) {
    this.dossier = dossier;
    this.physician = physician;
    this.through = through;
    this.line = line;
  }

  /**
   * The rows of all physicians of a book at all their sites; nothing of those who never signed anywhere.
   *
   * @param known the day at whose end one asks what was known; {@link LocalDate#MAX} for all there is
   * @param through the last day to speak of, which open ends get
   * @param line where the book's case begins
   */
  public static List<StandingRow> reckon(Book book, LocalDate known, LocalDate through, int line) {
    List<StandingRow> rows = new ArrayList<>();
    for (PersonId person : book.histories().keySet()) {
      Dossier dossier = book.dossier(person, known);
      if (dossier.courses().isEmpty()) {
        continue;
      }
      for (InstitutionId site : dossier.sites()) {
        StandingRows one = new StandingRows(dossier, person.value(), through, line);
        one.site(site);
        rows.addAll(one.rows);
      }
    }
    return rows;
  }

  private void site(InstitutionId site) {
    for (ClaimSpan span : ClaimSpans.reckon(dossier, site)) {
      Standing standing = span.standing();
      if (standing != Standing.NONE) {
        add(site, span, standing, span.first().orElse(null));
      } else if (!impliedByGap(span)) {
        add(site, span, Standing.ENDED, span.first().orElseThrow());
      }
    }
  }

  /** Whether a reader of the file says of a gap what the reckoning says of these days. */
  private boolean impliedByGap(ClaimSpan span) {
    Cause cause = span.first().orElseThrow();
    if (!rows.isEmpty()) {
      return cause == Cause.NOT_SIGNED;
    }
    if (cause == Cause.OTHER_INSTITUTION) {
      return true;
    }
    return cause == Cause.NOT_SIGNED
        && dossier.courses().stream().noneMatch(course -> course.days().overlaps(span.days()));
  }

  private void add(InstitutionId site, ClaimSpan span, Standing standing, @Nullable Cause cause) {
    LocalDate from = span.days().getStart().isBefore(FIRST) ? FIRST : span.days().getStart();
    LocalDate end = span.days().getEnd();
    LocalDate last = end.isAfter(through) ? through : end.minusDays(1);
    if (last.isBefore(from)) {
      return;
    }
    StandingRow row = new StandingRow(physician, site.value(), from, last, standing, cause, line);
    if (!rows.isEmpty() && rows.getLast().goesOn(row)) {
      rows.add(rows.removeLast().with(row));
    } else {
      rows.add(row);
    }
  }
}
