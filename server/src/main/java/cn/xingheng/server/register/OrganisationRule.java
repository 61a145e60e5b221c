package cn.xingheng.server.register;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.server.register.Organisation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an organisation has to be. */
final class OrganisationRule {
  private static final int LONGEST_NAME = 128;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern LEVEL = Pattern.compile("[0-3]");
  private static final Pattern PLACE = Pattern.compile("[A-Z][a-z]");
  private static final String ANY_PLACE = "Aa";

  private OrganisationRule() {}

  /** What may be entered below an organisation of this kind. */
  static List<Kind> below(Kind kind) {
    return switch (kind) {
      case PROVINCE -> List.of(Kind.AREA, Kind.DEPARTMENT);
      case AREA -> List.of(Kind.INSTITUTION, Kind.DEPARTMENT);
      case INSTITUTION, DEPARTMENT -> List.of();
    };
  }

  /** Whether codes under this edition begin with the letters of a place. */
  static boolean placed(Edition edition) {
    return begins(edition, ANY_PLACE);
  }

  @SuppressWarnings("JdkObsolete") // asks whether a longer code could match, which no other method tells
  private static boolean begins(Edition edition, String start) {
    Matcher matcher = Pattern.compile(edition.codes().physician()).matcher(start);
    return matcher.matches() || matcher.hitEnd();
  }

  /** What is wrong with it by itself, or empty. */
  static Optional<OrganisationFault> fault(OrganisationEntry entry, Edition edition) {
    if (!ID.matcher(entry.id()).matches()) {
      return fault("organisations.fault.id", entry.id());
    }
    return named(entry, edition);
  }

  /** The same of what may change later: everything but the id. */
  static Optional<OrganisationFault> named(OrganisationEntry entry, Edition edition) {
    if (entry.name().isEmpty() || entry.name().length() > LONGEST_NAME) {
      return fault("organisations.fault.name");
    }
    return switch (entry.kind()) {
      case PROVINCE, DEPARTMENT -> Optional.empty();
      case AREA -> ID.matcher(entry.region()).matches()
          ? Optional.empty() : fault("organisations.fault.region", entry.region());
      case INSTITUTION -> institution(entry, edition);
    };
  }

  private static Optional<OrganisationFault> institution(OrganisationEntry entry, Edition edition) {
    if (!LEVEL.matcher(entry.level()).matches()) {
      return fault("organisations.fault.level", entry.level());
    }
    if (entry.place().isEmpty()) {
      return Optional.empty();
    }
    if (!placed(edition)) {
      return fault("organisations.fault.no-place", entry.place());
    }
    boolean fits = PLACE.matcher(entry.place()).matches() && begins(edition, entry.place() + entry.level());
    return fits ? Optional.empty() : fault("organisations.fault.place", entry.place());
  }

  private static Optional<OrganisationFault> fault(String key, Object... arguments) {
    return Optional.of(OrganisationFault.of(key, arguments));
  }
}
