package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.house.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同一个键只写一次")
class IdempotencyTest {
  private static final int PAIRS = 50;
  private final Ward ward = Ward.shared();

  /** How many rows there are in every table that a recording writes. */
  private record Size(long facts, long keys, long audit) {}

  private Size size() throws SQLException {
    return new Size(
        ward.count("select count(*) from fact"), ward.count("select count(*) from idempotency"),
        ward.count("select count(*) from audit"));
  }

  @Test
  @DisplayName("键与内容都相同：还是那一条事实，什么也不写")
  void sameAgain() throws SQLException {
    PersonId person = ward.physician();
    Recording recording = ward.recording(person, "2.1", key());
    FactId fact = ward.facts().record(recording);
    Size before = size();
    String spans = spans(person);

    assertThat(ward.facts().record(recording)).isEqualTo(fact);
    assertThat(ward.facts().record(ward.recording(person, "2.1", recording.key()))).isEqualTo(fact);

    assertThat(size()).isEqualTo(before);
    assertThat(spans(person)).isEqualTo(spans);
  }

  @Test
  @DisplayName("键相同而内容、人员、文号、经过任何一处不同：拒绝，什么也不写")
  void sameKeyForSomethingElse() throws SQLException {
    PersonId person = ward.physician();
    PersonId other = ward.physician();
    String key = key();
    ward.facts().record(said(person, "2.1", "文", "号经过", key));
    Size before = size();
    for (Recording again : List.of(
        said(person, "2.2", "文", "号经过", key), said(other, "2.1", "文", "号经过", key),
        said(person, "2.1", "文号", "经过", key), said(person, "2.1", null, "文号经过", key),
        said(person, "2.1", "文号经过", null, key), said(person, "2.1", "文", "号经过 ", key))) {
      assertThatThrownBy(() -> ward.facts().record(again))
          .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }
    assertThat(size()).isEqualTo(before);
    assertThat(ward.facts().record(said(other, "2.1", "文", "号经过", key()))).as("honest").isNotNull();
  }

  private Recording said(
      PersonId person, String item, @Nullable String document, @Nullable String text, String key) {
    return new Recording(ward.officer(), person, Ward.TODAY, Ward.deducted(person, item), document, text, key);
  }

  @Test
  @DisplayName("另一个账号的同名键是另一个键")
  void anotherAccount() {
    PersonId person = ward.physician();
    String key = key();
    FactId one = ward.facts().record(ward.recording(person, "2.1", key));
    FactId two =
        ward.facts().record(ward.recording(ward.other(), person, Ward.deducted(person, "2.1"), "文1", key));
    assertThat(two).isNotEqualTo(one);
  }

  @Test
  @DisplayName("两次点击同时到达：一条事实，两边得到同一个编号")
  void atOnce() throws Exception {
    Size before = size();
    List<PersonId> persons = ward.physicians(PAIRS);
    Size prepared = size();
    for (PersonId person : persons) {
      Recording recording = ward.recording(person, "2.1", key());
      List<Object> ends = together(() -> ward.facts().record(recording), () -> ward.facts().record(recording));
      assertThat(ends.getFirst()).isInstanceOf(FactId.class).isEqualTo(ends.getLast());
    }
    assertThat(prepared.keys()).isEqualTo(before.keys());
    assertThat(size()).isEqualTo(
        new Size(prepared.facts() + PAIRS, prepared.keys() + PAIRS, prepared.audit() + PAIRS));
  }

  @Test
  @DisplayName("同一个键同时用在两个人身上：一个写成，另一个得到 409，不是故障")
  void atOnceForTwo() throws Exception {
    List<PersonId> persons = ward.physicians(2 * PAIRS);
    Size before = size();
    for (int i = 0; i < PAIRS; i++) {
      String key = key();
      Recording one = ward.recording(persons.get(2 * i), "2.1", key);
      Recording other = ward.recording(persons.get(2 * i + 1), "2.1", key);
      List<Object> ends = together(() -> ward.facts().record(one), () -> ward.facts().record(other));
      assertThat(ends).filteredOn(FactId.class::isInstance).hasSize(1);
      assertThat(ends).filteredOn(Problem.class::isInstance).singleElement()
          .extracting(end -> ((Problem) end).status()).isEqualTo(409);
    }
    assertThat(size()).isEqualTo(new Size(before.facts() + PAIRS, before.keys() + PAIRS, before.audit() + PAIRS));
  }

  @Test
  @DisplayName("被法律拒绝的不留下键：改好之后同一个键可以再用")
  void refusedLeavesNothing() throws SQLException {
    PersonId person = ward.physician();
    String key = key();
    Size before = size();
    assertThatThrownBy(() -> ward.facts().record(ward.recording(person, "9.99", key)))
        .isInstanceOf(RuntimeException.class);
    assertThat(size()).isEqualTo(before);
    assertThat(ward.facts().record(ward.recording(person, "2.1", key))).isNotNull();
  }

  private static List<Object> together(Callable<FactId> one, Callable<FactId> other)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Object>> futures = new ArrayList<>();
      for (Callable<FactId> each : List.of(one, other)) {
        futures.add(
            two.submit(
                () -> {
                  start.await();
                  try {
                    return each.call();
                  } catch (RuntimeException refused) {
                    return refused;
                  }
                }));
      }
      return List.of(futures.getFirst().get(), futures.getLast().get());
    }
  }

  private String spans(PersonId person) throws SQLException {
    try (Connection owner = ward.owner()) {
      return String.join("\n", Rows.all(owner,
          "select xmin::text || s::text from standing_span s where person = '" + person + "' union all"
              + " select xmin::text || p::text from points_span p where person = '" + person + "' order by 1"));
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
