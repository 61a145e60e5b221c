package cn.xingheng.server.standing;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One physician in the list, as of its day.
 *
 * @param masked the identity number, masked
 * @param codes in force on the day
 * @param points the total on the day; of several accounts that the reader may see, the highest
 * @param sites where the physician stands, of the institutions that the reader may see
 * @param next what is to be done first, or null when there is nothing or it was not asked
 */
public record PhysicianRow(
    String id, String province, String name, String pinyin, String masked, List<String> codes, int points,
    List<Site> sites, @Nullable Due next) {

  /** How the physician stands at one institution. */
  public record Site(String institution, String name, Standing standing, Set<Cause> causes) {

    public Site {
      causes = Set.copyOf(causes);
    }

    /** Whether there is an agreement, suspended or not, or nobody can say. */
    boolean held() {
      return standing == Standing.EFFECTIVE || standing == Standing.SUSPENDED || standing == Standing.UNRESOLVED;
    }
  }

  public PhysicianRow {
    codes = List.copyOf(codes);
    sites = List.copyOf(sites);
  }

  /** The same with what is to be done first. */
  PhysicianRow with(@Nullable Due first) {
    return new PhysicianRow(id, province, name, pinyin, masked, codes, points, sites, first);
  }
}
