package cn.xingheng.server.claims.his;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.claims.KeyDesk;
import cn.xingheng.server.claims.MachineDoor;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of hospital systems that speak the envelope of the national interface. */
@RestController
class HisFeed implements HisInterface {
  private final HisDesk desk;
  private final KeyDesk keys;

  HisFeed(HisDesk desk, KeyDesk keys) {
    this.desk = desk;
    this.keys = keys;
  }

  @Override
  @PostMapping(
      path = "/api/v1/his", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  public ResponseEntity<byte[]> take(HttpServletRequest request, HttpServletResponse response, Words words)
      throws IOException, HttpMediaTypeNotSupportedException {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    MachineDoor.encoding(request);
    String answer = desk.answer(institution, MachineDoor.body(request, HisReader.MOST_BYTES), words);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
        .body(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  @GetMapping(path = "/api/v1/his/totals", produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  public ResponseEntity<HisTotals> totals(
      HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String through) {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.totals(institution, from, through));
  }
}
