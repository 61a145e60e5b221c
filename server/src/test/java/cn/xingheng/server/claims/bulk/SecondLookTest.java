package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.AREA;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HEADER;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.server.house.Job;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

@DisplayName("重新判定：补付与追回，恰好一次")
class SecondLookTest {
  private final SettlementWorld world = SettlementWorld.get();
  private final SecondLookDesk desk = HOUSE.bean(SecondLookDesk.class);
  private final JdbcClient jdbc = HOUSE.bean(JdbcClient.class);

  private void look(YearMonth month) {
    desk.look(
        world.officer, UUID.randomUUID().toString(), new SecondLookDesk.Ask(AREA, month, month),
        new Job(HOUSE.clock(), BulkPhase.WAIT));
  }

  private List<Item> items(String prefix) {
    List<Item> all = new ArrayList<>();
    desk.each(world.officer, AREA, new ItemFilter(null, null), all::add);
    return all.stream().filter(item -> item.line().claimId().startsWith(prefix)).toList();
  }

  /** One outpatient line of a physician on 2026-05-20. */
  private static String line(String id, String code, int fen) {
    return id + ",2026-05-20T09:30," + code + ",BULK0001,outpatient," + fen;
  }

  private static void settle(String month, String... lines) throws Exception {
    new Clerk("bulk.officer")
        .settled(AREA, month, (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("撤销决定：补付出现，金额、前后、条文俱全；送出、办结各由人记一次；迟报离职：追回出现；没变的不在内")
  void toPayAndToRecover() throws Exception {
    String suspended = world.physician(true);
    String leaving = world.physician(false);
    String quiet = world.physician(false);
    settle("2024-01", line("one-p", suspended, 12_345), line("one-r", leaving, 500), line("one-q", quiet, 7));
    Clerk officer = new Clerk("bulk.officer");
    world.withdraw(suspended);
    world.leftAsToldNow(leaving, LocalDate.of(2026, 5, 10));
    assertThat(items("one-")).isEmpty();
    assertThat(officer.post("/settlement/items", "/settlement/looks",
        Map.of("agency", AREA, "first", "2024-01", "last", "2024-01")).statusCode()).isEqualTo(303);
    officer.done("/settlement/items?agency=" + AREA);
    List<Item> found = items("one-");
    assertThat(found).extracting(item -> item.line().claimId() + " " + item.kind().word() + " " + item.line().fen())
        .containsExactlyInAnyOrder("one-p pay 12345", "one-r recover 500");
    Item pay = found.stream().filter(item -> item.kind() == Item.Kind.PAY).findFirst().orElseThrow();
    assertThat(pay.verdictBefore()).isEqualTo("refused");
    assertThat(pay.becauseBefore()).isEqualTo("points");
    assertThat(pay.verdictAfter()).isEqualTo("payable");
    Item recover = found.stream().filter(item -> item.kind() == Item.Kind.RECOVER).findFirst().orElseThrow();
    assertThat(recover.articles()).isNotEmpty();
    String line = "/settlement/" + pay.run() + "/lines/" + pay.line().line();
    assertThat(officer.page(line)).contains("记录送出").contains("按现在所知");
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      assertThat(officer.post(line, "/settlement/items/" + pay.id() + "/send", Map.of("key", key)).statusCode())
          .isEqualTo(303);
    }
    assertThat(officer.post(line, "/settlement/items/" + pay.id() + "/send", Map.of()).statusCode()).isEqualTo(409);
    assertThat(officer.post(line, "/settlement/items/" + pay.id() + "/settle", Map.of("note", "已拨付")).statusCode())
        .isEqualTo(303);
    assertThat(officer.post(line, "/settlement/items/" + pay.id() + "/dispute", Map.of()).statusCode()).isEqualTo(409);
    assertThat(officer.page(line)).contains("已办结").contains("已拨付");
    assertThat(officer.page("/settlement/items.csv?agency=" + AREA + "&kind=pay")).contains("one-p,2024-01")
        .contains(",12345,123.45,refused,points,payable,,").doesNotContain("one-r");
    assertThat(jdbc.sql("select count(*) from audit where object = 'settlement-item:" + pay.id() + "'")
        .query(Long.class).single()).isEqualTo(2);
    assertThat(new Clerk("bulk.beside").post("/settlement", "/settlement/items/" + recover.id() + "/send", Map.of())
        .statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("重复、同时进行多次：每行一项，不多不少；对照：同一项硬插第二次，数据库不收")
  void exactlyOnce() throws Exception {
    List<String> codes = IntStream.range(0, 5).mapToObj(i -> world.physician(true)).toList();
    settle("2024-02", IntStream.range(0, 100).mapToObj(i -> line("once-" + i, codes.get(i % 5), i))
        .toArray(String[]::new));
    codes.forEach(world::withdraw);
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      IntStream.range(0, 8).forEach(i -> running.add(many.submit(() -> look(YearMonth.of(2024, 2)))));
      for (Future<?> one : running) {
        one.get();
      }
    }
    look(YearMonth.of(2024, 2));
    String count = "select count(*) from settlement_item where claim_id like 'once-%'";
    assertThat(jdbc.sql(count).query(Long.class).single()).isEqualTo(100);
    assertThat(jdbc.sql("select sum(fen) from settlement_item where claim_id like 'once-%'").query(Long.class).single())
        .isEqualTo(4_950);
    String again =
        "insert into settlement_item (agency, claim_id, turn, look, kind, fen, verdict_before, because_before,"
            + " verdict_after, because_after, articles) select agency, claim_id, turn, look, kind, fen,"
            + " verdict_before, because_before, verdict_after, because_after, articles from settlement_item"
            + " where claim_id = 'once-1'";
    assertThatThrownBy(() -> jdbc.sql(again).update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  @DisplayName("又改回来：还没送出的撤回；已送出的另列一项反向的")
  void turnsBack() throws Exception {
    String listed = world.physician(true);
    String sent = world.physician(true);
    settle("2024-03", line("back-l", listed, 100), line("back-s", sent, 200));
    world.withdraw(listed);
    world.withdraw(sent);
    look(YearMonth.of(2024, 3));
    assertThat(items("back-")).extracting(Item::state).containsOnly(Item.State.LISTED).hasSize(2);
    Item toSend = items("back-s").getFirst();
    desk.step(world.officer, UUID.randomUUID().toString(), toSend.id(), Item.State.SENT, "");
    world.leftAsToldNow(listed, LocalDate.of(2026, 5, 10));
    world.leftAsToldNow(sent, LocalDate.of(2026, 5, 10));
    look(YearMonth.of(2024, 3));
    look(YearMonth.of(2024, 3));
    assertThat(items("back-l")).extracting(Item::state).containsExactly(Item.State.WITHDRAWN);
    assertThat(items("back-s")).extracting(item -> item.turn() + " " + item.kind() + " " + item.state())
        .containsExactly("1 PAY SENT", "2 RECOVER LISTED");
  }

  @Test
  @DisplayName("交接与机构承担：暂停之日起不付的医师，行数、最后一天、金额；说明缺什么；不付按机构和原因合计")
  void careAndExposure() throws Exception {
    String suspended = world.physician(true);
    String fine = world.physician(false);
    settle("2024-04", "care-1,2026-04-10T08:00," + suspended + ",BULK0001,inpatient,1000",
        "care-2,2026-04-12T08:00," + suspended + ",BULK0001,outpatient,2000",
        "care-3,2026-04-12T08:00," + fine + ",BULK0001,inpatient,1", line("care-4", suspended, 123_456));
    Clerk reviewer = new Clerk("bulk.reviewer");
    String page = reviewer.page("/settlement/handover?agency=" + AREA + "&from=2026-04-01&begins=2026-05-06");
    assertThat(page).contains("明细不带就诊人").contains(suspended).contains("2026-04-12").contains("30.00")
        .doesNotContain(fine);
    String exposure = reviewer.page("/settlement/exposure?agency=" + AREA + "&first=2024-04&last=2024-04");
    assertThat(exposure).contains("1,234.56").contains("BULK0001医院");
    assertThat(reviewer.page("/settlement/exposure?agency=" + AREA + "&first=2023-04&last=2023-04"))
        .doesNotContain("1,234.56");
  }
}
