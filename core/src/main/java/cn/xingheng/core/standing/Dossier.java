package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.ledger.Periods;
import cn.xingheng.core.register.Register;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Grounds;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.sanction.Sanctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 「医师档案」 All that follows from what was known about one physician at the end of a day, before any day is asked about.
 *
 * <p>Parts are reckoned once, when first asked for. Not shared between threads.
 */
public final class Dossier {

  private final Law law;
  private final Register register;
  private final Known known;
  private final LocalDate knownAt;
  private final Receipts receipts;
  private final Lazy<List<Course>> nominal;
  private final Lazy<List<Visit>> visits;
  private final Lazy<Ledger> ledger;
  private final Lazy<Periods> periods;
  private final Lazy<Grounds> grounds;
  private final Lazy<Sanctions> sanctions;
  private final Lazy<List<Outside>> measures;
  private final Lazy<Statements> statements;
  private final Lazy<Reviews> reviews;
  private final Lazy<Folding> folding;
  private final Lazy<List<Hold>> holds;

  private Dossier(Law law, Register register, Known known, LocalDate knownAt, Receipts receipts) {
    this.law = law;
    this.register = register;
    this.known = known;
    this.knownAt = knownAt;
    this.receipts = receipts;
    Enrolments enrolments = new Enrolments(law, register, known);
    this.nominal = new Lazy<>(enrolments::nominal);
    this.visits = new Lazy<>(() -> known.all(Visiting.class).stream().map(Visit::new).toList());
    this.ledger = new Lazy<>(() -> Ledger.reckon(law, Entries.reckon(this)));
    this.periods = new Lazy<>(() -> Periods.reckon(law, nominal()));
    this.grounds = new Lazy<>(() -> new Grounds(law, ledger(), periods()));
    this.sanctions = new Lazy<>(() -> Proceedings.reckon(this));
    this.measures = new Lazy<>(() -> Outside.reckon(law.edition(), known));
    this.statements = new Lazy<>(() -> Statements.reckon(this));
    this.reviews = new Lazy<>(() -> Reviews.reckon(law, sanctions().all(), measures(), known, knownAt));
    this.folding = new Lazy<>(() -> Folding.reckon(this, enrolments));
    this.holds = new Lazy<>(() -> Holds.reckon(this));
  }

  /**
   * The dossier of one person.
   *
   * @param known the facts about the person that stood with what was known
   * @param receipts what was made of every fact, for trails
   */
  static Dossier reckon(Law law, Register register, Known known, LocalDate knownAt, Receipts receipts) {
    return new Dossier(law, register, known, knownAt, receipts);
  }

  /** What it is reckoned under. */
  public Law law() {
    return law;
  }

  /** The institutions as known. */
  public Register register() {
    return register;
  }

  /** The facts that stand. */
  public Known known() {
    return known;
  }

  /** The day at whose end all this was known. */
  LocalDate knownAt() {
    return knownAt;
  }

  /** The agreements as far as no sanction ends them. */
  List<Course> nominal() {
    return nominal.get();
  }

  /** The visiting posts. */
  List<Visit> visits() {
    return visits.get();
  }

  /** The deductions that stand. */
  public Ledger ledger() {
    return ledger.get();
  }

  /** The years and terms of the accounts. */
  public Periods periods() {
    return periods.get();
  }

  /** The rules that the accounts meet. */
  public Grounds grounds() {
    return grounds.get();
  }

  /** The decided suspensions and terminations. */
  public Sanctions sanctions() {
    return sanctions.get();
  }

  /** The outside measures. */
  List<Outside> measures() {
    return measures.get();
  }

  /** What settles an opening statement; empty while nothing does, or when the decision named stands no more. */
  public Optional<StatementSettled> settling(Stated stated) {
    return statements().settling(stated);
  }

  /** The opening statements. */
  Statements statements() {
    return statements.get();
  }

  /** The applications to resume. */
  Reviews reviews() {
    return reviews.get();
  }

  private Folding folding() {
    return folding.get();
  }

  /** The agreements with everything that ends them. */
  public List<Course> courses() {
    return folding().courses();
  }

  /** The bars, in order of effect. */
  public List<Exclusion> exclusions() {
    return folding().exclusions();
  }

  /** Every cause that stops settlement, with its days. */
  List<Hold> holds() {
    return holds.get();
  }

  /** Every fact about the person that was recorded by then, taken or not, and how each was corrected. */
  Collection<Fact> recorded() {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : receipts.facts()) {
      if (!fact.recorded().isAfter(knownAt)) {
        facts.add(fact instanceof Corrected correction ? correction.as() : fact);
      }
    }
    return facts;
  }

  /** The whole trail of a question that looks at a scope, beginning with what the computation used. */
  Trail trail(List<Step> steps, Scope scope) {
    return receipts.complete(steps, scope, known, knownAt);
  }

  /** The whole trail of a question about honours. */
  public Trail honourTrail(List<Step> steps, LocalDate day) {
    return trail(steps, TrailScopes.honours(this, day));
  }

  /** The whole trail of a question about the days of a sanction or a bar. */
  public Trail sanctionTrail(List<Step> steps) {
    return trail(steps, TrailScopes.sanctions(this));
  }

  /** The whole trail of a question about a claim line. */
  public Trail claimTrail(List<Step> steps, InstitutionId site, LocalDate day) {
    return trail(steps, TrailScopes.claim(this, site, day));
  }
  /** Every site with an agreement or a visiting post, ever. */
  public Set<InstitutionId> sites() {
    Set<InstitutionId> sites = new LinkedHashSet<>();
    nominal().forEach(course -> sites.add(course.at()));
    visits().forEach(visit -> sites.add(visit.fact().at()));
    return sites;
  }

  /** The account to which acts in this pooling area go. */
  public Account account(RegionId region) {
    return law.reads(ReadingKey.POINTS_SCOPE, "province") ? new Account(null) : new Account(region);
  }

  /** The account of a site on a day: of its own area, or during a visiting post of the home's. */
  public Account accountAt(InstitutionId site, LocalDate day) {
    boolean own = nominal().stream().anyMatch(course -> course.at().equals(site));
    InstitutionId home =
        own
            ? site
            : visits().stream()
                .filter(visit -> visit.fact().at().equals(site))
                .reduce((first, later) -> later.fact().from().isAfter(day) ? first : later)
                .map(visit -> visit.fact().home())
                .orElse(site);
    return account(register.region(home));
  }

  /** The agreement at the site that is in force on the day, or empty. */
  public Optional<Course> inForce(InstitutionId site, LocalDate day) {
    for (Course course : courses()) {
      if (course.at().equals(site) && course.inForceOn(day)) {
        return Optional.of(course);
      }
    }
    return Optional.empty();
  }

  /** Whether any agreement with the agency of an account is in force on the day. */
  public boolean agreedWith(Account account, LocalDate day) {
    return courses().stream().anyMatch(course -> account.covers(course.region()) && course.inForceOn(day));
  }

  /** The sanction with this id, or empty. */
  public Optional<Sanction> sanction(FactId id) {
    return sanctions().find(id);
  }
}
