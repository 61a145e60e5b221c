package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.AREA;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HEADER;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static cn.xingheng.server.claims.bulk.SettlementWorld.SITES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("医院上传的明细，重新判定")
class UploadedLookTest {
  private static final String DAY = "2026-05-20";
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 6, 1, 9, 0);
  private final SettlementWorld world = SettlementWorld.get();
  private final HospitalSystem hospital = new HospitalSystem(SITES.getFirst());
  private final SecondLookDesk desk = HOUSE.bean(SecondLookDesk.class);
  private final JdbcClient jdbc = HOUSE.bean(JdbcClient.class);

  private void look() {
    desk.look(
        world.officer, UUID.randomUUID().toString(),
        new SecondLookDesk.Ask(AREA, YearMonth.of(2026, 3), YearMonth.of(2026, 5)),
        new Job(HOUSE.clock(), BulkPhase.WAIT));
  }

  private List<Item> items(String prefix) {
    List<Item> all = new ArrayList<>();
    desk.each(world.officer, AREA, new ItemFilter(null, null), all::add);
    return all.stream().filter(item -> item.line().claimId().startsWith(prefix)).toList();
  }

  private List<String> told(String prefix) {
    return items(prefix).stream().map(item -> item.line().claimId() + " " + item.turn() + " " + item.kind() + " "
        + item.state() + " " + item.reason()).toList();
  }

  private void send(Item item) {
    desk.step(world.officer, UUID.randomUUID().toString(), item.id(), Item.State.SENT, "");
  }

  private static void load(String month, String... lines) throws Exception {
    new Clerk("bulk.officer")
        .settled(AREA, month, (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("撤销决定、迟报离职：补付、追回各一项；那一行的页面有报文、当时与现在；没变的不在内；办到办结")
  void toPayAndToRecover() throws Exception {
    String suspended = world.physician(true);
    String leaving = world.physician(false);
    assertThat(hospital.upload(NINE, "upl-p", suspended, DAY, 12_345)).isEqualTo("refused");
    assertThat(hospital.upload(NINE, "upl-r", leaving, DAY, 500)).isEqualTo("payable");
    assertThat(hospital.upload(NINE, "upl-q", world.physician(false), DAY, 7)).isEqualTo("payable");
    world.withdraw(suspended);
    world.leftAsToldNow(leaving, LocalDate.of(2026, 5, 10));
    assertThat(items("upl-")).isEmpty();
    Clerk officer = new Clerk("bulk.officer");
    assertThat(officer.post("/settlement/items", "/settlement/looks",
        Map.of("agency", AREA, "first", "2026-05", "last", "2026-05")).statusCode()).isEqualTo(303);
    officer.done("/settlement/items?agency=" + AREA);
    assertThat(told("upl-"))
        .containsExactlyInAnyOrder("upl-p/1 1 PAY LISTED TURNED", "upl-r/1 1 RECOVER LISTED TURNED");
    look();
    assertThat(items("upl-")).hasSize(2);
    Item pay = items("upl-p").getFirst();
    assertThat(officer.page(pay.address())).contains("到达时答复的判定").contains("不付").contains("本次上传")
        .contains("按现在所知").contains("记录送出").contains("27 天");
    assertThat(officer.page(pay.address() + "?knownAt=2026-06-16")).contains("可付");
    assertThat(officer.post(pay.address(), "/settlement/items/" + pay.id() + "/send", Map.of()).statusCode())
        .isEqualTo(303);
    assertThat(officer.page("/settlement/items.csv?agency=" + AREA)).contains("upl-p/1,2026-05,BULK0001")
        .contains(",12345,123.45,refused,points,payable,,").contains(",uploaded,turned");
    assertThat(items("upl-p").getFirst().state()).isEqualTo(Item.State.SENT);
  }

  @Test
  @DisplayName("两种来源一起、八次同时进行：每行一项，不多不少；对照：同一项硬插第二次，数据库不收")
  void exactlyOnce() throws Exception {
    List<String> codes = IntStream.range(0, 4).mapToObj(i -> world.physician(true)).toList();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      hospital.upload(NINE, "both-" + i, codes.get(i % 4), DAY, i + 1);
      lines.add("both-l" + i + ",2026-05-20T09:30," + codes.get(i % 4) + ",BULK0001,outpatient," + (i + 1));
    }
    load("2026-05", lines.toArray(String[]::new));
    codes.forEach(world::withdraw);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Future<?>> running = new ArrayList<>();
      IntStream.range(0, 8).forEach(i -> running.add(many.submit(this::look)));
      for (Future<?> one : running) {
        one.get();
      }
    }
    look();
    assertThat(items("both-")).hasSize(80).allMatch(item -> item.kind() == Item.Kind.PAY && item.turn() == 1);
    assertThat(items("both-").stream().mapToLong(item -> item.line().fen()).sum()).isEqualTo(2 * 820);
    assertThat(items("both-").stream().filter(item -> item.origin() == Origin.UPLOADED)).hasSize(40);
    String again =
        "insert into settlement_item (agency, upload, turn, look, kind, fen, verdict_before, because_before,"
            + " verdict_after, because_after, articles) select agency, upload, turn, look, kind, fen, verdict_before,"
            + " because_before, verdict_after, because_after, articles from settlement_item where id = "
            + items("both-0/").getFirst().id();
    assertThatThrownBy(() -> jdbc.sql(again).update()).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  @DisplayName("医院撤销：没送出的撤下并留原因，不能送出；已送出的另列反向一项；再来一遍不变")
  void cancelled() throws Exception {
    String listed = world.physician(true);
    String sent = world.physician(true);
    hospital.upload(NINE, "gone-l", listed, DAY, 100);
    hospital.upload(NINE, "gone-s", sent, DAY, 200);
    world.withdraw(listed);
    world.withdraw(sent);
    look();
    send(items("gone-s").getFirst());
    hospital.cancel(NINE.plusHours(1), "gone-l");
    hospital.cancel(NINE.plusHours(1), "gone-s");
    Item item = items("gone-l").getFirst();
    assertThatThrownBy(() -> send(item)).isInstanceOf(Problem.class).hasMessageContaining("gone");
    look();
    look();
    assertThat(told("gone-")).containsExactlyInAnyOrder("gone-l/1 1 PAY WITHDRAWN TURNED",
        "gone-s/1 1 PAY SENT TURNED", "gone-s/1 2 RECOVER LISTED CANCELLED");
    assertThat(jdbc.sql("select act from audit where object = 'settlement-item:" + item.id() + "'")
        .query(String.class).list()).containsExactly("settlement-item-withdrawn");
    assertThat(desk.steps(item)).extracting(Step::reason).containsExactly(Reason.CANCELLED);
    assertThat(new Clerk("bulk.officer").page(item.address())).contains("撤销整次就诊").contains("因医院撤销");
    send(items("gone-s").getLast());
    look();
    assertThat(items("gone-s")).extracting(Item::state).containsOnly(Item.State.SENT).hasSize(2);
  }

  @Test
  @DisplayName("撤销先于上传到达：从不列出；撤销以后又上传的照列；重新上传代替了的，旧的撤下，新的按它的答复算")
  void orderAndReplacement() throws Exception {
    String code = world.physician(true);
    hospital.cancel(NINE.plusHours(1), "early");
    hospital.upload(NINE, "early", code, DAY, 1);
    hospital.upload(NINE, "anew", code, DAY, 2);
    hospital.cancel(NINE.plusHours(1), "anew");
    hospital.upload(NINE.plusHours(2), "anew", code, DAY, 3);
    hospital.upload(NINE, "repl", code, DAY, 4);
    world.withdraw(code);
    look();
    assertThat(items("early")).isEmpty();
    assertThat(items("anew")).extracting(item -> item.line().fen()).containsExactly(3L);
    assertThat(told("repl")).containsExactly("repl/1 1 PAY LISTED TURNED");
    assertThat(hospital.upload(NINE.plusHours(3), "repl", code, DAY, 5)).isEqualTo("payable");
    look();
    assertThat(told("repl")).containsExactly("repl/1 1 PAY WITHDRAWN TURNED");
    assertThat(desk.steps(items("repl").getFirst())).extracting(Step::reason).containsExactly(Reason.REPLACED);
  }

  @Test
  @DisplayName("看过一遍以后才到的、八十八天前的费用：决定再变时，下一遍列出；对照：没变就没有")
  void late() throws Exception {
    String leaving = world.physician(false);
    hospital.upload(NINE, "late-a", leaving, DAY, 1);
    look();
    LocalDateTime then = LocalDateTime.of(2026, 3, 20, 9, 0);
    assertThat(hospital.upload(then, "late-b", leaving, "2026-03-20", 9)).isEqualTo("payable");
    look();
    assertThat(items("late-")).isEmpty();
    world.leftAsToldNow(leaving, LocalDate.of(2026, 3, 10));
    look();
    assertThat(told("late-")).containsExactlyInAnyOrder("late-a/1 1 RECOVER LISTED TURNED",
        "late-b/1 1 RECOVER LISTED TURNED");
    assertThat(items("late-b").getFirst().month()).isEqualTo(YearMonth.of(2026, 3));
    assertThat(new Clerk("bulk.officer").page(items("late-b").getFirst().address())).contains("88 天");
  }

  @Test
  @DisplayName("同一行又随月份装入：只按装入的列一次；已按上传列出的撤下；别的机构的同号不算同一行")
  void loadedToo() throws Exception {
    String first = world.physician(true);
    String second = world.physician(true);
    hospital.upload(NINE, "dup-a", first, DAY, 10);
    hospital.upload(NINE, "dup-b", second, DAY, 20);
    hospital.upload(NINE, "dup-c", first, DAY, 30);
    load("2026-05", "dup-a/1,2026-05-20T09:30," + first + ",BULK0001,outpatient,10",
        "dup-c/1,2026-05-20T09:30," + first + ",BULK0002,emergency,30");
    world.withdraw(first);
    world.withdraw(second);
    look();
    assertThat(items("dup-")).extracting(item -> item.line().claimId() + " " + item.origin())
        .containsExactlyInAnyOrder("dup-a/1 LOADED", "dup-b/1 UPLOADED", "dup-c/1 UPLOADED");
    load("2026-05", "dup-b/1,2026-05-20T09:30," + second + ",BULK0001,outpatient,20");
    look();
    assertThat(told("dup-b")).containsExactly("dup-b/1 1 PAY WITHDRAWN TURNED");
    assertThat(desk.steps(items("dup-b").getFirst())).extracting(Step::reason).containsExactly(Reason.LOADED);
  }
}
