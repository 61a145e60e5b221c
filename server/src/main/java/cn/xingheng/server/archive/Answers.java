package cn.xingheng.server.archive;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.PointsAccount;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.StandingSpan;
import cn.xingheng.core.standing.StandingSpans;
import cn.xingheng.server.archive.DossierView.Answer;
import cn.xingheng.server.archive.DossierView.Card;
import cn.xingheng.server.archive.DossierView.StopRow;
import cn.xingheng.server.archive.DossierView.Threshold;
import cn.xingheng.server.archive.DossierView.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** The answer of the day, and the points of the day. */
final class Answers {

  private final Seen seen;

  private Answers(Seen seen) {
    this.seen = seen;
  }

  /** One answer for all sites that have the same, those where an agreement is in force; else every site ever. */
  static List<Answer> reckon(Seen seen, List<StopRow> stops) {
    Answers answers = new Answers(seen);
    Map<Answer, List<InstitutionId>> same = new LinkedHashMap<>();
    for (InstitutionId site : Qualifications.sites(seen.dossier(), seen.asOf())) {
      same.computeIfAbsent(answers.bare(site), key -> new ArrayList<>()).add(site);
    }
    return same.entrySet().stream().map(entry -> answers.full(entry.getKey(), entry.getValue(), stops)).toList();
  }

  /** The answer at a site without what names the site. */
  private Answer bare(InstitutionId site) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = ClaimAnswer.standing(seen.dossier(), site, seen.asOf(), causes);
    Verdict ordinary = ClaimAnswer.verdict(seen.dossier().law(), standing, causes, Setting.OUTPATIENT);
    Verdict urgent = ClaimAnswer.verdict(seen.dossier().law(), standing, causes, Setting.EMERGENCY);
    List<StandingSpan> spans = StandingSpans.reckon(seen.dossier(), site);
    int at = 0;
    while (!spans.get(at).days().contains(seen.asOf())) {
      at++;
    }
    int from = at;
    while (from > 0 && spans.get(from - 1).standing() == spans.get(at).standing()) {
      from--;
    }
    int through = at;
    while (through + 1 < spans.size() && spans.get(through + 1).standing() == spans.get(at).standing()) {
      through++;
    }
    LocalDateRange first = spans.get(from).days();
    Standing next = through + 1 < spans.size() ? spans.get(through + 1).standing() : null;
    return new Answer(
        List.of(), standing, causes, ordinary, urgent, first.isUnboundedStart() ? null : first.getStart(),
        Seen.last(spans.get(through).days()), next, articles(causes, urgent), "", "", "", List.of());
  }

  private Citation articles(Set<Cause> causes, Verdict urgent) {
    List<Citation> all = new ArrayList<>();
    causes.forEach(cause -> all.add(seen.edition().cause(cause.word()).citation()));
    if (causes.isEmpty()) {
      all.add(seen.edition().terms().citation());
    }
    if (urgent == Verdict.EXCEPTED) {
      all.add(seen.edition().emergency().citation());
    }
    return all.getFirst().and(all.toArray(Citation[]::new));
  }

  private Answer full(Answer bare, List<InstitutionId> sites, List<StopRow> stops) {
    InstitutionId site = sites.getFirst();
    List<String> names = sites.stream().map(seen::name).toList();
    List<StopRow> now =
        stops.stream().filter(stop -> stop.when() == When.RUNNING && bare.causes().contains(stop.cause()))
            .filter(stop -> stop.sites().stream().anyMatch(names::contains)).toList();
    return new Answer(
        names, bare.standing(), bare.causes(), bare.ordinary(), bare.urgent(), bare.since(), bare.through(),
        bare.next(), bare.articles(), seen.ask().trail("standing", site),
        seen.ask().trail("claim:" + Setting.OUTPATIENT.word(), site),
        seen.ask().trail("claim:" + Setting.EMERGENCY.word(), site), now);
  }

  /** The points of each account that a site has on the day. */
  static List<Card> cards(Seen seen) {
    List<InstitutionId> sites = Qualifications.sites(seen.dossier(), seen.asOf());
    Map<Account, InstitutionId> accounts = new LinkedHashMap<>();
    sites.forEach(site -> accounts.putIfAbsent(seen.dossier().accountAt(site, seen.asOf()), site));
    List<Card> cards = new ArrayList<>();
    accounts.forEach((account, site) -> cards.add(card(seen, account, site, accounts.size() > 1)));
    return cards;
  }

  private static Card card(Seen seen, Account account, InstitutionId site, boolean several) {
    PointsAccount rule = seen.edition().points();
    LocalDateRange period = seen.dossier().periods().of(rule.window(), account, seen.asOf());
    int points = Ledger.total(seen.dossier().ledger().counting(account, period, seen.asOf()));
    return new Card(
        several ? account.toString() : "", period, points, remaining(rule.budget(), points), rule.budget(),
        thresholds(seen), seen.ask().trail("points", site));
  }

  /** What is left of a budget, or null where there is none. */
  static @Nullable Integer remaining(@Nullable Integer budget, int points) {
    return budget == null ? null : Math.max(0, budget - points);
  }

  /** The totals of the account's window at which a rule begins. */
  private static List<Threshold> thresholds(Seen seen) {
    List<Threshold> thresholds = new ArrayList<>();
    for (Rule rule : seen.edition().rules()) {
      if (rule.trigger() instanceof Trigger.Total(var window, var band)
          && window == seen.edition().points().window()) {
        String word =
            switch (rule.consequence()) {
              case Consequence.Interview() -> "interview";
              case Consequence.Suspend(var months) -> "suspend";
              case Consequence.Terminate(var years) -> "terminate";
            };
        thresholds.add(new Threshold(band.from(), word, rule.force()));
      }
    }
    thresholds.sort(Comparator.comparingInt(Threshold::at));
    return thresholds;
  }
}
