package cn.xingheng.server.register;

import cn.xingheng.server.register.Organisation.Kind;

/**
 * An organisation as a form or a line of a list says it, before anything is checked.
 *
 * @param region of a pooling area, as the law's facts name it
 * @param level of an institution; empty when it is none
 * @param place the two letters; empty when there are none
 */
public record OrganisationEntry(Kind kind, String id, String name, String region, String level, String place) {

  /** Without the blanks around. */
  public OrganisationEntry {
    id = id.strip();
    name = name.strip();
    region = region.strip();
    level = level.strip();
    place = place.strip();
  }

  /** A form not filled in. */
  static OrganisationEntry blank(Kind kind) {
    return new OrganisationEntry(kind, "", "", "", "", "");
  }

  /** What an organisation says now. */
  static OrganisationEntry of(Organisation one) {
    return new OrganisationEntry(
        one.kind(), one.id(), one.name(), one.region() == null ? "" : one.region(),
        one.level() == null ? "" : one.level().toString(), one.place() == null ? "" : one.place());
  }
}
