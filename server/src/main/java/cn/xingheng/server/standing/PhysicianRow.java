package cn.xingheng.server.standing;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.List;
import java.util.Set;

/**
 * One physician in the list, as of its day.
 *
 * @param masked the identity number, masked
 * @param codes in force on the day
 * @param points the total on the day; of several accounts that the reader may see, the highest
 * @param sites where the physician stands, of the institutions that the reader may see
 */
public record PhysicianRow(
    String id, String province, String name, String pinyin, String masked, List<String> codes, int points,
    List<Site> sites) {

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
}
