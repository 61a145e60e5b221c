package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.client.Answer;
import cn.xingheng.client.Line;
import cn.xingheng.client.LocalStandings;
import cn.xingheng.client.Refused;
import cn.xingheng.client.Source;
import cn.xingheng.client.XinghengClient;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.match.SnapshotFile;
import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.demo.DemoPhysician;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("断网时按签名快照判定")
class OfflineTest {
  private static final Duration DAY = Duration.ofDays(1);
  private final ClaimWorld world = ClaimWorld.get();
  private final PublicKey house = ClaimWorld.HOUSE.bean(SealDesk.class).key();

  @TempDir
  private Path folder;

  private XinghengClient client() {
    return XinghengClient.of(URI.create(ClaimWorld.HOUSE.url()), world.key);
  }

  private LocalStandings local(String name) throws Exception {
    return LocalStandings.open(folder.resolve(name), house, ClaimWorld.HOUSE.clock());
  }

  private HttpResponse<byte[]> fetch(String tag) throws Exception {
    return HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create(ClaimWorld.HOUSE.url() + "/api/v1/standings/snapshot"))
            .header("Authorization", "Bearer " + world.key).header("If-None-Match", tag).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private List<Line> lines(long seed, int count) {
    Random random = new Random(seed);
    List<String> codes = new ArrayList<>(world.codes());
    List<String> own = codes.stream().filter(this::isOwn).toList();
    codes.add("");
    codes.add("nobody");
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> from = random.nextInt(4) > 0 ? own : codes;
      LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(4_000));
      lines.add(
          new Line(
              "l" + i % 500, from.get(random.nextInt(from.size())), world.holder.value(), day,
              Setting.values()[random.nextInt(4)], i));
    }
    return lines;
  }

  private boolean isOwn(String code) {
    Timeline timeline = ClaimWorld.HOUSE.bean(SnapshotDesk.class).current().codes().find(code);
    return timeline != null && timeline.stays().containsKey(world.holder.value());
  }

  /** Whoever has never had to do with the institution: the file has no row, the house may know more of the cause. */
  private void same(List<Line> lines, List<Answer> online, List<Answer> offline) {
    assertThat(offline).hasSameSizeAs(online);
    for (int i = 0; i < online.size(); i++) {
      Answer here = offline.get(i);
      assertThat(here.source()).isInstanceOf(Source.Local.class);
      assertThat(here.id()).isEqualTo(online.get(i).id());
      assertThat(here.verdict()).as("%s %s", lines.get(i), online.get(i)).isEqualTo(online.get(i).verdict());
      if (isOwn(lines.get(i).physician())) {
        assertThat(here.because()).as("%s %s", lines.get(i), online.get(i)).isEqualTo(online.get(i).because());
        assertThat(here.until()).as("%s %s", lines.get(i), online.get(i)).isEqualTo(online.get(i).until());
      } else {
        assertThat(here.because()).isIn(Cause.NO_CODE, Cause.UNKNOWN_CODE, Cause.NOT_SIGNED);
      }
    }
  }

  @Test
  @DisplayName("随机的明细：线上与本地判得一样；变动之后，取了变动又一样；没取的不一样")
  void onlineAndOffline() throws Exception {
    LocalStandings local = local("S.xhs");
    try (XinghengClient client = client()) {
      assertThat(local.check(lines(1, 1), DAY)).allMatch(one -> one.verdict() == Verdict.UNRESOLVED);
      assertThat(client.sync(local).fetched()).isTrue();
      List<Line> lines = lines(2, 6_000);
      List<Answer> before = client.check(lines);
      same(lines, before, local.check(lines, DAY));
      assertThat(before.stream().map(Answer::verdict).distinct().count()).isGreaterThan(2);

      LocalStandings stale = local("S.xhs");
      DemoPhysician one = world.inForce().getFirst();
      world.leave(one);
      Line asked = new Line("x", one.codes().getFirst().code(), world.holder.value(),
          TestHouse.TODAY.plusDays(3), Setting.OUTPATIENT, 100);
      assertThat(stale.check(List.of(asked), DAY).getFirst().because()).isNotEqualTo(Cause.LEFT);
      XinghengClient.Synced synced = client.sync(local);
      assertThat(synced.fetched()).isFalse();
      assertThat(synced.physicians()).isEqualTo(one.codes().size());
      assertThat(local.check(List.of(asked), DAY).getFirst().because()).isEqualTo(Cause.LEFT);
      same(lines, client.check(lines), local.check(lines, DAY));
      same(lines, client.check(lines), local("S.xhs").check(lines, DAY));
    }
  }

  @Test
  @DisplayName("一边写一边取：快照停在哪个号，从那个号取变动，不漏不重，与线上一样")
  void whileWriting() throws Exception {
    List<DemoPhysician> some = world.inForce().subList(2, 6);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              some.forEach(world::leave);
              done.set(true);
            });
    List<LocalStandings> taken = new ArrayList<>();
    try (XinghengClient client = client()) {
      for (int i = 0; !done.get() || i < 3; i++) {
        LocalStandings local = local("W" + i + ".xhs");
        client.sync(local);
        taken.add(local);
      }
      writer.join();
      List<Line> lines = lines(3, 2_000);
      List<Answer> online = client.check(lines);
      for (LocalStandings local : taken) {
        client.sync(local);
        same(lines, online, local.check(lines, DAY));
      }
    }
    assertThat(taken.stream().map(one -> one.known().orElseThrow().issued()).toList()).isNotEmpty();
  }

  @Test
  @DisplayName("快照带变动号、签名与本机构的名字；没有变动时 304；同一个号只写一次；钥匙的指纹对得上")
  void theDoor() throws Exception {
    HttpResponse<byte[]> answer = fetch("");
    assertThat(answer.statusCode()).isEqualTo(200);
    Path file = Files.write(folder.resolve("door.xhs"), answer.body());
    SnapshotFile.verify(file, house);
    var issue = SnapshotFile.note(file).issue();
    assertThat(issue).isNotNull();
    assertThat(answer.headers().firstValue("Xingheng-Change")).hasValue(Long.toString(issue.change()));
    assertThat(issue.institution()).isEqualTo(world.holder.value());
    assertThat(SnapshotFile.note(file).editions()).hasSize(1);
    assertThat(fetch(answer.headers().firstValue("ETag").orElseThrow()).statusCode()).isEqualTo(304);
    assertThat(fetch("").body()).isEqualTo(answer.body());
    PublicKey other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    assertThatThrownBy(() -> SnapshotFile.verify(file, other)).hasMessageContaining("签名不符");
    try (XinghengClient client = client()) {
      assertThat(client.publicKey()).isEqualTo(house);
      LocalStandings foreign = LocalStandings.open(folder.resolve("F.xhs"), other, ClaimWorld.HOUSE.clock());
      assertThatThrownBy(() -> client.sync(foreign)).hasMessageContaining("签名不符");
      assertThat(Files.exists(folder.resolve("F.xhs"))).isFalse();
    }
    assertThat(SnapshotSeal.fingerprint(house)).hasSize(64);
  }

  @Test
  @DisplayName("钥匙不对：拒绝，不拿本地的凑数；连不上：用本地的，并说明；过期的：不判")
  void fallback() throws Exception {
    LocalStandings local = local("B.xhs");
    List<Line> lines = lines(5, 50);
    try (XinghengClient client = client()) {
      client.sync(local);
    }
    try (XinghengClient wrong = XinghengClient.of(URI.create(ClaimWorld.HOUSE.url()), "xh_" + "A".repeat(43))) {
      assertThatThrownBy(() -> wrong.check(lines, local, DAY)).isInstanceOfSatisfying(
          Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
    }
    try (XinghengClient away = XinghengClient.of(URI.create("http://127.0.0.1:1"), world.key)) {
      List<Answer> answers = away.check(lines, local, DAY);
      assertThat(answers).isEqualTo(local.check(lines, DAY));
      assertThat(answers.getFirst().source()).isInstanceOfSatisfying(
          Source.Local.class, source -> assertThat(source.asOf()).isEqualTo(TestHouse.TODAY));
    }
    assertThat(local.check(lines, Duration.ofSeconds(-1)))
        .allMatch(one -> one.verdict() == Verdict.UNRESOLVED && one.source() instanceof Source.TooOld);
    assertThat(local.check(List.of(new Line("1", "D1", "H9", TestHouse.TODAY, Setting.EMERGENCY, 1)), DAY))
        .allMatch(one -> one.verdict() == Verdict.UNRESOLVED && one.source() instanceof Source.Silent);
  }
}
