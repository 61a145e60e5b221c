package cn.xingheng.server.standing;

import cn.xingheng.server.house.Notch;
import cn.xingheng.server.register.Organisation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of physicians with what is told around it.
 *
 * @param total how many physicians the reader may see, counted up to a limit
 * @param matching how many of them pass the filters
 * @param sites the institutions that the reader may see
 * @param scales how points are weighed, by province
 */
public record PhysicianList(
    PhysicianAsk ask, Count total, Count matching, List<PhysicianRow> rows, boolean earlier, boolean later,
    List<Organisation> sites, Map<String, Scale> scales) {

  /** A number of physicians; when there are more than it is worth counting, the limit and that there are more. */
  public record Count(int number, boolean more) {}

  /**
   * How the edition of a province weighs points.
   *
   * @param budget points of one window, or null where the edition names none
   */
  public record Scale(@Nullable Integer budget, List<Notch> notches) {
    public Scale {
      notches = List.copyOf(notches);
    }
  }

  public PhysicianList {
    rows = List.copyOf(rows);
    sites = List.copyOf(sites);
    scales = Map.copyOf(scales);
  }

  /** The scale of a row. */
  public Scale scale(PhysicianRow row) {
    return scales.getOrDefault(row.province(), new Scale(null, List.of()));
  }

  /** The budget when all provinces that the reader sees have the same one. */
  public @Nullable Integer budget() {
    List<Integer> budgets = scales.values().stream().map(Scale::budget).filter(java.util.Objects::nonNull).distinct()
        .toList();
    return budgets.size() == 1 && scales.values().stream().allMatch(scale -> scale.budget() != null)
        ? budgets.getFirst() : null;
  }

  /** Where the next page is, or null. */
  public @Nullable String next() {
    return later && !rows.isEmpty() ? ask.beside("after", rows.getLast()) : null;
  }

  /** Where the page before is, or null. */
  public @Nullable String previous() {
    return earlier && !rows.isEmpty() ? ask.beside("before", rows.getFirst()) : null;
  }

  /** The name of an institution in sight, or its id. */
  public String nameOf(String institution) {
    return sites.stream().filter(site -> site.id().equals(institution)).map(Organisation::name).findFirst()
        .orElse(institution);
  }
}
