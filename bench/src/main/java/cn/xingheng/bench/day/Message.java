package cn.xingheng.bench.day;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 「报文」 A message as the hospital's system makes it.
 *
 * @param time by the hospital's clock
 * @param lines of an upload, otherwise none
 * @param target of a cancellation
 * @param asked the physician of a 5102
 */
record Message(
    String infno, String msgid, LocalDateTime time, List<FeeLine> lines, @Nullable Target target, String asked) {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  Message {
    lines = List.copyOf(lines);
  }

  static Message upload(String infno, String msgid, LocalDateTime time, List<FeeLine> lines) {
    return new Message(infno, msgid, time, lines, null, "");
  }

  static Message cancel(String infno, String msgid, LocalDateTime time, Target target) {
    return new Message(infno, msgid, time, List.of(), target, "");
  }

  /** A fee; its name is visit and serial number. */
  record FeeLine(
      String visit, String sn, String batch, String refunds, String said, LocalDateTime time, boolean emergency,
      long fen) {
    String name() {
      return visit + "/" + sn;
    }

    private String json() {
      String yuan = BigDecimal.valueOf(fen, 2).toPlainString();
      return """
          {"feedetl_sn":"%s","mdtrt_id":"%s","psn_no":"P%s","chrg_bchno":"%s","init_feedetl_sn":"%s","med_type":"%s",\
          "fee_ocur_time":"%s","det_item_fee_sumamt":%s,"cnt":1,"bilg_dr_codg":"%s","bilg_dr_name":"x","rx_circ_flag":\
          "0"}""".formatted(sn, visit, visit, batch, refunds, emergency ? "13" : "11", SECOND.format(time), yuan, said);
    }
  }

  /** What a cancellation names: a line, a batch, or all of the visit where both are empty. */
  record Target(String visit, String sn, String batch) {
    boolean hits(FeeLine line) {
      boolean all = sn.isEmpty() && batch.isEmpty();
      return line.visit().equals(visit)
          && (all || (!sn.isEmpty() && sn.equals(line.sn())) || (!batch.isEmpty() && batch.equals(line.batch())));
    }
  }

  /** What decides which of two messages is later: the hospital's clock, then the number. */
  String order() {
    return SECOND.format(time) + " " + msgid;
  }

  boolean uploads() {
    return !lines.isEmpty();
  }

  /** The envelope. */
  String body(String institution) {
    return """
        {"infno":"%s","msgid":"%s","mdtrtarea_admvs":"340100","insuplc_admdvs":"340100","recer_sys_code":"XH",\
        "infver":"V1.0","opter_type":"1","opter":"0452","opter_name":"x","inf_time":"%s","fixmedins_code":"%s",\
        "fixmedins_name":"x","sign_no":"1","input":%s}"""
        .formatted(infno, msgid, SECOND.format(time), institution, input());
  }

  private String input() {
    if (uploads()) {
      return lines.stream().map(FeeLine::json).collect(Collectors.joining(",", "{\"feedetail\":[", "]}"));
    }
    Target what = target;
    if (what != null) {
      boolean all = what.sn().isEmpty() && what.batch().isEmpty();
      String sn = all && infno.equals("2302") ? "0000" : what.sn();
      String batch = all && infno.equals("2205") ? "0000" : what.batch();
      return "{\"data\":{\"mdtrt_id\":\"%s\",\"feedetl_sn\":\"%s\",\"chrg_bchno\":\"%s\",\"psn_no\":\"1\"}}"
          .formatted(what.visit(), sn, batch);
    }
    return asked.isEmpty()
        ? "{\"data\":{\"psn_no\":\"1\",\"mdtrt_id\":\"1\"}}"
        : "{\"data\":{\"prac_psn_code\":\"" + asked + "\"}}";
  }
}
