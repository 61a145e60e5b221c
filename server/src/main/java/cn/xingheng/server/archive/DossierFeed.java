package cn.xingheng.server.archive;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The facts about a physician as a file that the command line explains. */
@RestController
class DossierFeed {
  private final DossierDesk desk;

  DossierFeed(DossierDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/physicians/{id}/facts.yaml")
  @Needs(Right.SEE)
  ResponseEntity<byte[]> yaml(
      Frame frame, Viewer viewer, @PathVariable String id,
      @RequestParam(required = false) @Nullable String knownAt, @RequestParam(required = false) @Nullable String asOf) {
    DossierAsk ask = DossierAsk.of(id, frame.today(), asOf, knownAt, null, null);
    return file(ask, "yaml", "application/yaml", desk.yaml(viewer, ask));
  }

  @GetMapping("/physicians/{id}/facts.jsonl")
  @Needs(Right.SEE)
  ResponseEntity<byte[]> line(
      Frame frame, Viewer viewer, @PathVariable String id,
      @RequestParam(required = false) @Nullable String knownAt, @RequestParam(required = false) @Nullable String asOf) {
    DossierAsk ask = DossierAsk.of(id, frame.today(), asOf, knownAt, null, null);
    return file(ask, "jsonl", "application/jsonl", desk.line(viewer, ask));
  }

  private static ResponseEntity<byte[]> file(DossierAsk ask, String ending, String type, String text) {
    ContentDisposition name =
        ContentDisposition.attachment().filename("facts-" + ask.person() + "." + ending).build();
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
