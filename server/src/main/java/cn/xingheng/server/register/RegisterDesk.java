package cn.xingheng.server.register;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who and where: finds persons and organisations for whoever may see them, and enters new ones. */
@Component
public class RegisterDesk {
  private final PersonStore persons;
  private final OrganisationStore organisations;
  private final FactDesk facts;
  private final ChangeDesk changes;
  private final AuditStore audit;
  private final Clock clock;

  RegisterDesk(
      PersonStore persons, OrganisationStore organisations, FactDesk facts, ChangeDesk changes, AuditStore audit,
      Clock clock) {
    this.persons = persons;
    this.organisations = organisations;
    this.facts = facts;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** A person and everything recorded about this person. */
  public record Found(Person person, List<CodeGrant> codes, Gathered gathered) {}

  /**
   * The person, with all facts, for somebody who holds the right at an institution where the person has been.
   *
   * @throws Problem 404 when there is none, or none for this viewer
   */
  public Found find(Viewer viewer, Right right, PersonId id) {
    Person person = persons.find(id).orElseThrow(Problem::notFound);
    Gathered gathered = facts.gather(id);
    if (!within(viewer, right, person, gathered)) {
      throw Problem.notFound();
    }
    return new Found(person, persons.codes(id), gathered);
  }

  private boolean within(Viewer viewer, Right right, Person person, Gathered gathered) {
    boolean wholeProvince =
        organisations.find(person.province()).map(Organisation::path).filter(path -> viewer.may(right, path))
            .isPresent();
    return wholeProvince
        || sites(gathered.facts())
            .map(site -> organisations.find(site.value()))
            .flatMap(Optional::stream)
            .anyMatch(site -> viewer.may(right, site.path()));
  }

  /** Where agreements and visiting posts of these facts are. */
  private static Stream<InstitutionId> sites(List<Fact> facts) {
    return facts.stream().filter(AgreementFact.class::isInstance).map(fact -> ((AgreementFact) fact).at()).distinct();
  }

  /** The identity number in full; that it was looked at is written down first. */
  @Transactional
  public String identityNumber(Viewer viewer, PersonId id) {
    Found found = find(viewer, Right.IDENTITY, id);
    audit.write(viewer, "identity-seen", "person:" + id, "", OffsetDateTime.now(clock));
    return found.person().identityNumber();
  }

  /** The person who holds, or held, a code. */
  public Optional<CodeGrant> byCode(String code) {
    return persons.byCode(code);
  }

  /** The person of a province with this identity number. */
  public Optional<Person> byIdentity(String province, String number) {
    return persons.byIdentity(province, number);
  }

  /** The persons of a province with any of these identity numbers. */
  public List<Person> byIdentities(String province, Collection<String> numbers) {
    return persons.byIdentities(province, numbers);
  }

  /** These persons, for who has found them in scope. */
  public List<Person> persons(Collection<PersonId> ids) {
    return persons.all(ids);
  }

  /** Who holds, or held, any of these codes, and the codes of these persons. */
  public List<CodeGrant> grants(Collection<String> codes, Collection<PersonId> ids) {
    return persons.grants(codes, ids);
  }

  /** The codes of a person. */
  public List<CodeGrant> codes(PersonId person) {
    return persons.codes(person);
  }

  /** An organisation, or empty. */
  public Optional<Organisation> organisation(String id) {
    return organisations.find(id);
  }

  /** The organisations where the viewer holds the right, the upper ones first. */
  public List<Organisation> organisations(Viewer viewer, Right right) {
    List<String> paths = viewer.paths(right);
    return paths.isEmpty() ? List.of() : organisations.below(paths);
  }

  /** Every organisation there is; for what the house does itself. */
  public List<Organisation> allOrganisations() {
    return organisations.below(List.of(""));
  }

  /** Enters an organisation. */
  @Transactional
  public void enter(Organisation organisation) {
    organisations.add(organisation);
    changes.organisations();
  }

  /**
   * Enters persons with their codes.
   *
   * @throws Problem 422 when somebody's identity number tells another sex
   */
  @Transactional
  public void enter(List<Person> added, List<CodeGrant> codes) {
    added.forEach(RegisterDesk::agreeing);
    persons.add(added);
    persons.addCodes(codes);
    changes.persons(codes.stream().map(CodeGrant::person).toList());
  }

  /**
   * Brings the columns that may change to what is known now.
   *
   * @throws Problem 422 when the identity number tells another sex
   */
  @Transactional
  public void change(Person person) {
    agreeing(person);
    persons.change(person);
  }

  private static void agreeing(Person person) {
    if (!person.sexAgrees()) {
      throw Problem.of(422, "problem.sex", person.name(), IdentityNumber.masked(person.identityNumber()));
    }
  }
}
