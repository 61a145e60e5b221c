package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The door by which hospital systems keep what they know of their physicians up to the house. */
@RestController
class DeltaFeed implements DeltaInterface, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DeltaFeed.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final int LISTENERS = 500;
  private final DeltaDesk desk;
  private final KeyDesk keys;
  private final Semaphore places = new Semaphore(LISTENERS);
  private volatile boolean closed;

  DeltaFeed(DeltaDesk desk, KeyDesk keys) {
    this.desk = desk;
    this.keys = keys;
  }

  @Override
  @GetMapping(path = "/api/v1/standings/changes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Open
  public ResponseEntity<byte[]> changes(
      HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "1000") int limit) {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    byte[] body = JSON.writeValueAsBytes(desk.after(institution, after, limit));
    SealDesk.Sealed sealed = desk.seal(body);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Xingheng-Key", sealed.key())
        .header("Xingheng-Seal", sealed.signature()).body(body);
  }

  @Override
  @GetMapping(path = "/api/v1/standings/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Open
  public SseEmitter stream(
      HttpServletRequest request, HttpServletResponse response,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
      @RequestParam(defaultValue = "0") long after) {
    InstitutionId institution = MachineDoor.holder(keys, request, response);
    long from = last == null ? after : last;
    StandingChanges first = desk.after(institution, from, DeltaDesk.MOST);
    if (!places.tryAcquire()) {
      throw Problem.of(503, "claims.problem.listeners", Integer.toString(LISTENERS));
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    SseEmitter emitter = new SseEmitter(0L);
    String key = request.getHeader(HttpHeaders.AUTHORIZATION);
    Thread.ofVirtual().name("standings stream").start(() -> tell(emitter, key, first));
    return emitter;
  }

  /**
   * Until the listener has gone or its key was revoked; one who missed something asks again with the number of the last
   * event.
   */
  private void tell(SseEmitter emitter, @Nullable String key, StandingChanges first) {
    try {
      StandingChanges next = first;
      while (!closed) {
        if (next.changes().isEmpty()) {
          emitter.send(SseEmitter.event().comment("latest " + next.next()));
        } else {
          emitter.send(SseEmitter.event().id(Long.toString(next.next())).name("standings").data(next));
        }
        if (!next.more()) {
          desk.await(next.next(), BEAT);
        }
        next = desk.after(keys.holder(key), next.next(), DeltaDesk.MOST);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("a listener has gone");
    } catch (RuntimeException away) {
      emitter.complete();
    } finally {
      places.release();
    }
  }

  @Override
  public void destroy() {
    closed = true;
  }
}
