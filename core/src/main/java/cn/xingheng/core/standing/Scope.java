package cn.xingheng.core.standing;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Declared;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.NotSuspended;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.DutyFact.Interviewed;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeritFact.Honoured;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.StatementFact;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * 「查明范围」 Which recorded facts the law looks at for one question, by kind, site and day.
 *
 * <p>It is said of a fact as recorded or as corrected; what revises a fact goes with it.
 */
@FunctionalInterface
interface Scope extends Predicate<Fact> {

  /** Either of two scopes. */
  default Scope plus(Scope other) {
    return fact -> test(fact) || other.test(fact);
  }

  /** Whether somebody ever signed: whoever did not is unknown. */
  static Scope signed() {
    return fact -> fact instanceof Signed;
  }

  /** Signing, leaving, releasing and visiting at some sites, and the sites' own agreements. */
  static Scope agreements(Set<InstitutionId> sites) {
    return fact ->
        switch (fact) {
          case Declared declared -> false;
          case AgreementFact agreement -> sites.contains(agreement.at());
          case InstitutionFact.Opened opened -> sites.contains(opened.institution());
          case InstitutionFact.Closed closed -> sites.contains(closed.institution());
          case Fact other -> false;
        };
  }

  /** The suspensions of the sites' own agreements. */
  static Scope halts(Set<InstitutionId> sites) {
    return fact ->
        (fact instanceof InstitutionFact.Halted || fact instanceof InstitutionFact.Restored)
            && sites.contains(((InstitutionFact) fact).institution());
  }

  /** Suspensions and terminations, and what moves their days or lengthens their bars. */
  static Scope sanctions(Law law) {
    boolean stay = law.reads(ReadingKey.OBJECTION_STAY, "stay");
    return fact ->
        fact instanceof Suspended || fact instanceof Terminated || fact instanceof Deferred
            || fact instanceof BarExtended || (stay && fact instanceof ReviewFact.Objected);
  }

  /** Measures of other authorities, and applications to resume. */
  static Scope stops() {
    return fact ->
        fact instanceof MeasureFact || fact instanceof ReviewFact.ResumptionAsked
            || fact instanceof ReviewFact.ResumptionAnswered;
  }

  /** Everything that can keep an agreement at some sites in force, or end it. */
  static Scope inForce(Law law, Set<InstitutionId> sites) {
    Scope scope = agreements(sites).plus(sanctions(law)).plus(stops());
    return law.reads(ReadingKey.INSTITUTION_CASCADE, "tolled") ? scope.plus(halts(sites)) : scope;
  }

  /** Opening statements, the findings about them, and where the institutions belong that made them. */
  static Scope statements(Collection<Fact> facts) {
    Set<InstitutionId> sites = new HashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof StatementFact.Stated stated) {
        sites.add(stated.at());
      }
    }
    return fact ->
        fact instanceof StatementFact
            || (fact instanceof InstitutionFact.Opened opened && sites.contains(opened.institution()));
  }

  /** Deductions decided by a day. */
  static Scope deductions(LocalDate until) {
    return fact -> fact instanceof Deducted && !fact.on().isAfter(until);
  }

  /** Deductions of one incident, or of one document. */
  static Scope together(Deducted deducted) {
    return fact ->
        fact instanceof Deducted other
            && (other.document().equals(deducted.document())
                || (deducted.incident() != null && deducted.incident().equals(other.incident())));
  }

  /** What was done about duties by a day. */
  static Scope done(LocalDate until) {
    return fact ->
        (fact instanceof Interviewed || fact instanceof Notified || fact instanceof NotSuspended)
            && !fact.on().isAfter(until);
  }

  /** The awards by a day, and the deductions by then for acts since the first of them. */
  static Scope honours(Collection<Fact> facts, LocalDate until, boolean cancelled) {
    LocalDate first =
        facts.stream()
            .filter(fact -> fact instanceof Honoured && !fact.on().isAfter(until))
            .map(Fact::on)
            .min(LocalDate::compareTo)
            .orElse(LocalDate.MAX);
    return fact ->
        !fact.on().isAfter(until)
            && (fact instanceof Honoured
                || (cancelled && fact instanceof Deducted deducted && !deducted.actThrough().isBefore(first)));
  }

  /** The sites and the home sites of the visiting posts there. */
  static Set<InstitutionId> withHomes(Collection<Fact> facts, Set<InstitutionId> sites) {
    Set<InstitutionId> all = new HashSet<>(sites);
    for (Fact fact : facts) {
      if (fact instanceof Visiting visiting && sites.contains(visiting.at())) {
        all.add(visiting.home());
      }
    }
    return all;
  }

  /** Every site where the person ever signed, left, was released or visited, and the home sites of the visits. */
  static Set<InstitutionId> agreed(Collection<Fact> facts) {
    return sites(facts, fact -> fact instanceof AgreementFact && !(fact instanceof Declared));
  }

  /** Every site that these facts of the person name, and the home sites of the visiting posts there. */
  static Set<InstitutionId> sites(Collection<Fact> facts, Predicate<? super Fact> wanted) {
    Set<InstitutionId> sites = new HashSet<>();
    for (Fact fact : facts) {
      if (wanted.test(fact)) {
        if (fact instanceof AgreementFact agreement) {
          sites.add(agreement.at());
        } else if (fact instanceof Deducted deducted) {
          sites.add(deducted.at());
        }
      }
    }
    return withHomes(facts, sites);
  }

  /** The day of the last decision to suspend or terminate: deductions decided later cannot carry any. */
  static LocalDate lastSanction(Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact instanceof Suspended || fact instanceof Terminated)
        .map(Fact::on)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }
}
