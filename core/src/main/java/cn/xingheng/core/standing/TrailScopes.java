package cn.xingheng.core.standing;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** 「各问的查明范围」 Which facts the law looks at for each kind of question about a physician or an institution. */
final class TrailScopes {

  private TrailScopes() {}

  /** Points of the year and of the term: deductions by the day, where they were done, and the site's agreement. */
  static Scope points(Dossier dossier, InstitutionId site, LocalDate day) {
    Collection<Fact> facts = dossier.recorded();
    Scope deductions = Scope.deductions(day);
    Set<InstitutionId> sites = Scope.withHomes(facts, Set.of(site));
    if (Qualifications.lastBegun(dossier, site, day).isEmpty()
        || dossier.law().reads(ReadingKey.YEAR, "agreement")) {
      sites = Scope.agreed(facts);
      sites.add(site);
    }
    Set<InstitutionId> acts = Scope.sites(facts, deductions);
    return deductions.plus(Scope.agreements(acts)).plus(agreements(dossier, sites));
  }

  /** The standing at a site: its agreements and those at home, sanctions with what they rest on, other stops. */
  static Scope standing(Dossier dossier, InstitutionId site) {
    Set<InstitutionId> sites = Scope.withHomes(dossier.recorded(), Set.of(site));
    return agreements(dossier, sites).plus(Scope.halts(sites)).plus(Scope.statements(dossier.recorded()));
  }

  /**
   * The standing of a claim line: where nothing was signed at the site, the agreements elsewhere too; and what stops
   * them, when an opening statement makes an agreement unresolved that nothing else stops.
   */
  static Scope claim(Dossier dossier, InstitutionId site, LocalDate day) {
    Scope standing = standing(dossier, site);
    boolean begun =
        dossier.courses().stream()
            .anyMatch(course -> course.at().equals(site) && !course.signed().from().isAfter(day));
    if (begun) {
      return standing;
    }
    Set<InstitutionId> agreed = Scope.agreed(dossier.recorded());
    Scope elsewhere = standing.plus(agreements(dossier, agreed));
    return dossier.statements().any() ? elsewhere.plus(Scope.halts(agreed)) : elsewhere;
  }

  /** The duties of all agencies about the person. */
  static Scope duties(Dossier dossier, InstitutionId site, LocalDate day) {
    Collection<Fact> facts = dossier.recorded();
    Set<InstitutionId> sites = Scope.agreed(facts);
    sites.addAll(Scope.withHomes(facts, Set.of(site)));
    return Scope.deductions(day)
        .plus(Scope.done(day))
        .plus(Scope.agreements(Scope.sites(facts, Scope.deductions(day))))
        .plus(agreements(dossier, sites));
  }

  /** Awards, and what cancels them. */
  static Scope honours(Dossier dossier, LocalDate day) {
    return Scope.honours(dossier.recorded(), day, dossier.law().edition().honour() != null);
  }

  /** The spans of sanctions and bars: everything that carries or moves them. */
  static Scope sanctions(Dossier dossier) {
    return agreements(dossier, Scope.agreed(dossier.recorded()));
  }

  /** Whether a person brings anything to the account of an institution. */
  static boolean there(Dossier dossier, InstitutionId site, LocalDate day) {
    return dossier.recorded().stream()
        .anyMatch(
            fact ->
                acts(site, day).test(fact) || (fact instanceof AgreementFact signed && signed.at().equals(site)));
  }

  /** The institution's own agreements and what was decided about them. */
  static Scope institution(InstitutionId site) {
    return fact -> fact instanceof InstitutionFact institution && institution.institution().equals(site);
  }

  private static Scope acts(InstitutionId site, LocalDate day) {
    return fact -> fact instanceof Deducted deducted && deducted.at().equals(site) && !fact.on().isAfter(day);
  }

  /** What one person brings to the account of an institution. */
  static Scope roll(Dossier dossier, InstitutionId site, LocalDate day) {
    Collection<Fact> facts = dossier.recorded();
    Scope acts = acts(site, day);
    Scope together = institution(site);
    for (Fact fact : facts) {
      if (fact instanceof Deducted deducted && acts.test(fact)) {
        together = together.plus(Scope.together(deducted));
      }
    }
    Scope deductions = acts.plus(together);
    Scope byDay = fact -> !(fact instanceof Deducted) || !fact.on().isAfter(day);
    Scope counted = fact -> deductions.test(fact) && byDay.test(fact);
    return counted.plus(Scope.agreements(Scope.sites(facts, counted))).plus(agreements(dossier, Set.of(site)));
  }

  /** Whatever keeps agreements at some sites in force, ends them or bars new ones. */
  private static Scope agreements(Dossier dossier, Set<InstitutionId> sites) {
    Law law = dossier.law();
    Collection<Fact> facts = dossier.recorded();
    boolean all = facts.stream().anyMatch(fact -> fact instanceof Terminated);
    Set<InstitutionId> wide = new HashSet<>(sites);
    if (all) {
      wide.addAll(Scope.sites(facts, fact -> fact instanceof Signed));
    }
    boolean due = law.reads(ReadingKey.RENEWAL, "no-ground");
    Scope grounds = Scope.deductions(due ? LocalDate.MAX : Scope.lastSanction(facts));
    return Scope.inForce(law, wide).plus(grounds).plus(Scope.agreements(Scope.sites(facts, grounds)));
  }
}
