package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.demo.DemoPhysician;
import cn.xingheng.server.house.Viewer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("资格变动的接口")
class DeltaTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final ClaimWorld world = ClaimWorld.get();

  private HttpRequest.Builder door(String path) {
    return HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/api/v1/standings/" + path))
        .header("Authorization", "Bearer " + world.key);
  }

  private JsonNode changes(long after, int limit) throws Exception {
    HttpResponse<String> answer = ClaimWorld.send(door("changes?after=" + after + "&limit=" + limit).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** What somebody knows who takes in every answer from a number on. */
  private long follow(Map<String, JsonNode> known, long from, int limit) throws Exception {
    long after = from;
    while (true) {
      JsonNode answer = changes(after, limit);
      long last = after;
      for (JsonNode one : answer.get("changes")) {
        assertThat(one.get("no").longValue()).isGreaterThan(after).isGreaterThanOrEqualTo(last);
        last = one.get("no").longValue();
        known.put(one.get("physicianCode").stringValue(), one.get("days"));
      }
      assertThat(answer.get("next").longValue()).isGreaterThanOrEqualTo(last);
      after = answer.get("next").longValue();
      if (!answer.get("more").booleanValue()) {
        return after;
      }
    }
  }

  @Test
  @DisplayName("从 0 一页页问到底，就是快照里本机构的全部，没有别家的；每页多大都一样；之后只有变了的那名医师")
  void everythingAndThenWhatChanged() throws Exception {
    Map<String, JsonNode> known = new TreeMap<>();
    long latest = follow(known, 0, 1_000);
    Map<String, JsonNode> slowly = new TreeMap<>();
    assertThat(follow(slowly, 0, 7)).isEqualTo(latest);
    assertThat(slowly).isEqualTo(known);
    assertThat(known.size()).isGreaterThan(3);
    Snapshot snapshot = ClaimWorld.HOUSE.bean(SnapshotDesk.class).current();
    for (String code : world.codes()) {
      Timeline timeline = snapshot.codes().find(code);
      Stay stay = timeline == null ? null : timeline.stays().get(world.holder.value());
      JsonNode told = known.get(code);
      assertThat(told == null).as(code).isEqualTo(stay == null);
      if (stay != null && told != null) {
        assertThat(told).isEqualTo(JSON.valueToTree(stay.days()));
      }
    }
    assertThat(changes(latest, 10).get("changes")).isEmpty();

    DemoPhysician one = world.inForce().getFirst();
    world.leave(one);
    JsonNode answer = changes(latest, 1_000);
    assertThat(answer.get("changes")).hasSize(one.codes().size());
    JsonNode days = answer.get("changes").get(0).get("days");
    assertThat(days).isNotEqualTo(known.get(one.codes().getFirst().code()));
    assertThat(days.get(days.size() - 1).get("because").stringValue()).isEqualTo("left");
    assertThat(answer.get("next").longValue()).isEqualTo(latest + 1);
  }

  @Test
  @DisplayName("没给过的号、过大的页：400；没有密钥：401")
  void whatIsNotTaken() throws Exception {
    for (String query : List.of("after=-1", "after=999999999", "limit=0", "limit=1001", "after=x")) {
      HttpResponse<String> answer = ClaimWorld.send(door("changes?" + query).build());
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
    }
    HttpRequest bare =
        HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/api/v1/standings/changes")).build();
    assertThat(ClaimWorld.send(bare).statusCode()).isEqualTo(401);
  }

  /** The next event that says something: its id and its data. */
  private static Map.Entry<Long, JsonNode> event(BufferedReader lines) {
    try {
      long id = -1;
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("id:")) {
          id = Long.parseLong(line.substring(3).strip());
        }
        if (line.startsWith("data:")) {
          return Map.entry(id, JSON.readTree(line.substring(5)));
        }
        line = lines.readLine();
      }
      throw new IllegalStateException("the stream has ended");
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private BufferedReader listen(long last) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<InputStream> answer =
        client.send(
            door("stream").header("Last-Event-ID", Long.toString(last)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("听着的立刻知道；断了再连，断开时的变动一件不少")
  void toldAtOnceAndNothingIsMissed() throws Exception {
    long latest = follow(new TreeMap<>(), 0, 1_000);
    DemoPhysician first = world.inForce().get(1);
    DemoPhysician second = world.inForce().get(2);
    long heard;
    try (BufferedReader lines = listen(latest)) {
      CompletableFuture<Map.Entry<Long, JsonNode>> next = CompletableFuture.supplyAsync(() -> event(lines));
      world.leave(first);
      Map.Entry<Long, JsonNode> told = next.get(20, TimeUnit.SECONDS);
      assertThat(told.getValue().at("/changes/0/physicianCode").stringValue())
          .isEqualTo(first.codes().getFirst().code());
      heard = told.getKey();
    }
    world.leave(second);
    try (BufferedReader lines = listen(heard)) {
      Map.Entry<Long, JsonNode> told =
          CompletableFuture.supplyAsync(() -> event(lines)).get(20, TimeUnit.SECONDS);
      assertThat(told.getValue().at("/changes/0/physicianCode").stringValue())
          .isEqualTo(second.codes().getFirst().code());
      assertThat(told.getKey()).isGreaterThan(heard);
    }
  }

  @Test
  @DisplayName("停用密钥，用它听着的就断了；别的密钥接着听")
  void revokedKeyHearsNoMore() throws Exception {
    long latest = follow(new TreeMap<>(), 0, 1_000);
    KeyDesk keys = ClaimWorld.HOUSE.bean(KeyDesk.class);
    Viewer admin = world.admin();
    String second = keys.issue(admin, world.holder.value(), "听一会儿", "key-that-is-revoked").orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/api/v1/standings/stream?after=" + latest))
            .header("Authorization", "Bearer " + second).build();
    InputStream body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    try (BufferedReader others = listen(latest);
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      CompletableFuture<Map.Entry<Long, JsonNode>> heard = CompletableFuture.supplyAsync(() -> event(others));
      CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> lines.lines().count());
      keys.list(admin).stream().filter(one -> one.label().equals("听一会儿")).map(IssuedKey::id)
          .forEach(id -> keys.revoke(admin, id));
      assertThat(ended.get(20, TimeUnit.SECONDS)).isNotNegative();
      assertThat(heard).isNotDone();
      world.leave(world.inForce().getFirst());
      assertThat(heard.get(20, TimeUnit.SECONDS).getKey()).isGreaterThan(latest);
    }
  }
}
