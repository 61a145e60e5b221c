package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.claims.KeyDesk;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The system of a hospital of the settlement world: uploads lines of one visit each, and cancels them. */
final class HospitalSystem {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static int numbers;
  private final String site;
  private final String key;

  HospitalSystem(String site) {
    this.site = site;
    this.key =
        HOUSE.bean(KeyDesk.class).issue(SettlementWorld.get().officer.account(), new InstitutionId(site), "测试");
  }

  /** A line with the serial number 1 of a visit; the verdict that is answered. */
  String upload(LocalDateTime at, String visit, String code, String day, long fen) throws Exception {
    String answer =
        send(
            "2204", at,
            """
            {"feedetail":[{"feedetl_sn":"1","mdtrt_id":"%s","chrg_bchno":"b","med_type":"11","fee_ocur_time":"%s",
             "det_item_fee_sumamt":%s,"bilg_dr_codg":"%s"}]}"""
                .formatted(visit, day, BigDecimal.valueOf(fen, 2).toPlainString(), code));
    return answer.replaceFirst("(?s).*\"verdict\":\"(\\w+)\".*", "$1");
  }

  /** Takes the visit back. */
  void cancel(LocalDateTime at, String visit) throws Exception {
    send("2205", at, "{\"data\":{\"mdtrt_id\":\"%s\",\"chrg_bchno\":\"0000\"}}".formatted(visit));
  }

  private String send(String infno, LocalDateTime at, String input) throws Exception {
    String body =
        """
        {"infno":"%s","msgid":"%s-%06d","inf_time":"%s","fixmedins_code":"%s","input":%s}"""
            .formatted(infno, site, ++numbers, SECOND.format(at), site, input);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(HOUSE.url() + "/api/v1/his")).header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertThat(answer).startsWith("{\"infcode\":0");
    return answer;
  }
}
