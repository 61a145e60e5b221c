package cn.xingheng.server.archive;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.MeritFact.Honoured;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.merit.Honour;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.server.archive.DossierView.FactRow;
import cn.xingheng.server.archive.DossierView.Merit;
import cn.xingheng.server.archive.DossierView.StatedRow;
import cn.xingheng.server.archive.DossierView.Term;
import cn.xingheng.server.facts.Note;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** What is recorded, row by row: agreements, statements of imports, honours, and each fact and what was made of it. */
final class Recorded {

  private Recorded() {}

  /** The agreements and visiting posts, the newest first. */
  static List<Term> terms(Seen seen) {
    List<Term> terms = new ArrayList<>();
    for (Course course : seen.dossier().courses()) {
      LocalDateRange term = course.termOn(seen.asOf());
      LocalDate ended = course.ending() == null ? null : course.ending().day();
      terms.add(
          new Term(
              course.signed().id(), seen.name(course.at()), course.signed().from(), Seen.last(term),
              course.renewsOn(), ended, null));
    }
    for (Visiting visit : seen.dossier().known().all(Visiting.class)) {
      terms.add(
          new Term(
              visit.id(), seen.name(visit.at()), visit.from(), visit.through(), false, null,
              seen.name(visit.home())));
    }
    terms.sort(Comparator.comparing(Term::from).thenComparing(Term::id).reversed());
    return terms;
  }

  /** What institutions stated; it is no deduction and no sanction. */
  static List<StatedRow> stated(Seen seen) {
    return seen.dossier().known().all(Stated.class).stream()
        .map(stated -> row(seen, stated, seen.dossier().settling(stated).orElse(null)))
        .toList();
  }

  private static StatedRow row(Seen seen, Stated stated, @Nullable StatementSettled settled) {
    return new StatedRow(
        stated.id(), stated.on(), seen.name(stated.at()), stated.status(), stated.points(), stated.last(),
        stated.category(), stated.description(), stated.source(), settled == null ? null : settled.on(),
        settled == null ? null : settled.by(), settled == null ? null : settled.because());
  }

  /** The honours on the day. */
  static Merit merit(Seen seen) {
    Honour honour = Honour.reckon(seen.dossier(), seen.asOf());
    List<LocalDate> awards = seen.dossier().known().all(Honoured.class).stream().map(Fact::on).toList();
    return new Merit(awards, honour.status(), honour.through(), seen.ask().trail("honour"));
  }

  /** Every fact recorded by then, the newest first. */
  static List<FactRow> facts(Seen seen) {
    List<FactRow> rows = new ArrayList<>();
    for (Fact fact : seen.gathered().facts()) {
      if (!fact.recorded().isAfter(seen.ask().known())) {
        rows.add(row(seen, fact));
      }
    }
    return rows.reversed();
  }

  private static FactRow row(Seen seen, Fact fact) {
    Optional<Note> note = seen.note(fact.id());
    FactId about = fact.about();
    return new FactRow(
        fact.id(), fact.recorded(), fact.kind().word(), fact.on(), about, note.map(Note::who).orElse(""),
        note.map(Note::document).orElse(null), note.map(Note::text).orElse(null),
        seen.history().judgments().get(fact.id()) instanceof Judgment.Refused refused ? refused.refusal() : null);
  }
}
