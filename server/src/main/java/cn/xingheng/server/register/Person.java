package cn.xingheng.server.register;

import cn.xingheng.core.basics.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A physician as registered: the columns of the archive form (annex 3) that say who somebody is.
 *
 * @param id the house's own number, which never changes; codes are granted and cancelled, see {@link CodeGrant}
 * @param province the organisation of the province whose edition governs
 * @param identityNumber 18 characters, checked; shown masked unless a role may see it
 * @param position an administrative post, or null for none
 * @param title a professional title, or null for none
 * @param specialty the department of practice
 * @param certificate the number of the practising certificate
 * @param phone empty when none is given
 */
public record Person(
    PersonId id,
    String province,
    String name,
    Sex sex,
    String identityNumber,
    Category category,
    @Nullable Position position,
    @Nullable Title title,
    String specialty,
    String certificate,
    String phone) {

  /** Refuses a person without a name. */
  public Person {
    if (name.isBlank() || identityNumber.isBlank()) {
      throw new IllegalArgumentException("a person has a name and an identity number: " + id);
    }
  }

  /** Whether the identity number tells this sex; a number that is none tells nothing. */
  public boolean sexAgrees() {
    return IdentityNumber.flaw(identityNumber).isPresent() || new IdentityNumber(identityNumber).sex() == sex;
  }
}
