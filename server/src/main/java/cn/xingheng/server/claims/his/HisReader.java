package cn.xingheng.server.claims.his;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.server.claims.his.HisMessage.Input;
import cn.xingheng.server.claims.his.HisMessage.Target;
import cn.xingheng.server.house.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a message of the national interface: the few fields that are needed, strictly; all others are let by. */
final class HisReader {
  /** The most lines of one message. */
  static final int MOST_LINES = 10_000;

  /** The most bytes of one message. */
  static final int MOST_BYTES = 4 << 20;

  /** What says "all of the visit" where a batch or a line is asked for. */
  private static final String ALL = "0000";

  private static final String EMERGENCY = "13";
  private static final String LINES = "feedetail";
  private static final String DATA = "data";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS, JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private HisReader() {}

  /** The message's envelope, as far as an answer needs it. */
  record Envelope(JsonNode node, String area) {}

  /**
   * The outermost object.
   *
   * @throws Problem 400 when it is none
   */
  static Envelope envelope(byte[] body) {
    JsonNode node;
    try {
      node = JSON.readTree(body);
    } catch (JacksonException cause) {
      TokenStreamLocation at = cause.getLocation();
      throw Problem.of(
          400, "his.problem.json", Integer.toString(Math.max(1, at == null ? 1 : at.getLineNr())),
          Integer.toString(Math.max(1, at == null ? 1 : at.getColumnNr())));
    }
    if (!node.isObject()) {
      throw Problem.of(400, "his.problem.root");
    }
    String area = node.path("mdtrtarea_admvs").asString("");
    return new Envelope(node, area.matches("[0-9]{6}") ? area : "000000");
  }

  /**
   * The message.
   *
   * @throws Problem 400 with what is wrong, and where
   */
  static HisMessage read(Envelope envelope) {
    HisFields fields = new HisFields(envelope.node(), 0);
    String infno = fields.needed("infno");
    String msgid = fields.needed("msgid");
    String institution = fields.needed("fixmedins_code");
    LocalDateTime sentAt = fields.time("inf_time");
    JsonNode input = envelope.node().get("input");
    if (input == null || !input.isObject()) {
      throw Problem.of(400, "his.problem.input", infno);
    }
    return new HisMessage(infno, msgid, institution, sentAt, hash(infno, input), input(infno, input));
  }

  private static Input input(String infno, JsonNode input) {
    return switch (infno) {
      case "2204" -> new HisMessage.Upload(lines(infno, input, Setting.OUTPATIENT));
      case "2301" -> new HisMessage.Upload(lines(infno, input, Setting.INPATIENT));
      case "2205" -> new HisMessage.Cancel(targets(infno, input, "chrg_bchno"));
      case "2302" -> new HisMessage.Cancel(targets(infno, input, "feedetl_sn"));
      case "2207" -> new HisMessage.Settlement();
      case "5102" -> status(infno, input);
      default -> throw Problem.of(400, "his.problem.infno", HisFields.shown(infno));
    };
  }

  private static Input status(String infno, JsonNode input) {
    JsonNode asked = objects(infno, input.get(DATA), DATA).iterator().next();
    return new HisMessage.Status(new HisFields(asked, 0).needed("prac_psn_code"));
  }

  private static List<HisLine> lines(String infno, JsonNode input, Setting usual) {
    List<HisLine> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (JsonNode node : objects(infno, input.get(LINES), LINES)) {
      int number = lines.size() + 1;
      HisFields fields = new HisFields(node, number);
      HisLine line = line(fields, usual);
      Integer before = seen.putIfAbsent(line.visit() + "\n" + line.sn(), number);
      if (before != null) {
        throw fields.refuse("twice", "feedetl_sn", Integer.toString(before));
      }
      lines.add(line);
    }
    return lines;
  }

  private static HisLine line(HisFields fields, Setting usual) {
    String sn = fields.needed("feedetl_sn");
    fields.named(sn);
    if (sn.equals(ALL)) {
      throw fields.refuse("reserved", "feedetl_sn", ALL);
    }
    String refunds = fields.text("init_feedetl_sn");
    long fen = fields.fen("det_item_fee_sumamt");
    if (fen < 0 && refunds.isEmpty()) {
      throw fields.refuse("negative", "det_item_fee_sumamt", "init_feedetl_sn");
    }
    Setting setting = fields.text("med_type").equals(EMERGENCY) ? Setting.EMERGENCY : usual;
    return new HisLine(
        sn, fields.needed("mdtrt_id"), fields.text("chrg_bchno"), refunds, fields.text("bilg_dr_codg"),
        fields.text("orders_dr_code"), fields.day("fee_ocur_time"), setting, fen);
  }

  private static List<Target> targets(String infno, JsonNode input, String usual) {
    List<Target> targets = new ArrayList<>();
    for (JsonNode node : objects(infno, input.get(DATA), DATA)) {
      HisFields fields = new HisFields(node, targets.size() + 1);
      String visit = fields.needed("mdtrt_id");
      String sn = fields.text("feedetl_sn");
      String batch = fields.text("chrg_bchno");
      if (sn.isEmpty() && batch.isEmpty()) {
        throw fields.refuse("missing", usual, "");
      }
      if (!sn.isEmpty() && !batch.isEmpty()) {
        throw fields.refuse("both", "feedetl_sn", "chrg_bchno");
      }
      boolean all = sn.equals(ALL) || batch.equals(ALL);
      targets.add(new Target(visit, all || sn.isEmpty() ? null : sn, all || batch.isEmpty() ? null : batch));
    }
    return targets;
  }

  /** The objects of a list; one object may stand for a list of one. */
  private static Iterable<JsonNode> objects(String infno, @Nullable JsonNode list, String name) {
    if (list != null && list.isObject()) {
      return List.of(list);
    }
    if (list == null || !list.isArray() || list.isEmpty()) {
      throw Problem.of(400, "his.problem.list", infno, name);
    }
    if (list.size() > MOST_LINES) {
      throw Problem.of(400, "his.problem.too-many", Integer.toString(MOST_LINES));
    }
    for (int at = 0; at < list.size(); at++) {
      if (!list.path(at).isObject()) {
        throw Problem.of(400, "his.problem.line", Integer.toString(at + 1), name);
      }
    }
    return list.values();
  }

  /** Of what is asked, whatever the order of its fields; the rest of the envelope may differ when sent again. */
  private static String hash(String infno, JsonNode input) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((infno + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(JSON.writeValueAsBytes(input)));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
