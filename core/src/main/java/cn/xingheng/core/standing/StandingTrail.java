package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 「资格依据链」 Every fact that bears on a standing, in order: agreement, holds, ends, bars, institution. */
final class StandingTrail {

  private final Dossier dossier;
  private final Edition edition;
  private final LocalDate day;
  private final List<Step> steps = new ArrayList<>();

  private StandingTrail(Dossier dossier, LocalDate day) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
    this.day = day;
  }

  static Trail reckon(Dossier dossier, InstitutionId site, LocalDate day, Standing standing, Set<Cause> causes) {
    StandingTrail trail = new StandingTrail(dossier, day);
    trail.site(site);
    Qualifications.regions(dossier, site, day)
        .forEach(region -> trail.steps.addAll(dossier.statements().steps(region)));
    trail.verdict(standing, causes);
    return dossier.trail(trail.steps, TrailScopes.standing(dossier, site));
  }

  private void site(InstitutionId site) {
    dossier.visits().stream()
        .filter(visit -> visit.fact().at().equals(site))
        .forEach(
            visit -> {
              steps.add(
                  new Step(
                      List.of(visit.fact().id()), cite(Cause.OTHER_INSTITUTION),
                      edition.label(ReadingKey.VISITING),
                      "来院服务 " + visit.fact().from() + " 至 " + visit.fact().through() + "，适用原协议"));
              if (visit.on(day)) {
                agreements(visit.fact().home());
              }
            });
    agreements(site);
  }

  private void agreements(InstitutionId site) {
    Institution institution = dossier.register().institution(site);
    for (Course course : dossier.courses()) {
      if (course.at().equals(site)) {
        agreement(course, institution);
      }
    }
    RegionId region = institution.region();
    for (Sanction sanction : dossier.sanctions().all()) {
      if (!sanction.stands() || sanction.actsOn(region)) {
        sanction(sanction);
      }
    }
    dossier.holds().forEach(hold -> steps.addAll(hold.steps()));
    for (Exclusion bar : dossier.exclusions()) {
      if (bar.bars(region)) {
        steps.addAll(bar.steps());
      }
    }
    institution
        .halts()
        .forEach(
            halt ->
                steps.add(
                    new Step(
                        halt.facts(), edition.cascade().citation(), List.of(),
                        "机构协议暂停 " + halt.days().getStart() + " 起" + until(halt.days().getEnd()))));
    institution
        .closed()
        .forEach(
            closed ->
                steps.add(
                    new Step(
                        List.of(closed.id()), edition.cascade().citation(), List.of(),
                        "机构协议自 " + closed.from() + " 解除")));
  }

  private void agreement(Course course, Institution institution) {
    List<FactId> facts = new ArrayList<>(List.of(course.signed().id()));
    institution.opened().forEach(opened -> facts.add(opened.id()));
    String terms =
        Stream.of(course.terms().getFirst(), course.termOn(day))
            .distinct()
            .map(term -> term.getStart() + (term.isUnboundedEnd() ? " 起长期" : " 至 " + term.getEndInclusive()))
            .collect(Collectors.joining("，续至 "));
    steps.add(new Step(facts, edition.terms().citation(), List.of(), "协议期 " + terms));
    Ending ending = course.ending();
    if (ending != null) {
      List<String> readings =
          ending.kinds().contains(Ending.Kind.LEFT) ? edition.label(ReadingKey.RELEASE) : List.of();
      steps.add(new Step(ending.facts(), ending.citation(), readings, "自 " + ending.day() + " 不再有效"));
    }
  }

  private void sanction(Sanction sanction) {
    List<FactId> facts = new ArrayList<>(List.of(sanction.id()));
    facts.addAll(sanction.shaping());
    String says =
        switch (sanction.status()) {
          case RUNS -> sanction.id() + (sanction.terminates() ? " 解除，自 " : " 暂停，自 ") + sanction.first()
              + (sanction.last() == null ? "" : " 至 " + sanction.last());
          case NOT_SERVED -> sanction.id() + " 尚未送达，不生效";
          case PROVISIONAL -> sanction.id() + " 生效日依赖未公布的日历，暂不生效";
          case STAYED -> sanction.id() + " 因异议暂缓";
          case VOID -> sanction.id() + " 自始无效";
        };
    steps.addAll(sanction.steps());
    steps.add(new Step(facts, edition.notice().citation(), List.of(), says));
  }

  private void verdict(Standing standing, Set<Cause> causes) {
    if (causes.isEmpty()) {
      steps.add(new Step(List.of(), edition.terms().citation(), List.of(), day + " 资格有效"));
    }
    for (Cause cause : causes) {
      steps.add(
          new Step(
              List.of(), cite(cause), List.of(),
              day + " " + standing.word() + "：" + cause.word() + " " + edition.cause(cause.word()).gloss()));
    }
  }

  private Citation cite(Cause cause) {
    return edition.cause(cause.word()).citation();
  }

  private static String until(LocalDate endExclusive) {
    return endExclusive.equals(LocalDate.MAX) ? "" : " 至 " + endExclusive.minusDays(1);
  }
}
