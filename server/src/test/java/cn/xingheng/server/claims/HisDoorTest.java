package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.Setting;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("全国统一接口的报文")
class HisDoorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final ClaimWorld world = ClaimWorld.get();
  private final InstitutionId site = world.holder;
  private final HisCaller his = new HisCaller(world.key, site.value());
  private final JdbcClient jdbc = ClaimWorld.HOUSE.bean(JdbcClient.class);

  private String rows() {
    return jdbc.sql(
            """
            select (select count(*) from his_message) || '/' || (select count(*) from claim_line) || '/'
              || (select count(*) from claim_cancellation)
            """)
        .query(String.class).single();
  }

  private static String error(JsonNode answer) {
    assertThat(answer.get("infcode").intValue()).as(answer.toString()).isEqualTo(-1);
    assertThat(answer.get("output").isNull()).isTrue();
    return answer.get("err_msg").stringValue();
  }

  @Test
  @DisplayName("2204、2301 逐行判定：与在线核查一致；13 为急诊；以费用发生时间代替医嘱时间，并且说出来")
  void linesAreJudgedAsTheCheckJudges() throws Exception {
    ClaimDesk desk = ClaimWorld.HOUSE.bean(ClaimDesk.class);
    Random chance = new Random(5);
    List<String> codes = world.codes();
    for (String infno : List.of("2204", "2301")) {
      List<String> sent = new ArrayList<>();
      List<ClaimLine> asked = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        LocalDate day = LocalDate.of(2022, 1, 1).plusDays(chance.nextInt(1_600));
        String code = i % 50 == 0 ? "" : i % 51 == 0 ? "Zz3nobody" : codes.get(chance.nextInt(codes.size()));
        boolean urgent = chance.nextInt(4) == 0;
        Setting usual = infno.equals("2204") ? Setting.OUTPATIENT : Setting.INPATIENT;
        sent.add(
            HisCaller.line("judge" + infno, "s" + i, code, day + " 08:00:00", "12.50", ",\"orders_dr_code\":\"o\"")
                .replace("\"med_type\":\"11\"", urgent ? "\"med_type\":\"13\"" : "\"med_type\":\"21\""));
        asked.add(new ClaimLine("s" + i, code, site.value(), day, urgent ? Setting.EMERGENCY : usual, 1250));
      }
      JsonNode answer = his.send(infno, "judge-" + infno, HisCaller.lines(sent));
      assertThat(answer.get("infcode").intValue()).isZero();
      assertThat(answer.get("err_msg").stringValue()).isEmpty();
      assertThat(answer.get("inf_refmsgid").stringValue()).matches("340100[0-9]{24}");
      assertThat(answer.get("refmsg_time").stringValue()).matches("20260616100000[0-9]{3}");
      assertThat(answer.at("/output/note").stringValue()).contains("fee_ocur_time");
      List<ClaimVerdict> expected = desk.check(site, asked);
      JsonNode said = answer.at("/output/result");
      assertThat(said.size()).isEqualTo(300);
      for (int i = 0; i < 300; i++) {
        JsonNode one = said.get(i);
        assertThat(new ClaimVerdict(
                one.get("feedetl_sn").stringValue(), one.get("verdict").stringValue(), text(one.get("because")),
                words(one.get("causes")), words(one.get("articles")),
                one.get("until").isNull() ? null : LocalDate.parse(one.get("until").stringValue())))
            .isEqualTo(expected.get(i));
        assertThat(one.get("time_basis").stringValue()).isEqualTo("fee_ocur_time");
        assertThat(text(one.get("by"))).isEqualTo(asked.get(i).code().isEmpty() ? null : "bilg_dr_codg");
        assertThat(one.get("crosswalk").booleanValue()).isFalse();
      }
      assertThat(jdbc.sql(
              "select count(*) filter (where verdict <> 'payable') || '/' || sum(fen) || '/' || min(orders)"
                  + " || '/' || min(change_no) from claim_line where visit = ?")
              .param("judge" + infno).query(String.class).single())
          .isEqualTo(expected.stream().filter(one -> !one.verdict().equals("payable")).count() + "/375000/o/"
              + answer.at("/output/change_no").longValue());
    }
  }

  private static String text(JsonNode node) {
    return node.isNull() ? null : node.stringValue();
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(one -> words.add(one.stringValue()));
    return words;
  }

  @Test
  @DisplayName("医师只取自 bilg_dr_codg：收费员、受单医师换成谁都不变；对照：换 bilg_dr_codg 就变")
  void thePhysicianIsWhoOrdered() throws Exception {
    String code = world.codes().getFirst();
    String line = HisCaller.line("who", "1", "", "2026-06-15", "1", "");
    JsonNode none = his.send("2204", "who-1", HisCaller.lines(List.of(line)));
    assertThat(none.at("/output/result/0/because").stringValue()).isEqualTo("no-code");
    String beside = line.replace("\"bilg_dr_name\"", "\"orders_dr_code\":\"" + code + "\",\"bilg_dr_name\"");
    String message =
        his.message("2204", "who-2", HisCaller.NOW, HisCaller.lines(List.of(beside)))
            .replace("\"opter\":\"0452\"", "\"opter\":\"" + code + "\"");
    assertThat(JSON.readTree(his.post(message).body()).at("/output/result/0/because").stringValue())
        .isEqualTo("no-code");
    JsonNode named =
        his.send("2204", "who-3", HisCaller.lines(List.of(HisCaller.line("who", "1", code, "2026-06-15", "1", ""))));
    assertThat(named.at("/output/result/0/code").stringValue()).isEqualTo(code);
    assertThat(text(named.at("/output/result/0/because"))).isNotEqualTo("no-code");
  }

  @Test
  @DisplayName("同一报文再来：回执一字不差，什么也不多写，字段次序、签到号、时间不同也一样；换了内容或交易：拒绝")
  void theSameMessageTwice() throws Exception {
    String line = HisCaller.line("twice", "1", world.codes().getFirst(), "2026-06-15 10:00:00", "3.20", "");
    String message = his.message("2204", "twice-1", HisCaller.NOW, HisCaller.lines(List.of(line)));
    String first = his.post(message).body();
    assertThat(JSON.readTree(first).get("infcode").intValue()).isZero();
    String after = rows();
    assertThat(his.post(message).body()).isEqualTo(first);
    String reordered =
        message.replace("\"cnt\":1,\"pric\":1.5", "\"pric\":1.5,\"cnt\":1")
            .replace("\"sign_no\":\"1\"", "\"sign_no\":\"2\"").replace(HisCaller.NOW, "2026-06-16 09:59:00");
    assertThat(reordered).isNotEqualTo(message);
    assertThat(his.post(reordered).body()).isEqualTo(first);
    for (String other :
        List.of(message.replace("3.20", "3.21"), message.replace("\"infno\":\"2204\"", "\"infno\":\"2301\""))) {
      assertThat(error(JSON.readTree(his.post(other).body()))).contains("twice-1", "另一份报文");
    }
    assertThat(rows()).isEqualTo(after);
    assertThat(his.post(message).body()).isEqualTo(first);
  }

  @Test
  @DisplayName("同一报文同时来八次：写一次，八个回执一字不差")
  void atTheSameTime() throws Exception {
    String line = HisCaller.line("race", "1", world.codes().getFirst(), "2026-06-15", "3.20", "");
    String message = his.message("2204", "race-1", HisCaller.NOW, HisCaller.lines(List.of(line)));
    List<Callable<String>> calls = new ArrayList<>();
    IntStream.range(0, 8).forEach(i -> calls.add(() -> his.post(message).body()));
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<String> answers = new ArrayList<>();
      for (var one : pool.invokeAll(calls)) {
        answers.add(one.get());
      }
      assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
      assertThat(JSON.readTree(answers.getFirst()).get("infcode").intValue()).isZero();
    }
    assertThat(jdbc.sql("select count(*) from claim_line where visit = 'race'").query(Long.class).single()).isOne();
  }

  @ParameterizedTest
  @DisplayName("写得不对：HTTP 200、infcode -1，说出哪里不对，什么也不写；改对了用原来的 msgid 就收")
  @CsvSource(
      delimiter = '|',
      value = {
        "3.20|3.205|第 2 行（feedetl_sn b）的 det_item_fee_sumamt 是 3.205",
        "3.20|\"3.2.0\"|det_item_fee_sumamt",
        "3.20|\"三元\"|det_item_fee_sumamt",
        "3.20|true|det_item_fee_sumamt",
        "3.20|null|第 2 行（feedetl_sn b）缺少 det_item_fee_sumamt",
        "3.20|-3.20|负数",
        "3.20|100000000000.01|det_item_fee_sumamt",
        "3.20|1e999999999|det_item_fee_sumamt",
        "3.20|1e-999999999|det_item_fee_sumamt",
        "2026-06-15 10:00:00|2026-02-30 10:00:00|fee_ocur_time 是 2026-02-30",
        "2026-06-15 10:00:00|2026-06-15 25:00:00|fee_ocur_time",
        "2026-06-15 10:00:00|20260615|fee_ocur_time",
        "2026-06-15 10:00:00|0000-01-01|fee_ocur_time",
        "2026-06-15 10:00:00|''|fee_ocur_time",
        "\"feedetl_sn\":\"b\"|\"feedetl_sn\":\"a\"|第 2 行与第 1 行",
        "\"feedetl_sn\":\"b\"|\"feedetl_sn\":\"0000\"|撤销整次就诊",
        "\"feedetl_sn\":\"b\"|\"feedetl_sn\":{}|feedetl_sn",
        "\"feedetl_sn\":\"b\"|\"feedetl_sn\":\"b\",\"feedetl_sn\":\"c\"|JSON",
        "\"mdtrt_id\":\"bad\"|\"mdtrt_id\":null|mdtrt_id",
        "\"mdtrt_id\":\"bad\"|\"mdtrt_id\":\"\\ud800\"|不能留存的字符",
        "\"mdtrt_id\":\"bad\"|\"mdtrt_id\":\"a\\u0000\"|不能留存的字符",
        "\"bilg_dr_name\":\"x\"}]|\"bilg_dr_name\":\"x\"},7]|第 3 项",
        "\"feedetail\":[|\"feedetails\":[|feedetail",
        "\"input\":{|\"input\":7,\"x\":{|input",
        "\"inf_time\":\"2026-06-16 09:30:00\"|\"inf_time\":\"2026-06-31 09:30:00\"|inf_time",
        "\"inf_time\":\"2026-06-16 09:30:00\"|\"inf_time\":\"2026-06-16\"|inf_time",
        "\"inf_time\":\"2026-06-16 09:30:00\"|\"inf_time\":\"2026-06-17 00:00:01\"|时钟",
        "\"infno\":\"2204\"|\"infno\":\"9001\"|9001",
        "\"infno\":\"2204\"|\"infno\":\"\"|infno",
        "\"opter_type\":\"1\"|\"opter_type\":\"1|JSON",
        "\"sign_no\":\"1\",|\"sign_no\":\"1\" |JSON"
      })
  void whatIsWrongIsNamed(String was, String now, String says) throws Exception {
    String msgid = "bad-" + Integer.toHexString((was + now).hashCode());
    String good =
        his.message(
            "2204", msgid, HisCaller.NOW,
            HisCaller.lines(
                List.of(
                    HisCaller.line(msgid, "a", "C", "2026-06-15", "\"1.00\"", ""),
                    HisCaller.line("bad", "b", "C", "2026-06-15 10:00:00", "3.20", ""))));
    assertThat(good).contains(was);
    String before = rows();
    String sameVisit = good.replace("\"mdtrt_id\":\"" + msgid + "\"", "\"mdtrt_id\":\"bad\"");
    HttpResponse<String> answer = his.post(sameVisit.replace(was, now));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(error(JSON.readTree(answer.body()))).contains(says).hasSizeLessThanOrEqualTo(200);
    assertThat(rows()).isEqualTo(before);
    assertThat(JSON.readTree(his.post(sameVisit).body()).get("infcode").intValue()).as("control").isZero();
    assertThat(rows()).isNotEqualTo(before);
  }

  @Test
  @DisplayName("读不懂的正文逐一说明；没有密钥 401、别的机构 403、过大 413、不是 JSON 415 仍是 HTTP 的状态")
  void whatIsNotAMessage() throws Exception {
    for (String body : List.of("", "[]", "7", "{", "{} {}", "\u0001", "[".repeat(5_000))) {
      HttpResponse<String> answer = his.post(body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(error(JSON.readTree(answer.body()))).contains("JSON");
    }
    String good = his.message("2207", "x-1", HisCaller.NOW, HisCaller.data(""));
    assertThat(HisCaller.post(null, "application/json", good).statusCode()).isEqualTo(401);
    assertThat(HisCaller.post("xh_" + "A".repeat(43), "application/json", good).statusCode()).isEqualTo(401);
    HttpResponse<String> foreign = his.post(good.replace(site.value(), "H34990000099"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("H34990000099");
    assertThat(his.post(" ".repeat((4 << 20) + 1)).statusCode()).isEqualTo(413);
    assertThat(HisCaller.post(world.key, "text/plain", good).statusCode()).isEqualTo(415);
    assertThat(his.post(good).statusCode()).as("control").isEqualTo(200);
  }

  @Test
  @DisplayName("5102 说今天的情形，与核查一致；2207 照收而不判定；两者什么也不写，再问就再答")
  void statusAndSettlement() throws Exception {
    ClaimDesk desk = ClaimWorld.HOUSE.bean(ClaimDesk.class);
    String before = rows();
    int payable = 0;
    for (String code : world.codes().subList(0, 60)) {
      JsonNode answer = his.send("5102", "status", HisCaller.data("\"prac_psn_code\":\"" + code + "\""));
      JsonNode person = answer.at("/output/feedetail/0");
      List<ClaimLine> asked = new ArrayList<>();
      for (Setting setting : Setting.values()) {
        asked.add(
            new ClaimLine(setting.word(), code, site.value(), cn.xingheng.server.TestHouse.TODAY, setting, 0));
      }
      List<ClaimVerdict> expected = desk.check(site, asked);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(person.at("/verdicts/" + i + "/id").stringValue()).isEqualTo(expected.get(i).id());
        assertThat(person.at("/verdicts/" + i + "/verdict").stringValue()).isEqualTo(expected.get(i).verdict());
      }
      String usual = expected.getFirst().verdict();
      assertThat(person.get("hi_dr_flag").stringValue())
          .isEqualTo(usual.equals("payable") ? "1" : usual.equals("refused") ? "0" : "");
      payable += usual.equals("payable") ? 1 : 0;
      assertThat(person.get("as_of").stringValue()).isEqualTo("2026-06-16");
    }
    assertThat(payable).isBetween(1, 59);
    assertThat(error(his.send("5102", "status", HisCaller.data("\"certno\":\"1\"")))).contains("prac_psn_code");
    JsonNode settled = his.send("2207", "settled", HisCaller.data("\"setl_id\":\"1\""));
    assertThat(settled.get("infcode").intValue()).isZero();
    assertThat(settled.at("/output/note").stringValue()).contains("不带医师");
    assertThat(rows()).isEqualTo(before);
  }
}
