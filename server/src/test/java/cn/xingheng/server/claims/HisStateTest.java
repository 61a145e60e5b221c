package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("医院系统上传、撤销的明细，最后的样子")
class HisStateTest {
  private static final String STATE =
      """
      select sn || '@' || substr(visit, 4), fen || ' ' || batch || ' ' || code || ' ' || issued_on || ' ' || setting
        || ' ' || verdict || (case when cancelled then ' cancelled' else '' end)
      from claim_line_now where institution = ? and visit like ? order by 1
      """;
  private final ClaimWorld world = ClaimWorld.get();
  private final HisCaller his = new HisCaller(world.key, world.holder.value());
  private final JdbcClient jdbc = ClaimWorld.HOUSE.bean(JdbcClient.class);

  /** A message as the hospital made it, at its own time. */
  private record Sent(
      String infno, String number, String time, List<Line> lines, String visit, String sn, String batch) {

    String order() {
      return time + number;
    }

    boolean cancels(String otherVisit, Line line) {
      boolean all = sn.equals("0000") || batch.equals("0000");
      return lines.isEmpty() && visit.equals(otherVisit) && (all || sn.equals(line.sn) || batch.equals(line.batch));
    }
  }

  private record Line(String sn, String batch, String code, String day, long fen) {
    String text(String visit) {
      String sign = fen < 0 ? ",\"init_feedetl_sn\":\"x\"" : "";
      String yuan = (fen < 0 ? "-" : "") + Math.abs(fen) / 100 + "." + "%02d".formatted(Math.abs(fen) % 100);
      return HisCaller.line(visit, sn, code, day, fen % 2 == 0 ? yuan : "\"" + yuan + "\"", sign)
          .replace("\"B1\"", "\"" + batch + "\"");
    }
  }

