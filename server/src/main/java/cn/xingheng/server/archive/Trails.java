package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.merit.Honour;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadline;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.server.house.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the trail of a figure by its name in the address: a word, or a word and what it is about. */
final class Trails {

  private final Seen seen;
  private final Dossier dossier;
  private final @Nullable Integer year;

  /** A title and a trail. */
  record Told(Phrase title, Trail trail) {}

  private Trails(Seen seen, @Nullable Integer year) {
    this.seen = seen;
    this.dossier = seen.dossier();
    this.year = year;
  }

  /**
   * The trail of a figure.
   *
   * @param year the year whose account is meant, or null for that of the day
   * @throws Problem 404 when there is no such figure
   */
  static Told of(Seen seen, String figure, @Nullable Integer year) {
    Trails trails = new Trails(seen, year);
    int colon = figure.indexOf(':');
    String word = colon < 0 ? figure : figure.substring(0, colon);
    String about = colon < 0 ? "" : figure.substring(colon + 1);
    Optional<Told> told = about.isEmpty() ? trails.plain(word) : trails.about(word, about);
    return told.orElseThrow(Problem::notFound);
  }

  private Optional<Told> plain(String word) {
    if (word.equals("honour")) {
      return Optional.of(told(word, Honour.reckon(dossier, seen.asOf()).trail()));
    }
    InstitutionId site = seen.ask().at() == null ? seen.site() : seen.ask().at();
    if (site == null) {
      return Optional.empty();
    }
    return switch (word) {
      case "points" -> Optional.of(at("points", site, state(site).pointsTrail()));
      case "duties" -> Optional.of(at("duties", site, state(site).dutiesTrail()));
      case "standing" -> Optional.of(
          at("standing", site, Qualifications.reckon(dossier, site, seen.asOf()).trail()));
      case "claim" -> Optional.of(claim(site, Setting.OUTPATIENT));
      default -> Optional.empty();
    };
  }

  private State state(InstitutionId site) {
    return States.reckon(dossier, site, seen.asOf(), year);
  }

  private Told claim(InstitutionId site, Setting setting) {
    Trail trail = ClaimAnswer.reckon(dossier, seen.ask().person(), site, seen.asOf(), setting).trail();
    return new Told(
        Phrase.of("dossier.trail.claim", Phrase.of("setting." + setting.word()), seen.name(site), seen.asOf()), trail);
  }

  private Told at(String word, InstitutionId site, Trail trail) {
    return new Told(Phrase.of("dossier.trail." + word, seen.name(site), seen.asOf()), trail);
  }

  private Told told(String word, Trail trail) {
    return new Told(Phrase.of("dossier.trail." + word, seen.asOf()), trail);
  }

  private Optional<Told> about(String word, String text) {
    if (word.equals("claim")) {
      InstitutionId site = seen.ask().at() == null ? seen.site() : seen.ask().at();
      return site == null ? Optional.empty() : Setting.find(text).map(setting -> claim(site, setting));
    }
    FactId id;
    try {
      id = new FactId(text);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
    Optional<Trail> trail =
        switch (word) {
          case "sanction" -> sanction(id);
          case "effect" -> decision(id).flatMap(found -> Deadlines.earliestEffect(dossier.law(), found))
              .map(Trails::trail);
          case "objection" -> decision(id).flatMap(found -> Deadlines.objectionThrough(dossier, found))
              .map(Trails::trail);
          case "resume" -> resume(id);
          case "answer" -> Deadlines.answerBy(dossier, id).map(Trails::trail);
          case "bar" -> bar(id).map(bar -> dossier.sanctionTrail(bar.steps()));
          case "reapply" -> bar(id).flatMap(this::reapply);
          case "refusal" -> seen.history().judgments().get(id) instanceof Judgment.Refused refused
              ? Optional.of(new Trail(List.of(refused.refusal().step(id))))
              : Optional.empty();
          default -> Optional.empty();
        };
    return trail.map(found -> new Told(Phrase.of("dossier.trail." + word, title(id)), found));
  }

  private Phrase title(FactId id) {
    return seen.history().recorded(id)
        .map(fact -> Phrase.of("dossier.fact", Phrase.of("kind." + fact.kind().word()), fact.on()))
        .orElse(Phrase.of("dossier.text", id.value()));
  }

  private static Trail trail(Deadline deadline) {
    return new Trail(List.of(deadline.step()));
  }

  private Optional<Served> decision(FactId id) {
    return dossier.known().find(id).filter(Served.class::isInstance).map(Served.class::cast);
  }

  /** The trail of a sanction that stands or lost its ground; of one overturned, what overturned it. */
  private Optional<Trail> sanction(FactId id) {
    Optional<Sanction> sanction = dossier.sanction(id);
    if (sanction.isPresent()) {
      return sanction.map(found -> dossier.sanctionTrail(found.steps()));
    }
    List<Step> aside =
        dossier.known().setAside().stream().filter(step -> step.facts().contains(id)).toList();
    return aside.isEmpty() ? Optional.empty() : Optional.of(new Trail(aside));
  }

  private Optional<Trail> resume(FactId id) {
    return dossier.sanction(id).map(Sanction::last).flatMap(
        last ->
            Deadlines.resumeWindow(dossier, id).map(
                window ->
                    new Trail(
                        List.of(
                            Deadlines.windowStep(
                                dossier.law(), id, window, last, seen.edition().resumption().citation())))));
  }

  private Optional<Exclusion> bar(FactId id) {
    return dossier.exclusions().stream().filter(bar -> bar.of().id().equals(id)).findFirst();
  }

  private Optional<Trail> reapply(Exclusion bar) {
    var rule = seen.edition().reapplication();
    return rule == null
        ? Optional.empty()
        : Deadlines.applyWindow(dossier.law(), bar).map(
            window ->
                new Trail(
                    List.of(
                        Deadlines.windowStep(
                            dossier.law(), bar.of().id(), window, bar.last(), rule.citation()))));
  }
}
