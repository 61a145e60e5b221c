package cn.xingheng.server.register;

import org.jspecify.annotations.Nullable;

/**
 * One organisation of the tree: a province, its pooling areas, their institutions, departments that only read.
 *
 * @param id the institution's national code, or the house's own name of an agency or department
 * @param parent the organisation above, or null for a province
 * @param path the ids from the province down to this one, each followed by a slash: whoever may see an organisation may
 *     see every path that begins with its own
 * @param region the pooling area as the law's facts name it, or null for a province
 * @param edition the edition under which a province works, or null below a province
 * @param place the two letters that codes of this place begin with, or null where no code begins so
 * @param level of an institution, 0 to 3, or null
 */
public record Organisation(
    String id,
    @Nullable String parent,
    String path,
    Kind kind,
    String name,
    @Nullable String region,
    @Nullable String edition,
    @Nullable String place,
    @Nullable Integer level) {

  /** What an organisation is. */
  public enum Kind {
    PROVINCE,
    AREA,
    INSTITUTION,
    DEPARTMENT
  }
}
