package cn.xingheng.server.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.server.archive.DossierAsk;
import cn.xingheng.server.archive.DossierDesk;
import cn.xingheng.server.archive.DossierView.Task;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.standing.Due.Act;
import cn.xingheng.server.standing.band.Reach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("名单上的下一期限")
class NextDueTest {
  private static final ListHouse HOUSE = ListHouse.get();
  private static final PhysicianDesk DESK = HOUSE.bean(PhysicianDesk.class);
  private static final DossierDesk DOSSIERS = HOUSE.bean(DossierDesk.class);
  private static final LocalDate DAY = ListHouse.TODAY;

  private static Map<String, PhysicianRow> rows(Viewer viewer, LocalDate day) {
    Map<String, PhysicianRow> found = new LinkedHashMap<>();
    PhysicianAsk ask = DESK.ask(Map.of("asOf", day.toString(), "size", "100"), List.of());
    PhysicianList page = DESK.list(viewer, ask);
    page.rows().forEach(row -> found.put(row.id(), row));
    while (page.later()) {
      PhysicianRow last = page.rows().getLast();
      page = DESK.list(viewer, ask.page(new PhysicianAsk.From(last.pinyin(), last.id(), false), 100));
      page.rows().forEach(row -> found.put(row.id(), row));
    }
    return found;
  }

  private static @Nullable Task first(Viewer viewer, String person, LocalDate day) {
    DossierAsk ask =
        new DossierAsk(
            new PersonId(person), DAY, day, DossierAsk.Mode.NOW, null, null, Reach.TWO_YEARS);
    return DOSSIERS.view(viewer, ask).tasks().stream().findFirst().orElse(null);
  }

  /** Everything that both say; the words are those of the bundles. */
  private static String told(@Nullable Due due) {
    return due == null
        ? "none"
        : due.who().word() + " " + key(due) + " " + due.by() + " " + due.left() + " " + due.since() + " " + due.gone()
            + " " + due.articles() + " " + due.figure();
  }

  private static String told(@Nullable Task task) {
    if (task == null) {
      return "none";
    }
    String who = task.who().key().substring("dossier.who.".length());
    String figure = task.door().replaceAll(".*/trail/([^?]*).*", "$1");
    return who + " " + key(task) + " " + task.by() + " " + task.left() + " " + task.since() + " " + task.gone() + " "
        + task.articles() + " " + figure;
  }

  private static String key(Due due) {
    return due.duty() == null
        ? due.act().word()
        : "duty." + due.duty().word();
  }

  private static String key(Task task) {
    String key = task.what().key();
    if (key.equals("dossier.task.about")) {
      return ((cn.xingheng.server.archive.Phrase) task.what().arguments().getFirst()).key();
    }
    return key.replace("dossier.task.", "").replace("-from", "");
  }

  @Test
  @DisplayName("每位医师、几个日子：与档案上第一件事的人、事、期限、工作日、依据都相同")
  void sameAsTheDossier() {
    Set<Act> met = EnumSet.noneOf(Act.class);
    Set<String> kinds = new HashSet<>();
    List<Viewer> viewers = List.of(HOUSE.viewer(Role.OFFICER, "p-anhui"), HOUSE.viewer(Role.OFFICER, "p-lianyungang"));
    for (Viewer viewer : viewers) {
      for (LocalDate day : List.of(DAY, LocalDate.of(2026, 3, 30), LocalDate.of(2025, 6, 3))) {
        Map<String, PhysicianRow> rows = rows(viewer, day);
        assertThat(rows).isNotEmpty();
        rows.values().forEach(row -> {
          Due due = row.next();
          assertThat(told(due)).as(row.name() + " " + day).isEqualTo(told(first(viewer, row.id(), day)));
          if (due != null) {
            met.add(due.act());
            kinds.add(due.by() == null ? "none" : due.by() instanceof Provisional ? "provisional" : "firm");
            kinds.add(due.left() != null && due.left() < 0 ? "late" : "in time");
          }
        });
      }
    }
    assertThat(met).hasSizeGreaterThan(3).contains(Act.DUTY, Act.OBJECT_DEDUCTION);
    assertThat(kinds).contains("none", "firm", "late");
  }

  @Test
  @DisplayName("对照：换一天看，总有人不同；比得出来")
  void anotherDayDiffers() {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "p-anhui");
    List<String> differing = new ArrayList<>();
    rows(viewer, DAY).values().forEach(row -> {
      if (!told(row.next()).equals(told(first(viewer, row.id(), DAY.minusDays(30))))) {
        differing.add(row.id());
      }
    });
    assertThat(differing).isNotEmpty().hasSizeLessThan(rows(viewer, DAY).size());
  }
}
