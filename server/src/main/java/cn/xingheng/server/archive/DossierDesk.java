package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.standing.History;
import cn.xingheng.server.archive.DossierView.Choice;
import cn.xingheng.server.archive.DossierView.Head;
import cn.xingheng.server.archive.DossierView.StopRow;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dossier of one physician: gathered once, reckoned once, for whoever may see the person. */
@Component
public class DossierDesk {
  private final RegisterDesk register;
  private final FactDesk facts;
  private final Clock clock;

  DossierDesk(RegisterDesk register, FactDesk facts, Clock clock) {
    this.register = register;
    this.facts = facts;
    this.clock = clock;
  }

  /** The page. */
  public DossierView view(Viewer viewer, DossierAsk ask) {
    Seen seen = seen(viewer, ask);
    List<StopRow> stops = Stops.reckon(seen);
    InstitutionId site = seen.site();
    List<Choice> sites =
        seen.dossier().sites().stream().map(one -> new Choice(one, seen.name(one), ask.page(one))).toList();
    int later =
        (int) seen.found().gathered().facts().stream().filter(fact -> fact.recorded().isAfter(ask.known())).count();
    return new DossierView(
        ask, head(viewer, seen), Answers.reckon(seen, stops), Answers.cards(seen), sites, site, seen.dossier(), stops,
        Tasks.reckon(seen), Ledgers.reckon(seen), Recorded.stated(seen), Handling.sanctions(seen),
        Handling.bars(seen), Recorded.terms(seen), Recorded.merit(seen), Recorded.facts(seen), later);
  }

  /** The identity number in full; the look is written down first. */
  public String identityNumber(Viewer viewer, DossierAsk ask) {
    return register.identityNumber(viewer, ask.person());
  }

  /** The trail behind a figure. */
  public TrailView trail(Viewer viewer, DossierAsk ask, String figure, @Nullable Integer year) {
    Seen seen = seen(viewer, ask);
    Trails.Told told = Trails.of(seen, figure, year);
    Map<FactId, Fact> named = new LinkedHashMap<>();
    told.trail().facts().forEach(id -> seen.history().recorded(id).ifPresent(fact -> named.put(id, fact)));
    return new TrailView(
        ask, seen.found().person().name(), told.title(), told.trail(), named, seen.edition().id(),
        seen.edition().hash(), OffsetDateTime.now(clock));
  }

  /** The facts as a case in YAML. */
  public String yaml(Viewer viewer, DossierAsk ask) {
    Seen seen = seen(viewer, ask);
    return CaseText.yaml(seen, CaseText.facts(seen, facts.houseFacts(seen.gathered().province())));
  }

  /** The facts as a case on one line. */
  public String line(Viewer viewer, DossierAsk ask) {
    Seen seen = seen(viewer, ask);
    return CaseText.line(seen, CaseText.facts(seen, facts.houseFacts(seen.gathered().province())));
  }

  private Seen seen(Viewer viewer, DossierAsk ask) {
    RegisterDesk.Found found = register.find(viewer, Right.SEE, ask.person());
    boolean now = !ask.known().isBefore(ask.today());
    Gathered gathered = now ? found.gathered() : facts.gather(ask.person(), ask.known());
    History history = gathered.history();
    return new Seen(ask, found, gathered, history, history.knownAt(ask.known()), names(found.gathered()));
  }

  private Map<InstitutionId, String> names(Gathered gathered) {
    return sites(gathered).stream()
        .collect(
            Collectors.toMap(
                site -> site,
                site -> register.organisation(site.value()).map(Organisation::name).orElse(site.value())));
  }

  private static Set<InstitutionId> sites(Gathered gathered) {
    Set<InstitutionId> sites = new TreeSet<>();
    for (Fact fact : gathered.facts()) {
      switch (fact) {
        case AgreementFact agreement -> sites.add(agreement.at());
        case Deducted deducted -> sites.add(deducted.at());
        case Stated stated -> sites.add(stated.at());
        case Fact _ -> { }
      }
      if (fact instanceof Visiting visit) {
        sites.add(visit.home());
      }
    }
    return sites;
  }

  private Head head(Viewer viewer, Seen seen) {
    Person person = seen.found().person();
    return new Head(
        person.name(), person.sex(), person.title(), person.specialty(),
        IdentityNumber.masked(person.identityNumber()), seen.found().codes(), may(viewer, Right.IDENTITY, seen),
        may(viewer, Right.RECORD, seen));
  }

  /** Whether the viewer holds a right at the province or at a site where the person has been. */
  private boolean may(Viewer viewer, Right right, Seen seen) {
    if (!viewer.may(right)) {
      return false;
    }
    return Stream.concat(
            Stream.of(seen.found().person().province()),
            seen.found().gathered().facts().stream().filter(AgreementFact.class::isInstance)
                .map(fact -> ((AgreementFact) fact).at().value()))
        .distinct().map(register::organisation).flatMap(Optional::stream)
        .anyMatch(organisation -> viewer.may(right, organisation.path()));
  }
}