  private List<Sent> messages(Random chance) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      String visit = "v" + chance.nextInt(5);
      boolean inpatient = visit.equals("v4");
      String time =
          chance.nextInt(6) == 0
              ? "2026-03-10 08:00:00"
              : "2026-06-%02d %02d:00:0%d".formatted(10 + chance.nextInt(3), 8 + chance.nextInt(3), chance.nextInt(2));
      String number = "m%03d".formatted(i);
      int kind = chance.nextInt(10);
      String sn = "s" + chance.nextInt(4);
      String batch = "b" + chance.nextInt(3);
      switch (kind) {
        case 0, 1 -> all.add(
            new Sent(inpatient ? "2302" : "2205", number, time, List.of(), visit, sn, ""));
        case 2 -> all.add(new Sent(inpatient ? "2302" : "2205", number, time, List.of(), visit, "", batch));
        case 3 -> all.add(
            new Sent(inpatient ? "2302" : "2205", number, time, List.of(), visit, inpatient ? "0000" : "",
                inpatient ? "" : "0000"));
        default -> all.add(new Sent(inpatient ? "2301" : "2204", number, time, lines(chance), visit, "", ""));
      }
    }
    return all;
  }

  private List<Line> lines(Random chance) {
    List<Line> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1 + chance.nextInt(4); i++) {
      String sn = "s" + chance.nextInt(4);
      if (seen.add(sn)) {
        lines.add(
            new Line(
                sn, "b" + chance.nextInt(3), world.codes().get(chance.nextInt(world.codes().size())),
                "2026-0%d-11".formatted(1 + chance.nextInt(5)), chance.nextInt(20_000) - 2_000L));
      }
    }
    return lines;
  }

  private void send(String prefix, Sent one) throws Exception {
    String input =
        one.lines().isEmpty()
            ? HisCaller.data(
                "\"mdtrt_id\":\"%s\",\"feedetl_sn\":\"%s\",\"chrg_bchno\":\"%s\",\"psn_no\":\"1\""
                    .formatted(prefix + one.visit(), one.sn(), one.batch()))
            : HisCaller.lines(one.lines().stream().map(line -> line.text(prefix + one.visit())).toList());
    var answer = his.send(one.infno(), prefix + one.number(), one.time(), input);
    assertThat(answer.get("infcode").intValue()).as(answer.toString()).isZero();
  }

  private Map<String, String> state(String prefix) {
    Map<String, String> state = new TreeMap<>();
    jdbc.sql(STATE).param(world.holder.value()).param(prefix + "%").query(
        row -> {
          state.put(row.getString(1), row.getString(2));
        });
    return state;
  }

  /** What each line comes to when messages count in this order: its amount, or that it is cancelled. */
  private static Map<String, String> told(List<Sent> order) {
    Map<String, Line> standing = new LinkedHashMap<>();
    Set<String> cancelled = new HashSet<>();
    for (Sent one : order) {
      for (Line line : one.lines()) {
        standing.put(line.sn() + "@" + one.visit(), line);
        cancelled.remove(line.sn() + "@" + one.visit());
      }
      standing.forEach(
          (name, line) -> {
            if (one.cancels(name.substring(name.indexOf('@') + 1), line)) {
              cancelled.add(name);
            }
          });
    }
    Map<String, String> told = new TreeMap<>();
    standing.forEach((name, line) -> told.put(name, line.fen() + (cancelled.contains(name) ? " cancelled" : "")));
    return told;
  }

  private static Map<String, String> told(Map<String, String> state) {
    Map<String, String> told = new TreeMap<>();
    state.forEach(
        (name, line) ->
            told.put(name, line.substring(0, line.indexOf(' ')) + (line.endsWith(" cancelled") ? " cancelled" : "")));
    return told;
  }

  @Test
  @DisplayName("任意次序、任意重复、先撤后传、迟到九十多天：都到同一个样子；反证：按到达次序算就不一样")
  void oneFinalState() throws Exception {
    Random chance = new Random(20260616);
    List<Sent> messages = messages(chance);
    List<Sent> byTime = messages.stream().sorted(Comparator.comparing(Sent::order)).toList();
    Map<String, String> first = null;
    Set<Map<String, String>> byArrival = new HashSet<>();
    for (int round = 0; round < 8; round++) {
      String prefix = "p" + round + "-";
      List<Sent> arriving = new ArrayList<>(messages);
      for (int i = 0; i < 15; i++) {
        arriving.add(messages.get(chance.nextInt(messages.size())));
      }
      Collections.shuffle(arriving, chance);
      for (Sent one : arriving) {
        send(prefix, one);
      }
      Map<String, String> state = state(prefix);
      first = first == null ? state : first;
      assertThat(state).as("round " + round).isEqualTo(first);
      byArrival.add(told(arriving));
    }
    assertThat(told(first)).isEqualTo(told(byTime));
    assertThat(first).hasSizeGreaterThan(10);
    assertThat(first.values()).anyMatch(line -> line.endsWith(" cancelled"))
        .anyMatch(line -> !line.endsWith(" cancelled"));
    assertThat(byArrival).as("control: by arrival there are many ends").hasSizeGreaterThan(1);
  }

  @Test
  @DisplayName("一家医院的一天：窗口断线重发、换号重发、退费、撤销重开、撤整次、跨日迟到；夜里对账，笔数和金额到分一致")
  void aDay() throws Exception {
    Random chance = new Random(3_000);
    Map<String, Long> book = new TreeMap<>();
    Set<String> gone = new HashSet<>();
    int number = 0;
    List<String> codes = world.codes();
    for (int patient = 0; patient < 40; patient++) {
      String visit = "d--" + patient;
      boolean inpatient = patient % 4 == 0;
      String upload = inpatient ? "2301" : "2204";
      String cancel = inpatient ? "2302" : "2205";
      List<String> sent = new ArrayList<>();
      for (int i = 0; i <= chance.nextInt(6); i++) {
        long fen = chance.nextInt(50_000);
        String code = chance.nextInt(20) == 0 ? "" : codes.get(chance.nextInt(codes.size()));
        sent.add(new Line("s" + i, "b1", code, "2026-06-16 0%d:00:00".formatted(7 + i % 3), fen).text(visit));
        book.put(visit + "/s" + i, fen);
      }
      String msgid = "day-" + number++;
      String body = his.message(upload, msgid, "2026-06-16 08:%02d:00".formatted(patient), HisCaller.lines(sent));
      String answer = his.post(body).body();
      if (chance.nextInt(3) == 0) {
        assertThat(his.post(body).body()).as("the answer was lost, sent again").isEqualTo(answer);
      }
      if (chance.nextInt(3) == 0) {
        his.send(upload, "day-" + number++, "2026-06-16 08:%02d:30".formatted(patient), HisCaller.lines(sent));
      }
      if (chance.nextInt(4) == 0) {
        Line back = new Line("r", "b1", codes.getFirst(), "2026-06-16", -Math.min(100, book.get(visit + "/s0")));
        his.send(upload, "day-" + number++, "2026-06-16 09:10:00", HisCaller.lines(List.of(back.text(visit))));
        book.put(visit + "/r", back.fen());
      }
      if (chance.nextInt(4) == 0) {
        String what = "\"mdtrt_id\":\"" + visit + "\",\"" + (inpatient ? "feedetl_sn" : "chrg_bchno") + "\":\"0000\"";
        his.send(cancel, "day-" + number++, "2026-06-16 09:20:00", HisCaller.data(what));
        book.keySet().removeIf(name -> name.startsWith(visit + "/"));
        gone.add(visit);
        if (chance.nextInt(2) == 0) {
          Line again = new Line("s0", "b2", codes.get(1), "2026-06-16 09:25:00", 4_321);
          his.send(upload, "day-" + number++, "2026-06-16 09:30:00", HisCaller.lines(List.of(again.text(visit))));
          book.put(visit + "/s0", 4_321L);
        }
      }
    }
    String late = new Line("s9", "b9", codes.get(2), "2026-03-01", 777).text("d--0");
    his.send("2301", "day-late", "2026-03-01 12:00:00", HisCaller.lines(List.of(late)));
    if (!gone.contains("d--0")) {
      book.put("d--0/s9", 777L);
    }
    Map<String, Long> kept = new TreeMap<>();
    jdbc.sql("select visit || '/' || sn, fen from claim_line_now where visit like 'd--%' and not cancelled")
        .query(
            row -> {
              kept.put(row.getString(1), row.getLong(2));
            });
    assertThat(kept).isEqualTo(book).hasSizeGreaterThan(50);
    reconciled(book, "2026-06-16", "2026-06-16", 777L);
    long uploaded =
        jdbc.sql("select count(*) from claim_line where visit like 'd--%'").query(Long.class).single();
    assertThat(uploaded).as("control: more came than stands").isGreaterThan(kept.size());
  }

  /** The hospital asks what its lines of these days come to, and compares with its own book. */
  private void reconciled(Map<String, Long> book, String from, String through, long late) throws Exception {
    String address = ClaimWorld.HOUSE.url() + "/api/v1/his/totals?from=" + from + "&through=" + through;
    HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(address));
    assertThat(ClaimWorld.send(asked.build()).statusCode()).as("without a key").isEqualTo(401);
    HttpRequest.Builder with = asked.header("Authorization", "Bearer " + world.key);
    JsonNode totals = new JsonMapper().readTree(ClaimWorld.send(with.build()).body());
    long lines = 0;
    long fen = 0;
    for (JsonNode sum : totals.get("standing")) {
      lines += sum.get("lines").longValue();
      fen += sum.get("fen").longValue();
    }
    List<Long> ofTheDay = book.values().stream().filter(one -> one != late).toList();
    assertThat(lines).isEqualTo(ofTheDay.size());
    assertThat(fen).isEqualTo(ofTheDay.stream().mapToLong(Long::longValue).sum());
    assertThat(totals.get("cancelled").size()).isPositive();
    for (String bad : List.of("?from=2026-02-30&through=2026-03-01", "?from=2026-01-01&through=2026-02-01", "")) {
      String wrong = address.substring(0, address.indexOf('?')) + bad;
      assertThat(ClaimWorld.send(with.copy().uri(URI.create(wrong)).build()).statusCode()).as(bad).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("撤销写得不对：一行、一批都没说，或者都说了，说出第几项；对照：只说一样就收")
  void cancellationsAreRead() throws Exception {
    for (String both : List.of("", ",\"feedetl_sn\":\"1\",\"chrg_bchno\":\"2\"")) {
      var answer = his.send("2205", "cancel-1", HisCaller.data("\"mdtrt_id\":\"c\"" + both));
      assertThat(answer.get("infcode").intValue()).isEqualTo(-1);
      assertThat(answer.get("err_msg").stringValue()).contains("第 1 行", "chrg_bchno");
    }
    String list = "{\"data\":[{\"mdtrt_id\":\"c\",\"feedetl_sn\":\"1\"},{\"mdtrt_id\":\"c\",\"feedetl_sn\":\"2\"}]}";
    assertThat(his.send("2302", "cancel-1", list).get("infcode").intValue()).isZero();
    assertThat(jdbc.sql("select count(*) from claim_cancellation where visit = 'c'").query(Long.class).single())
        .isEqualTo(2);
  }
}
