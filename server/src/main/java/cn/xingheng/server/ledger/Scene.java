package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.InstitutionAhead;
import cn.xingheng.core.institution.Tally;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Before whom a form is opened: the physician with everything recorded, and where the viewer decides.
 *
 * @param fact the number of the fact that the form is about, or null
 * @param names of the sites of this physician
 * @param sites those where the viewer records, never empty
 * @param agencies the pooling areas of these sites, each with the name of its agency
 * @param dossier what follows from all that is recorded
 */
public record Scene(
    RegisterDesk.Found found, @Nullable FactId fact, LocalDate today, Map<InstitutionId, String> names,
    List<InstitutionId> sites, SequencedMap<RegionId, String> agencies, History history, Dossier dossier) {
  private static final FactId UNSAVED = new FactId("unsaved");

  public Scene {
    names = Map.copyOf(names);
    sites = List.copyOf(sites);
    agencies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(agencies));
  }

  /** Everything recorded about the person. */
  public Gathered gathered() {
    return found.gathered();
  }

  /** The person. */
  public PersonId person() {
    return found.person().id();
  }

  /** What is reckoned under. */
  public Law law() {
    return gathered().law();
  }

  /** The name of a site, or its code. */
  public String name(InstitutionId site) {
    return names.getOrDefault(site, site.value());
  }

  /** The name of the agency of a pooling area, or the area's own. */
  public String agency(String region) {
    return agencies.getOrDefault(new RegionId(region), region);
  }

  /**
   * The fact that the form is about, as it stands: corrected, when it was; else as it was recorded.
   *
   * @throws Problem 404 when there is none
   */
  public Fact target() {
    FactId id = fact;
    if (id == null) {
      throw Problem.notFound();
    }
    return dossier.known().find(id).or(() -> history.recorded(id)).orElseThrow(Problem::notFound);
  }

  /** A decision that is not recorded, as the fact it would be today. */
  public Fact unsaved(Draft draft) {
    return draft.fact().apply(new Head(UNSAVED, draft.on(), today));
  }

  /** What would follow. */
  public Foresight foresee(Draft draft) {
    return Foresight.reckon(
        law(), gathered().house(), gathered().facts(), unsaved(draft), draft.site(), today);
  }

  /**
   * What would come of it for the institutions where the viewer decides: the draft's own first, of the others those for
   * which it makes a difference.
   *
   * @param rest what all other physicians bring to each site
   * @param notices what was told to institutions
   */
  public List<InstitutionAhead> ahead(
      Draft draft, LocalDate day, Map<InstitutionId, Tally> rest, List<Fact> notices) {
    Dossier with =
        History.reckon(law(), gathered().house(), gathered().with(unsaved(draft))).knownAt(LocalDate.MAX);
    List<InstitutionAhead> found = new ArrayList<>();
    for (InstitutionId site : sites) {
      Tally others = rest.getOrDefault(site, Tally.NONE);
      InstitutionAhead one =
          InstitutionAhead.reckon(gathered().house(), notices, site, others, dossier, with, day);
      if (site.equals(draft.site())) {
        found.addFirst(one);
      } else if (one.changes()) {
        found.add(one);
      }
    }
    return found;
  }

  /** The state at a site today. */
  public State state(InstitutionId site) {
    return States.reckon(dossier, site, today, null);
  }

  /** The first of the viewer's sites in this pooling area, or the first of all. */
  public InstitutionId siteIn(@Nullable RegionId region) {
    return sites.stream().filter(site -> dossier.register().region(site).equals(region)).findFirst()
        .orElse(sites.getFirst());
  }

  /** The number of the newest fact; empty when there is none. */
  public String newest() {
    List<Fact> facts = gathered().facts();
    return facts.isEmpty() ? "" : facts.getLast().id().value();
  }
}
