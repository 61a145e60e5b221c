package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door of hospital systems: whether claim lines are paid. */
@RestController
class ClaimFeed implements ClaimInterface {
  private final ClaimDesk desk;
  private final KeyDesk keys;

  ClaimFeed(ClaimDesk desk, KeyDesk keys) {
    this.desk = desk;
    this.keys = keys;
  }

  @Override
  @PostMapping(
      path = "/api/v1/claims/check", consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  public ResponseEntity<ClaimVerdicts> check(HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotSupportedException {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    MachineDoor.encoding(request);
    byte[] body = MachineDoor.body(request, ClaimBody.MOST_BYTES);
    List<ClaimVerdict> verdicts = desk.check(institution, ClaimBody.read(body));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ClaimVerdicts(verdicts));
  }

  @Override
  @PostMapping(
      path = "/api/v1/claims/check", consumes = MediaType.APPLICATION_NDJSON_VALUE,
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Open
  public void checkAll(HttpServletRequest request, HttpServletResponse response, Words words)
      throws IOException, HttpMediaTypeNotSupportedException {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    MachineDoor.encoding(request);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    new ClaimStream(desk, institution, words, response.getOutputStream()).run(request.getInputStream());
  }
}
