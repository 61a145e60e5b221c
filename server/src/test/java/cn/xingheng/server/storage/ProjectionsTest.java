package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("投影可以重建，也可以与推算比对")
class ProjectionsTest {
  private final Ward ward = Ward.shared();

  @Test
  @DisplayName("手工改坏一行：比对说出是谁；重建即好；再重建什么也不变")
  void damagedAndHealed() throws SQLException {
    List<PersonId> all = ward.physicians(7, "3.1", "2.1");
    assertThat(differing()).as("honest").doesNotContainAnyElementsOf(all);
    String[] damages = {
      "update standing_span set standing = 'unknown' where person = '%s'",
      "update standing_span set end_day = end_day - 1 where person = '%s' and end_day <> 'infinity'",
      "delete from standing_span where person = '%s'",
      "update points_span set points = points + 1 where person = '%s'",
      "delete from points_span where person = '%s'",
      "insert into points_span values ('%s', 'nowhere', '2026-01-01', '2026-01-02', 1)"
    };
    try (Connection owner = ward.owner()) {
      for (int i = 0; i < damages.length; i++) {
        Rows.run(owner, damages[i].formatted(all.get(i)));
      }
    }

    assertThat(differing()).containsAll(all.subList(0, damages.length)).doesNotContain(all.getLast());

    ward.spans().rebuild((done, of) -> assertThat(done).isLessThanOrEqualTo(of));
    assertThat(differing()).isEmpty();
    List<String> once = rows();
    ward.spans().rebuild((done, of) -> { });
    assertThat(rows()).isEqualTo(once).isNotEmpty();
  }

  private List<PersonId> differing() {
    return ward.spans().differing((done, of) -> { });
  }

  private List<String> rows() throws SQLException {
    try (Connection owner = ward.owner()) {
      return Rows.all(
          owner, "select s::text from standing_span s union all select p::text from points_span p order by 1");
    }
  }
}
