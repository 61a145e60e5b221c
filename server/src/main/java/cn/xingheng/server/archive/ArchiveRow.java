package cn.xingheng.server.archive;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** What the archive form says of one physician at each place of practice on a day. */
final class ArchiveRow {
  private static final String ORDINALS = "一二三四五六七八九十";
  private static final Comparator<Course> FIRST =
      Comparator.comparing((Course course) -> course.signed().from()).thenComparing(course -> course.signed().id());
  private final Person person;
  private final Dossier dossier;
  private final LocalDate asOf;
  private final List<CodeGrant> codes;
  private final List<Course> courses;

  ArchiveRow(Person person, Dossier dossier, LocalDate asOf, List<CodeGrant> codes) {
    this.person = person;
    this.dossier = dossier;
    this.asOf = asOf;
    this.codes = codes;
    this.courses = dossier.courses().stream().filter(this::listed).sorted(FIRST).toList();
  }

  /** In force on the day, or ended by a sanction in the term that the day is still in. */
  private boolean listed(Course course) {
    return course.inForceOn(asOf)
        || (course.terms().getLast().contains(asOf)
            && dossier.inForce(course.at(), asOf).isEmpty()
            && causes(course.at()).contains(Cause.TERMINATED));
  }

  private Set<Cause> causes(InstitutionId site) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Qualifications.fold(dossier, site, asOf, causes);
    return causes;
  }

  /** Where the physician has a row, the first place of practice first. */
  List<InstitutionId> sites() {
    return courses.stream().map(Course::at).distinct().toList();
  }

  /** Whether a row may say who it is: a sound identity number, and the sex that it tells. */
  boolean identified() {
    return IdentityNumber.flaw(person.identityNumber()).isEmpty() && person.sexAgrees();
  }

  /** The row at a place of practice of somebody identified; null when there is no code or certificate to write. */
  @Nullable FormRow row(Organisation site) {
    String code = code(site);
    if (code == null || person.certificate().isBlank()) {
      return null;
    }
    InstitutionId at = new InstitutionId(site.id());
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = Qualifications.fold(dossier, at, asOf, causes);
    Stated waiting = causes.contains(Cause.STATED) ? stated(at) : null;
    Stated stated = waiting == null ? effective(at) : waiting;
    Entry newest = newest(at);
    List<String> remarks = new ArrayList<>();
    int place = sites().indexOf(at);
    if (sites().size() > 1) {
      String ordinal =
          place < ORDINALS.length() ? ORDINALS.substring(place, place + 1) : Integer.toString(place + 1);
      remarks.add("第" + ordinal + "执业地");
    }
    if (standing == Standing.UNRESOLVED) {
      remarks.add(waiting == null ? "状态不能判定" : "状态为期初申报，未经确认");
    } else if (newest == null && stated != null) {
      remarks.add("扣分为期初申报");
    }
    Integer last = newest == null ? stated == null ? null : stated.last() : (Integer) newest.points();
    Integer total = newest == null ? stated == null ? null : stated.points() : (Integer) Ledger.total(counted(at));
    String category = newest == null ? stated == null ? null : stated.category() : newest.item().id();
    String description = newest == null ? stated == null ? null : stated.description() : newest.item().gloss();
    return new FormRow(
        site.name(), person.name(), person.sex(), new IdentityNumber(person.identityNumber()), person.category(),
        person.position(), person.title(), person.specialty(), code, person.certificate(), person.phone(),
        category == null ? "" : category, description == null ? "" : description, last, total,
        status(standing, waiting), String.join("；", remarks));
  }

  private static StatedStatus status(Standing standing, @Nullable Stated stated) {
    return switch (standing) {
      case EFFECTIVE -> StatedStatus.VALID;
      case SUSPENDED -> StatedStatus.SUSPENDED;
      case ENDED, NONE -> StatedStatus.ENDED;
      case UNRESOLVED -> stated != null && stated.status() == Status.ENDED
          ? StatedStatus.ENDED : StatedStatus.SUSPENDED;
    };
  }

  /** The newest statement that waits: of this place, else of another in its area. */
  private @Nullable Stated stated(InstitutionId at) {
    List<Stated> waiting =
        dossier.known().all(Stated.class).stream().filter(stated -> stated.status() != Status.EFFECTIVE).toList();
    return waiting.stream().filter(stated -> stated.at().equals(at)).reduce((first, later) -> later)
        .or(() -> waiting.stream().reduce((first, later) -> later)).orElse(null);
  }

  /** The newest statement of this place that told of points only, while the points of its day still count. */
  private @Nullable Stated effective(InstitutionId at) {
    LocalDateRange period = period(at);
    return dossier.known().all(Stated.class).stream()
        .filter(stated -> stated.status() == Status.EFFECTIVE && stated.at().equals(at))
        .filter(stated -> !stated.on().isAfter(asOf) && period.contains(stated.on()))
        .reduce((first, later) -> later).orElse(null);
  }

  private LocalDateRange period(InstitutionId at) {
    return dossier.periods().of(dossier.law().edition().points().window(), dossier.accountAt(at, asOf), asOf);
  }

  private List<Entry> counted(InstitutionId at) {
    return dossier.ledger().counting(dossier.accountAt(at, asOf), period(at), asOf);
  }

  private @Nullable Entry newest(InstitutionId at) {
    List<Entry> counted = counted(at);
    return counted.isEmpty() ? null : counted.getLast();
  }

  /** The code that begins as the codes of the place do, else any; held on the day, else the last one. */
  private @Nullable String code(Organisation site) {
    String prefix = ImportSites.prefix(site);
    List<CodeGrant> held =
        codes.stream().filter(grant -> !grant.since().isAfter(asOf))
            .filter(grant -> grant.until() == null || grant.until().isAfter(asOf)).toList();
    List<CodeGrant> some = held.isEmpty() ? codes : held;
    return some.stream().map(CodeGrant::code).filter(code -> prefix != null && code.startsWith(prefix)).findFirst()
        .or(() -> some.stream().map(CodeGrant::code).reduce((first, later) -> later)).orElse(null);
  }
}
