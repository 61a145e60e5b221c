package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.house.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door by which hospital systems take home what they answer by while the network is down. */
@RestController
class SnapshotFeed implements SnapshotInterface {
  private final IssueDesk issues;
  private final SealDesk seals;
  private final KeyDesk keys;

  SnapshotFeed(IssueDesk issues, SealDesk seals, KeyDesk keys) {
    this.issues = issues;
    this.seals = seals;
    this.keys = keys;
  }

  @Override
  @GetMapping("/api/v1/standings/snapshot")
  @Open
  public void snapshot(HttpServletRequest request, HttpServletResponse response) throws IOException {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    IssueDesk.Issued issued = issues.issue(institution);
    String tag = '"' + issued.tag() + '"';
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader("Xingheng-Change", Long.toString(issued.no()));
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    try (InputStream file = Files.newInputStream(issued.file())) {
      response.setContentLengthLong(Files.size(issued.file()));
      file.transferTo(response.getOutputStream());
    }
  }

  @Override
  @GetMapping(path = "/api/v1/standings/key", produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  public ResponseEntity<HouseKey> key() {
    HouseKey key =
        new HouseKey(
            SnapshotSeal.id(seals.key()), "Ed25519", SnapshotSeal.fingerprint(seals.key()),
            SnapshotSeal.pem(seals.key()));
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(key);
  }
}
