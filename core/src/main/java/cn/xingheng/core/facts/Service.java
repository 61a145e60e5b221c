package cn.xingheng.core.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「送达」 When a written decision reached the physician and the institution.
 *
 * @param person the day it reached the physician, or null while it has not
 * @param institution the day it reached the institution, or null while it has not
 */
public record Service(@Nullable LocalDate person, @Nullable LocalDate institution) {

  public static final Service NONE = new Service(null, null);

  /** Service on both on one day. */
  public static Service on(LocalDate day) {
    return new Service(day, day);
  }

  /** The day both had it, or empty while one has not. */
  public Optional<LocalDate> both() {
    if (person == null || institution == null) {
      return Optional.empty();
    }
    return Optional.of(person.isAfter(institution) ? person : institution);
  }

  /** This service as far as it was known at the end of a day. */
  public Service knownAt(LocalDate day) {
    return new Service(
        person == null || person.isAfter(day) ? null : person,
        institution == null || institution.isAfter(day) ? null : institution);
  }
}
