package cn.xingheng.server.archive;

import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Institutions by the name that stands in the form; blanks and wide letters make no difference. */
final class ImportSites {
  private final Organisation area;
  private final Map<String, List<Organisation>> byName;
  private final Map<String, Organisation> byId = new HashMap<>();

  /**
   * The institutions of an area and of the province around it.
   *
   * @param all every organisation there is
   */
  ImportSites(Organisation area, String provincePath, Collection<Organisation> all) {
    this.area = area;
    this.byName =
        all.stream().filter(one -> one.kind() == Kind.INSTITUTION && one.path().startsWith(provincePath))
            .collect(Collectors.groupingBy(one -> key(one.name())));
    all.forEach(one -> byId.put(one.id(), one));
  }

  /** The one institution of the area with this name, or why there is none. */
  sealed interface Sought {
    /** It is this one. */
    record Site(Organisation site) implements Sought {}

    /** It is none. */
    record Nowhere(String key, List<String> arguments) implements Sought {}
  }

  Sought find(String name) {
    List<Organisation> named = byName.getOrDefault(key(name), List.of());
    List<Organisation> here = named.stream().filter(one -> one.path().startsWith(area.path())).toList();
    if (here.size() == 1) {
      return new Sought.Site(here.getFirst());
    }
    if (here.size() > 1) {
      return new Sought.Nowhere("site-ambiguous", List.of(area.name(), Integer.toString(here.size())));
    }
    String elsewhere =
        named.stream().map(one -> byId.get(one.parent())).filter(one -> one != null).map(Organisation::name).distinct()
            .collect(Collectors.joining("、"));
    return elsewhere.isEmpty()
        ? new Sought.Nowhere("site-unknown", List.of(area.name()))
        : new Sought.Nowhere("site-elsewhere", List.of(area.name(), elsewhere));
  }

  Optional<Organisation> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** How the codes of an institution begin, or null where that is not known. */
  static @Nullable String prefix(Organisation site) {
    return site.place() == null || site.level() == null ? null : site.place() + site.level();
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
