package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.rulebook.Duty;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@DisplayName("两个经办人同时扣同一医师的分")
class RacesTest {
  private static final int RACES = 1_000;
  private static final int UNLOCKED = 250;

  /** 8 points; two more reach the threshold at 9, two more after that the one at 12. */
  private static final String[] BEFORE = {"3.1", "2.1"};

  @Test
  @DisplayName("一千次：合计都对，九分与十二分两道线各恰好触发一次，投影与推算一致")
  void aThousandRaces() throws Exception {
    Ward ward = Ward.shared();
    List<PersonId> persons = ward.physicians(RACES, BEFORE);

    List<Racers.End> ends = Racers.shipped(ward).race(persons);

    assertThat(ends).hasSize(RACES).allMatch(Racers.End::right);
    assertThat(ward.spans().differing((done, of) -> { })).doesNotContainAnyElementsOf(persons);
  }

  @Test
  @DisplayName("对照：不锁人员，同样的赛跑就有漏过的线")
  void withoutTheLock(TestReporter reporter) throws Exception {
    Ward ward = Ward.shared();
    List<PersonId> persons = ward.physicians(UNLOCKED, BEFORE);

    List<Racers.End> missed =
        Racers.unlocked(ward).race(persons).stream().filter(end -> !end.right()).toList();
    ward.facts().follow(Ward.PROVINCE, persons);

    reporter.publishEntry("missed", missed.size() + " of " + UNLOCKED);
    assertThat(missed).isNotEmpty().anyMatch(end -> end.count(Duty.TERMINATE) == 0);
  }
}
