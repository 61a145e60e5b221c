package cn.xingheng.server.house;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is at an organisation; it covers everything below it. */
public enum Role {
  /** keeps accounts, keys and the calendar; sees no physician */
  ADMINISTRATOR(Right.RULES, Right.ACCOUNTS, Right.KEYS, Right.CALENDAR),
  /** 经办: an agency's clerk, who imports and records decisions */
  OFFICER(
      Right.RULES, Right.SEE, Right.CHECK, Right.IDENTITY, Right.IMPORT, Right.SETTLEMENT, Right.RECORD,
      Right.CROSSWALK),
  /** 监督查阅: sees, decides nothing */
  REVIEWER(Right.RULES, Right.SEE, Right.CHECK, Right.IDENTITY, Right.SETTLEMENT),
  /** 机构医保办: sees the own physicians */
  CLERK(Right.RULES, Right.SEE, Right.CHECK, Right.CROSSWALK);

  private final Set<Right> rights;

  Role(Right... rights) {
    this.rights = Set.of(rights);
  }

  /** What this role may do. */
  public Set<Right> rights() {
    return EnumSet.copyOf(rights);
  }
}
