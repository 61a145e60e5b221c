package cn.xingheng.server.claims;

import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts rows of the database together to timelines: first who holds which code, then the days in their order. */
final class Timelines {
  private final Function<String, @Nullable Law> laws;
  private final Map<String, Optional<Law>> known = new HashMap<>();
  private final Situation.Pool pool;
  private final Map<String, List<SnapshotStore.Holder>> holders = new HashMap<>();
  private final Map<String, Situation> situations = new HashMap<>();
  private final Map<String, Timeline> made = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Stay> stays = new HashMap<>();
  private String person = "";
  private String institution = "";
  private Stay.Builder stay = new Stay.Builder();

  /**
   * Begins.
   *
   * @param laws of a province, or null where the house does not have the edition
   */
  Timelines(Function<String, @Nullable Law> laws, Situation.Pool pool) {
    this.laws = laws;
    this.pool = pool;
  }

  void add(SnapshotStore.Holder holder) {
    holders.computeIfAbsent(holder.person(), key -> new ArrayList<>(1)).add(holder);
  }

  void add(SnapshotStore.Days days) {
    if (!days.person().equals(person)) {
      endPerson();
      person = days.person();
      institution = days.institution();
    } else if (!days.institution().equals(institution)) {
      endStay();
      institution = days.institution();
    }
    List<SnapshotStore.Holder> codes = holders.get(person);
    if (codes != null) {
      stay.add(days.first(), situation(codes.getFirst().province(), days.standing(), days.causes()));
    }
  }

  /** Every timeline by its code; holders of whom no day is kept are among them. */
  Map<String, Timeline> all() {
    endPerson();
    List.copyOf(holders.keySet()).forEach(this::put);
    return made;
  }

  private void endStay() {
    if (!institution.isEmpty()) {
      stays.put(names.computeIfAbsent(institution, name -> name), stay.build());
      stay = new Stay.Builder();
    }
  }

  private void endPerson() {
    endStay();
    put(person);
    stays.clear();
    institution = "";
  }

  private void put(String who) {
    List<SnapshotStore.Holder> codes = holders.remove(who);
    if (codes != null) {
      String province = codes.getFirst().province();
      Timeline timeline =
          new Timeline(
              who, province, stays, situation(province, Standing.NONE.word(), Cause.OTHER_INSTITUTION.word()),
              situation(province, Standing.NONE.word(), Cause.NOT_SIGNED.word()), law(province) != null);
      codes.forEach(holder -> made.put(holder.code(), timeline));
    }
  }

  private Situation situation(String province, String standing, String causes) {
    return situations.computeIfAbsent(
        province + '\n' + standing + '\n' + causes,
        key -> pool.of(law(province), Standing.find(standing).orElseThrow(), causes(causes)));
  }

  /** Asked once of each province: there are hundreds of thousands of persons in one. */
  private @Nullable Law law(String province) {
    return known.computeIfAbsent(province, key -> Optional.ofNullable(laws.apply(key))).orElse(null);
  }

  private static Set<Cause> causes(String words) {
    return words.isEmpty()
        ? Set.of()
        : Arrays.stream(words.split(","))
            .map(word -> Cause.find(word).orElseThrow())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)));
  }
}
