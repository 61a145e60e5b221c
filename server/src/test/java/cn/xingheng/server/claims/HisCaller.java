package cn.xingheng.server.claims;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hospital system that speaks the envelope of the national interface. */
final class HisCaller {
  static final String NOW = "2026-06-16 09:30:00";
  private static final JsonMapper JSON = new JsonMapper();
  private final String key;
  private final String institution;

  HisCaller(String key, String institution) {
    this.key = key;
    this.institution = institution;
  }

  /** A line of an upload. */
  static String line(String visit, String sn, String code, String day, String amount, String more) {
    return """
        {"feedetl_sn":"%s","mdtrt_id":"%s","psn_no":"P1","chrg_bchno":"B1","med_type":"11","rx_circ_flag":"0",
         "fee_ocur_time":"%s","det_item_fee_sumamt":%s,"cnt":1,"pric":1.5,"bilg_dr_codg":"%s","bilg_dr_name":"x"%s}"""
        .formatted(sn, visit, day, amount, code, more);
  }

  static String lines(List<String> lines) {
    return "{\"feedetail\":[" + String.join(",", lines) + "]}";
  }

  static String data(String fields) {
    return "{\"data\":{" + fields + "}}";
  }

  String message(String infno, String msgid, String time, String input) {
    return """
        {"infno":"%s","msgid":"%s","mdtrtarea_admvs":"340100","insuplc_admdvs":"340100","recer_sys_code":"YB",
         "dev_no":"","dev_safe_info":"","cainfo":"","signtype":"","infver":"V1.0","opter_type":"1","opter":"0452",
         "opter_name":"收费员","inf_time":"%s","fixmedins_code":"%s","fixmedins_name":"x","sign_no":"1","input":%s}"""
        .formatted(infno, msgid, time, institution, input);
  }

  HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return post(key, "application/json", body);
  }

  static HttpResponse<String> post(@Nullable String key, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/api/v1/his"))
            .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return ClaimWorld.send(request.build());
  }

  /** What is answered to a message that stands in the envelope. */
  JsonNode send(String infno, String msgid, String input) throws IOException, InterruptedException {
    return send(infno, msgid, NOW, input);
  }

  JsonNode send(String infno, String msgid, String time, String input) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(message(infno, msgid, time, input));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
