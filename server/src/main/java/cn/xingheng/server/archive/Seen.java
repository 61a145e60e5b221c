package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.server.archive.DossierView.Struck;
import cn.xingheng.server.archive.DossierView.When;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.facts.Note;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** What is gathered and judged about one person, once for a page. */
record Seen(
    DossierAsk ask, RegisterDesk.Found found, Gathered gathered, History history, Dossier dossier,
    Map<InstitutionId, String> names) {

  LocalDate asOf() {
    return ask.asOf();
  }

  Edition edition() {
    return dossier.law().edition();
  }

  String name(InstitutionId site) {
    return names.getOrDefault(site, site.value());
  }

  /** The site that figures of one site are about: the one asked for, else the first that matters on the day. */
  @Nullable InstitutionId site() {
    InstitutionId asked = ask.at();
    if (asked != null && dossier.sites().contains(asked)) {
      return asked;
    }
    List<InstitutionId> sites = Qualifications.sites(dossier, asOf());
    return sites.isEmpty() ? null : sites.getFirst();
  }

  /** A site whose account on a day is this one, the given site before others. */
  InstitutionId siteOf(Account account, InstitutionId first, LocalDate day) {
    if (dossier.accountAt(first, day).equals(account)) {
      return first;
    }
    return dossier.sites().stream().filter(site -> dossier.accountAt(site, day).equals(account)).findFirst()
        .orElse(first);
  }

  @Nullable String document(FactId fact) {
    Note note = gathered.notes().get(fact);
    return note == null ? null : note.document();
  }

  Optional<Note> note(FactId fact) {
    return Optional.ofNullable(gathered.notes().get(fact));
  }

  /** Whether a fact was taken by the law and recorded by then. */
  boolean taken(Fact fact) {
    return !fact.recorded().isAfter(ask.known())
        && history.judgments().get(fact.id()) instanceof Judgment.Accepted;
  }

  /** What these facts did to another. */
  Struck struck(LocalDate on, List<FactId> by) {
    boolean upheld = by.stream().flatMap(id -> history.recorded(id).stream()).noneMatch(Withdrawn.class::isInstance);
    String reason = by.stream().flatMap(id -> note(id).stream()).map(Note::text).filter(text -> text != null)
        .findFirst().orElse(null);
    return new Struck(on, upheld, reason, by);
  }

  /** Where the day looked at lies. */
  When when(LocalDateRange days) {
    return asOf().isBefore(days.getStart()) ? When.AHEAD : days.contains(asOf()) ? When.RUNNING : When.OVER;
  }

  /** The last day of days, or null when they have none. */
  static @Nullable LocalDate last(LocalDateRange days) {
    return days.isUnboundedEnd() ? null : days.getEndInclusive();
  }
}
