package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("快照查询")
final class StandingSnapshotTest {
  private static final List<String> SITES = List.of("H1", "H2", "医院3");
  private static final SnapshotNote NOTE = new SnapshotNote(LocalDate.of(2026, 5, 4), Map.of());
  private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);

  private Run run;
  private Random random;

  @BeforeEach
  void folder(@TempDir Path folder) {
    run = new Run(folder);
    random = new Random(17);
  }

  /** Some rows; never none, which a standings file could not say. */
  private List<StandingSpan> rows() {
    List<StandingSpan> rows = new ArrayList<>();
    while (rows.isEmpty()) {
      draw(rows);
    }
    return rows;
  }

  private void draw(List<StandingSpan> rows) {
    for (String site : SITES) {
      LocalDate day = FIRST.plusDays(random.nextInt(100));
      for (int i = random.nextInt(4); i > 0; i--) {
        Standing standing = Standing.values()[random.nextInt(Standing.values().length)];
        boolean mute = standing == Standing.EFFECTIVE
            || (standing == Standing.UNRESOLVED || standing == Standing.NONE) && random.nextBoolean();
        Cause cause = mute ? null : Cause.values()[1 + random.nextInt(Cause.values().length - 1)];
        LocalDate last = i == 1 && random.nextBoolean() ? StandingSpan.OPEN : day.plusDays(random.nextInt(60));
        rows.add(new StandingSpan(site, day, last, standing, cause));
        if (last.equals(StandingSpan.OPEN)) {
          break;
        }
        day = last.plusDays(1L + (random.nextBoolean() ? 0 : random.nextInt(20)));
      }
    }
  }

  private Map<String, List<StandingSpan>> world(int physicians) {
    Map<String, List<StandingSpan>> world = new TreeMap<>();
    for (int i = 0; i < physicians; i++) {
      world.put("D" + "0".repeat(i % 20) + i, rows());
    }
    return world;
  }

  private StandingSnapshot opened(Map<String, List<StandingSpan>> world, String name) throws IOException {
    SnapshotBuilder builder = new SnapshotBuilder();
    world.forEach(builder::add);
    builder.write(run.path(name), NOTE, null);
    return StandingSnapshot.open(run.path(name), null);
  }

  /** The verdicts of match on the same rows. */
  private List<String> matched(Map<String, List<StandingSpan>> world, List<String> claims) throws IOException {
    StringBuilder rows = new StringBuilder(Run.STANDINGS);
    world.forEach(
        (code, spans) -> spans.forEach(
            span -> rows.append(
                String.join(
                    ",", code, span.institution(), span.from().toString(), span.through().toString(),
                    span.standing().word(), span.because() == null ? "" : span.because().word()) + "\n")));
    run.standings(rows.toString()).claims(Run.CLAIMS + String.join("\n", claims) + "\n").emergencyRefused().run();
    return run.text("V.csv").lines().skip(1).toList();
  }

  private String answered(StandingSnapshot snapshot, String claim) {
    String[] fields = claim.split(",", -1);
    StandingSnapshot.Answer answer = snapshot.answer(
        fields[2], fields[3], LocalDate.parse(fields[1].substring(0, 10)), Setting.find(fields[4]).orElseThrow(),
        Verdict.REFUSED);
    Cause because = answer.because();
    return fields[0] + "," + answer.verdict().word() + "," + (because == null ? "" : because.word());
  }

  private List<String> claims(Map<String, List<StandingSpan>> world, int count) {
    List<String> codes = new ArrayList<>(world.keySet());
    codes.add("");
    codes.add("nobody");
    List<String> sites = new ArrayList<>(SITES);
    sites.add("H9");
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      claims.add(
          "c" + i + "," + FIRST.plusDays(random.nextInt(400) - 30) + "T10:00,"
              + codes.get(random.nextInt(codes.size())) + "," + sites.get(random.nextInt(sites.size())) + ","
              + Setting.values()[random.nextInt(4)].word() + ",100");
    }
    return claims;
  }

  @Test
  @DisplayName("随机的行：每条明细与 match 判得一样；变动取代之后，与 match 对新的行判得一样")
  void likeMatch() throws IOException {
    Map<String, List<StandingSpan>> world = world(60);
    List<String> claims = claims(world, 3_000);
    StandingSnapshot snapshot = opened(world, "S.xhs");
    List<String> before = matched(world, claims);
    assertThat(claims.stream().map(claim -> answered(snapshot, claim)).toList()).isEqualTo(before);

    Map<String, List<StandingSpan>> changes = new HashMap<>();
    world.keySet().stream().filter(code -> code.hashCode() % 3 == 0).forEach(code -> changes.put(code, rows()));
    changes.put("新医师", rows());
    Map<String, List<StandingSpan>> after = new TreeMap<>(world);
    after.putAll(changes);
    StandingSnapshot changed = snapshot.with(changes);
    List<String> more = claims(after, 3_000);
    run.forget();
    assertThat(more.stream().map(claim -> answered(changed, claim)).toList()).isEqualTo(matched(after, more));
    assertThat(more.stream().map(claim -> answered(snapshot, claim)).toList()).isNotEqualTo(matched(after, more));
  }

  @Test
  @DisplayName("until 是判定改变前的最后一天：一天天数过去，正是那一天之后才变")
  void until() throws IOException {
    Map<String, List<StandingSpan>> world = world(30);
    StandingSnapshot snapshot = opened(world, "S.xhs");
    int ends = 0;
    for (String claim : claims(world, 600)) {
      String[] fields = claim.split(",", -1);
      LocalDate day = LocalDate.parse(fields[1].substring(0, 10));
      Setting setting = Setting.find(fields[4]).orElseThrow();
      StandingSnapshot.Answer said = snapshot.answer(fields[2], fields[3], day, setting, Verdict.EXCEPTED);
      LocalDate last = null;
      for (LocalDate next = day.plusDays(1); last == null && next.getYear() < 2028; next = next.plusDays(1)) {
        Verdict then = snapshot.answer(fields[2], fields[3], next, setting, Verdict.EXCEPTED).verdict();
        last = then == said.verdict() ? null : next.minusDays(1);
      }
      assertThat(said.until()).as(claim).isEqualTo(last);
      ends += last == null ? 0 : 1;
    }
    assertThat(ends).isGreaterThan(40);
  }

  @Test
  @DisplayName("没有行的编码：知道有这个人，没有签约；编码过长：不判；两行重叠：不要")
  void edges() throws IOException {
    StandingSnapshot snapshot = opened(Map.of("D1", List.of()), "S.xhs");
    LocalDate day = LocalDate.of(2026, 5, 4);
    assertThat(snapshot.answer("D1", "H1", day, Setting.OUTPATIENT, Verdict.EXCEPTED))
        .isEqualTo(new StandingSnapshot.Answer(Verdict.REFUSED, Cause.NOT_SIGNED, null));
    assertThat(snapshot.answer("D2", "H1", day, Setting.OUTPATIENT, Verdict.EXCEPTED).because())
        .isEqualTo(Cause.UNKNOWN_CODE);
    String tooLong = "x".repeat(33);
    StandingSnapshot with = snapshot.with(Map.of(tooLong, List.of()));
    assertThat(with.answer(tooLong, "H1", day, Setting.OUTPATIENT, Verdict.EXCEPTED).verdict())
        .isEqualTo(Verdict.UNRESOLVED);
    StandingSpan span = new StandingSpan("H1", day, StandingSpan.OPEN, Standing.EFFECTIVE, null);
    assertThatThrownBy(() -> snapshot.with(Map.of("D1", List.of(span, span))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(snapshot.with(Map.of("D1", List.of(span))).answer("D1", "H1", day, Setting.OUTPATIENT, Verdict.EXCEPTED)
        .verdict()).isEqualTo(Verdict.PAYABLE);
  }
}
