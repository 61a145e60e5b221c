package cn.xingheng.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("客户端")
final class ClientTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 16);
  private static final Line ONE = new Line("甲", "D1", PlayedHouse.SITE, DAY, Setting.OUTPATIENT, 100);
  private static final Line TWO = new Line("乙", "D2", PlayedHouse.SITE, DAY, Setting.OUTPATIENT, 100);
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = PlayedHouse.NOW;
  private PlayedHouse house;
  private XinghengClient client;
  private Path file;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    house = new PlayedHouse(folder);
    client = new XinghengClient(new Wire(house.uri(), "xh_key", Duration.ofSeconds(5), pauses::add));
    file = folder.resolve("S.xhs");
  }

  @AfterEach
  void close() {
    client.close();
    house.close();
  }

  private LocalStandings local() throws IOException {
    InstantSource clock = () -> now;
    return LocalStandings.open(file, house.key.getPublic(), clock);
  }

  private static Verdict verdict(LocalStandings local, Line line) {
    return local.check(List.of(line), Duration.ofDays(1)).getFirst().verdict();
  }

  @Test
  @DisplayName("503 带 Retry-After：等那么久（有上限）再问，至多三次；4xx 不重试；答案照原样读出")
  void retries() throws IOException {
    house.troubles.addAll(List.of(503, 503));
    Answer answer = client.check(List.of(ONE)).getFirst();
    assertThat(answer).isEqualTo(
        new Answer(
            "甲", Verdict.PAYABLE, null, List.of(), List.of("办法16", "细则三"), LocalDate.of(2026, 6, 29),
            new Source.Online()));
    assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    house.troubles.addAll(List.of(503, 500, 503));
    assertThatThrownBy(() -> client.check(List.of(ONE))).isInstanceOf(Unreachable.class);
    assertThat(house.asked).hasSize(6);
    house.troubles.add(403);
    assertThatThrownBy(() -> client.check(List.of(ONE))).isInstanceOf(Refused.class).hasMessageContaining("坏了");
    assertThat(house.asked).hasSize(7);
    assertThatThrownBy(() -> client.check(List.of(ONE, TWO))).isInstanceOf(Refused.class);
  }

  @Test
  @DisplayName("先取快照，再取变动，重开仍在；规则变了、日历变了、问的号没有给过，就重取快照")
  void follows() throws IOException {
    LocalStandings local = local();
    house.pages.add(house.page(10, 12, "2026-06-16T02:00:00Z", false, Map.of("D1", "suspended", "D2", "effective")));
    assertThat(client.sync(local)).isEqualTo(new XinghengClient.Synced(true, 2, 12));
    for (LocalStandings one : List.of(local, local())) {
      assertThat(verdict(one, ONE)).isEqualTo(Verdict.REFUSED);
      assertThat(verdict(one, TWO)).isEqualTo(Verdict.PAYABLE);
      assertThat(one.known().orElseThrow().change()).isEqualTo(12);
    }
    house.snapshotAt = 20;
    house.pages.add(house.page(12, 13, "2026-06-16T02:00:01Z", true, Map.of()));
    assertThat(client.sync(local)).isEqualTo(new XinghengClient.Synced(true, 0, 20));
    assertThat(verdict(local, ONE)).isEqualTo(Verdict.PAYABLE);
    house.law = "l2";
    assertThat(client.sync(local).fetched()).isTrue();
    assertThat(client.sync(local).fetched()).isFalse();
    house.snapshotAt = 3;
    house.troubles.add(400);
    assertThat(client.sync(local)).isEqualTo(new XinghengClient.Synced(true, 0, 3));
    house.pages.add(house.page(3, 4, "2026-06-16T02:00:02Z", true, Map.of()));
    house.pages.add(house.page(3, 4, "2026-06-16T02:00:02Z", true, Map.of()));
    assertThatThrownBy(() -> client.sync(local)).isInstanceOf(Unreachable.class).hasMessageContaining("anew");
    assertThat(local.known().orElseThrow().change()).isEqualTo(3);
    now = now.plus(Duration.ofDays(8));
    assertThat(client.sync(local).fetched()).isTrue();
  }

  @Test
  @DisplayName("日志最后一条撕断、坏了：略过它，前面的都算，下次接着问；反证：完整时它算数")
  void tornJournal() throws IOException {
    LocalStandings local = local();
    house.pages.add(house.page(10, 11, "2026-06-16T02:00:00Z", false, Map.of("D2", "effective")));
    client.sync(local);
    house.pages.add(house.page(11, 12, "2026-06-16T02:00:01Z", false, Map.of("D1", "suspended")));
    client.sync(local);
    Path changes = file.resolveSibling("S.xhs.changes");
    byte[] whole = Files.readAllBytes(changes);
    assertThat(verdict(local(), ONE)).isEqualTo(Verdict.REFUSED);
    int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("{\"changes\"");
    for (int cut = last - 71; cut < whole.length; cut += 7) {
      Files.write(changes, Arrays.copyOf(whole, cut));
      assertThat(local().known().orElseThrow().change()).as("cut at %d", cut).isEqualTo(11);
      assertThat(verdict(local(), ONE)).isEqualTo(Verdict.PAYABLE);
    }
    byte[] bad = whole.clone();
    bad[last + 20] ^= 1;
    Files.write(changes, bad);
    LocalStandings again = local();
    assertThat(verdict(again, TWO)).isEqualTo(Verdict.PAYABLE);
    assertThat(verdict(again, ONE)).isEqualTo(Verdict.PAYABLE);
    house.pages.add(house.page(11, 12, "2026-06-16T02:00:02Z", false, Map.of("D1", "ended")));
    client.sync(again);
    assertThat(house.asked.getLast()).endsWith("after=11");
    assertThat(verdict(local(), ONE)).isEqualTo(Verdict.REFUSED);
    assertThat(local().known().orElseThrow().change()).isEqualTo(12);
  }

  @Test
  @DisplayName("旧快照的日志留在新快照旁边（换到一半断电）：不会倒退，也不会跳过")
  void oldJournal() throws IOException {
    LocalStandings local = local();
    house.pages.add(house.page(10, 12, "2026-06-16T02:00:00Z", false, Map.of("D1", "suspended")));
    client.sync(local);
    house.snapshotAt = 15;
    Files.write(file, house.snapshot());
    assertThat(local().known().orElseThrow().change()).isEqualTo(15);
    assertThat(verdict(local(), ONE)).isEqualTo(Verdict.PAYABLE);
    house.snapshotAt = 5;
    Files.write(file, house.snapshot());
    assertThat(local().known().orElseThrow().change()).as("a gap is not jumped over").isEqualTo(5);
  }

  @Test
  @DisplayName("变动不是这家系统签的：不收，手头的照旧；快照被改：打不开")
  void forged() throws IOException {
    LocalStandings local = local();
    client.sync(local);
    house.forged = true;
    house.pages.add(house.page(10, 11, "2026-06-16T02:00:00Z", false, Map.of("D2", "effective")));
    assertThatThrownBy(() -> client.sync(local)).isInstanceOf(Refused.class).hasMessageContaining("signature");
    assertThat(verdict(local, TWO)).isEqualTo(Verdict.REFUSED);
    assertThat(Files.exists(file.resolveSibling("S.xhs.changes"))).isTrue();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(this::local).isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("系统不在：马上用本地的，答案说明号数与多久以前；过了期限：不判，绝不默认可付")
  void away() throws IOException {
    LocalStandings local = local();
    client.sync(local);
    house.troubles.add(503);
    now = now.plus(Duration.ofHours(3));
    Answer answer = client.check(List.of(ONE), local, Duration.ofHours(4)).getFirst();
    assertThat(answer.source()).isEqualTo(new Source.Local(DAY, 10, Duration.ofHours(3)));
    assertThat(answer.verdict()).isEqualTo(Verdict.PAYABLE);
    assertThat(pauses).isEmpty();
    now = now.plus(Duration.ofHours(2));
    Answer old = local.check(List.of(ONE), Duration.ofHours(4)).getFirst();
    assertThat(old.verdict()).isEqualTo(Verdict.UNRESOLVED);
    assertThat(old.source()).isEqualTo(new Source.TooOld(DAY, 10, Duration.ofHours(5)));
    assertThat(local.check(List.of(new Line("丙", "", PlayedHouse.SITE, DAY, Setting.RESCUE, 1)), Duration.ofDays(1))
        .getFirst().because()).isEqualTo(Cause.NO_CODE);
  }

  @Test
  @DisplayName("推送签名：正文、时刻、密钥任何一样不对都不认；不看签名就会收下被改的正文")
  void hookSignature() {
    byte[] body = "{\"changes\":[]}".getBytes(StandardCharsets.UTF_8);
    String stamp = Long.toString(now.getEpochSecond());
    String signature = HookSignature.of("whs_secret", stamp, body);
    Duration five = Duration.ofMinutes(5);
    assertThat(HookSignature.holds("whs_secret", stamp, body, signature, now, five)).isTrue();
    byte[] tampered = "{\"changes\":[1]}".getBytes(StandardCharsets.UTF_8);
    assertThat(HookSignature.holds("whs_secret", stamp, tampered, signature, now, five)).isFalse();
    assertThat(HookSignature.holds("other", stamp, body, signature, now, five)).isFalse();
    assertThat(HookSignature.holds("whs_secret", "1", body, signature, now, five)).isFalse();
    Instant late = now.plus(Duration.ofHours(1));
    assertThat(HookSignature.holds("whs_secret", stamp, body, signature, late, five)).isFalse();
    assertThat(HookSignature.holds("whs_secret", stamp, body, null, now, five)).isFalse();
    assertThat(HookSignature.holds("whs_secret", "x", body, signature, now, five)).isFalse();
  }
}
