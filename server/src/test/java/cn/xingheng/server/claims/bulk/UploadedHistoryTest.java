package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.AREA;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static cn.xingheng.server.claims.bulk.SettlementWorld.SITES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("医院上传的明细，任意穿插以后的补付与追回")
class UploadedHistoryTest {
  private static final String DAY = "2026-05-20";
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 6, 1, 9, 0);
  private final SettlementWorld world = SettlementWorld.get();
  private final HospitalSystem hospital = new HospitalSystem(SITES.getFirst());
  private final SecondLookDesk desk = HOUSE.bean(SecondLookDesk.class);
  private final JdbcClient jdbc = HOUSE.bean(JdbcClient.class);

  private void look() {
    desk.look(
        world.officer, UUID.randomUUID().toString(),
        new SecondLookDesk.Ask(AREA, YearMonth.of(2026, 5), YearMonth.of(2026, 5)),
        new Job(HOUSE.clock(), BulkPhase.WAIT));
  }

  private List<Item> items(String prefix) {
    List<Item> all = new ArrayList<>();
    desk.each(world.officer, AREA, new ItemFilter(null, null), all::add);
    return all.stream().filter(item -> item.line().claimId().startsWith(prefix)).toList();
  }

  @Test
  @DisplayName("随机的上传、撤销、改判、送出、重看，任意穿插：每次上传的各项合计，恰是它现在该差的钱")
  void property() throws Exception {
    long all = 0;
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (int seed = 0; seed < 8; seed++) {
      Random chance = new Random(seed);
      String prefix = "prop" + seed + "-";
      List<String> toTurn = new ArrayList<>(List.of(world.physician(true), world.physician(false)));
      List<String> codes = List.copyOf(toTurn);
      for (int step = 0; step < 60; step++) {
        String visit = prefix + chance.nextInt(6);
        LocalDateTime at = NINE.plusSeconds(chance.nextInt(1_000_000));
        switch (chance.nextInt(9)) {
          case 0, 1, 2, 3 -> hospital.upload(at, visit, codes.get(chance.nextInt(2)), DAY, 1 + chance.nextInt(999));
          case 4 -> hospital.cancel(at, visit);
          case 5, 6 -> sendOne(prefix, chance);
          case 7 -> look();
          default -> turn(toTurn, step, codes);
        }
      }
      look();
      assertThat(moved(prefix)).as("seed " + seed).isEqualTo(due(prefix, codes));
      look();
      assertThat(moved(prefix)).isEqualTo(due(prefix, codes));
      reasons.addAll(items(prefix).stream().map(Item::reason).toList());
      items(prefix).forEach(item -> desk.steps(item).stream().filter(step -> step.reason() != null)
          .forEach(step -> reasons.add(Objects.requireNonNull(step.reason()))));
      all += moved(prefix).size();
    }
    assertThat(reasons).contains(Reason.TURNED, Reason.CANCELLED, Reason.REPLACED);
    assertThat(all).isPositive();
  }

  private void sendOne(String prefix, Random chance) {
    List<Item> listed = items(prefix).stream().filter(item -> item.state() == Item.State.LISTED).toList();
    if (!listed.isEmpty()) {
      try {
        long id = listed.get(chance.nextInt(listed.size())).id();
        desk.step(world.officer, UUID.randomUUID().toString(), id, Item.State.SENT, "");
      } catch (Problem gone) {
        assertThat(gone.status()).isEqualTo(409);
      }
    }
  }

  private void turn(List<String> toTurn, int step, List<String> codes) {
    if (step > 15 && !toTurn.isEmpty()) {
      String code = toTurn.removeFirst();
      if (code.equals(codes.getFirst())) {
        world.withdraw(code);
      } else {
        world.leftAsToldNow(code, LocalDate.of(2026, 5, 10));
      }
    }
  }

  /** What all items of each upload come to that were not withdrawn. */
  private Map<Long, Long> moved(String prefix) {
    Map<Long, Long> moved = new LinkedHashMap<>();
    items(prefix).stream().filter(item -> item.state() != Item.State.WITHDRAWN).forEach(
        item ->
            moved.merge(
                item.line().line(), item.kind() == Item.Kind.PAY ? item.line().fen() : -item.line().fen(), Long::sum));
    moved.values().removeIf(fen -> fen == 0);
    return new TreeMap<>(moved);
  }

  /** What each upload that stands would move, told by what is answered to the same line now. */
  private Map<Long, Long> due(String prefix, List<String> codes) throws Exception {
    Map<String, Boolean> paidNow = new LinkedHashMap<>();
    for (String code : codes) {
      String visit = "now-" + UUID.randomUUID();
      paidNow.put(code, !hospital.upload(NINE, visit, code, DAY, 1).equals("refused"));
    }
    Map<Long, Long> due = new TreeMap<>();
    jdbc.sql("select id, code, verdict, fen from claim_line_now where visit like ? and not cancelled")
        .param(prefix + "%").query(
            row -> {
              boolean now = Boolean.TRUE.equals(paidNow.get(row.getString("code")));
              boolean then = !row.getString("verdict").equals("refused");
              if (now != then) {
                due.put(row.getLong("id"), now ? row.getLong("fen") : -row.getLong("fen"));
              }
            });
    return due;
  }

  @Test
  @DisplayName("同样的报文换四种次序到达，改判以后的清单一样；反证：少到一份撤销就不一样")
  void anyOrder() throws Exception {
    String code = world.physician(true);
    Random chance = new Random(11);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      order.add(i);
    }
    List<String> prefixes = List.of("ord0-", "ord1-", "ord2-", "ord3-", "less-");
    for (String prefix : prefixes) {
      Collections.shuffle(order, chance);
      for (int number : order) {
        String visit = prefix + number % 7;
        LocalDateTime at = NINE.plusMinutes(37L * number % 1_000);
        if (number % 5 != 3) {
          hospital.upload(at, visit, code, DAY, 100 + number);
        } else if (!prefix.equals("less-")) {
          hospital.cancel(at, visit);
        }
      }
    }
    world.withdraw(code);
    look();
    List<List<String>> told = prefixes.stream().map(this::told).toList();
    assertThat(told.subList(0, 4)).containsOnly(told.getFirst());
    assertThat(told.getFirst()).isNotEmpty();
    assertThat(told.getLast()).as("control").isNotEqualTo(told.getFirst());
  }

  private List<String> told(String prefix) {
    return items(prefix).stream()
        .map(item -> item.line().claimId().substring(5) + " " + item.kind() + " " + item.line().fen()).sorted()
        .toList();
  }
}
