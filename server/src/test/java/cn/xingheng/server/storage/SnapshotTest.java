package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.server.claims.KeyDesk;
import cn.xingheng.server.facts.Change;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.RegisterDesk;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("内存里的资格快照：一台说了“已记录”，就按它答；另一台至多晚一秒")
class SnapshotTest {
  private static final String SITE = Ward.SITE.value();
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  @TempDir Path temporary;

  private static String code(PersonId person) {
    return "Sa3" + person.value();
  }

  private static List<PersonId> coded(Ward ward, int count) {
    List<PersonId> persons = ward.physicians(count);
    List<CodeGrant> grants =
        persons.stream().map(person -> new CodeGrant(code(person), person, Ward.TODAY.minusYears(1), null)).toList();
    ward.transactions().executeWithoutResult(status -> ward.bean(RegisterDesk.class).enter(List.of(), grants));
    return persons;
  }

  private static String key(Ward ward) {
    return ward.bean(KeyDesk.class).issue(ward.officer().account(), Ward.SITE, "快照");
  }

  private static Recording left(Ward ward, PersonId person) {
    return ward.recording(
        ward.officer(), person, head -> new Left(head, person, Ward.SITE), null, "left-" + person);
  }

  private static boolean payable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().contains("payable");
  }

  @Test
  @DisplayName("四十次离职：本机立刻不付；旁边一台在一秒之后绝不再按旧的答，而刚记完时确曾按旧的答过（对照）")
  void neverFromBefore() throws Exception {
    try (OwnHouse house = OwnHouse.in(temporary.resolve("one"))) {
      Ward ward = Ward.in(house::bean);
      String key = key(ward);
      HikariDataSource source = (HikariDataSource) house.bean(DataSource.class);
      try (OwnHouse beside =
          OwnHouse.at(temporary.resolve("two"), source.getJdbcUrl(), source.getUsername(), source.getPassword())) {
        int stale = 0;
        for (PersonId person : coded(ward, 40)) {
          List<String> code = List.of(code(person));
          assertThat(payable(house.check(key, SITE, code))).isTrue();
          ward.facts().record(left(ward, person));
          long recorded = System.nanoTime();
          assertThat(payable(house.check(key, SITE, code))).as("where it was recorded").isFalse();
          stale += until(beside, key, code, recorded);
        }
        assertThat(stale).as("control: this would be seen if a server answered from before").isPositive();
      }
    }
  }

  /** How often the server beside answered from before, asked until it does no more. */
  private static int until(OwnHouse beside, String key, List<String> code, long recorded) throws Exception {
    int stale = 0;
    while (true) {
      long asked = System.nanoTime();
      HttpResponse<String> answer = beside.check(key, SITE, code);
      if (answer.statusCode() == 503) {
        continue;
      }
      if (!payable(answer)) {
        return stale;
      }
      assertThat(asked - recorded).as("nanoseconds after it was recorded").isLessThan(SECOND);
      stale++;
    }
  }

  @Test
  @DisplayName("数据库没了：503 与再试的秒数，不按旧的答；回来后自己好，停用的密钥打不开")
  void awayIsSaid() throws Exception {
    Path data = temporary.resolve("data");
    try (OwnHouse house = OwnHouse.in(data)) {
      Ward ward = Ward.in(house::bean);
      String key = key(ward);
      List<String> code = List.of(code(coded(ward, 1).getFirst()));
      assertThat(payable(house.check(key, SITE, code))).isTrue();
      Path note = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
      signal(pid, "-STOP");
      List<Integer> seen = new ArrayList<>();
      try {
        long end = System.nanoTime() + 30 * SECOND;
        server.children().forEach(child -> signal(child.pid(), "-STOP"));
        while (!seen.contains(503) && System.nanoTime() < end) {
          HttpResponse<String> answer = house.check(key, SITE, code);
          seen.add(answer.statusCode());
          assertThat(answer.statusCode() != 503 || answer.headers().firstValue("Retry-After").isPresent()).isTrue();
        }
      } finally {
        server.children().forEach(child -> signal(child.pid(), "-CONT"));
        signal(pid, "-CONT");
      }
      assertThat(seen).contains(503).startsWith(200);
      long end = System.nanoTime() + 30 * SECOND;
      int status = 0;
      while (status != 200 && System.nanoTime() < end) {
        status = house.check(key, SITE, code).statusCode();
      }
      assertThat(status).isEqualTo(200);
    }
  }

  private static void signal(long pid, String which) {
    try {
      new ProcessBuilder("kill", which, Long.toString(pid)).start().waitFor();
    } catch (IOException | InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Test
  @DisplayName("许多笔同时写：变动号没有缺口，先看见的号小；谁也没漏")
  void numbersHaveNoGaps() throws Exception {
    Ward ward = Ward.shared();
    ChangeDesk changes = ward.bean(ChangeDesk.class);
    List<PersonId> persons = ward.physicians(48);
    long before = changes.latest();
    List<Long> seen = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> running = new ArrayList<>();
      persons.forEach(person -> running.add(writers.submit(() -> ward.facts().record(left(ward, person)))));
      long last = before;
      while (!running.stream().allMatch(Future::isDone) || last < changes.latest()) {
        for (Change change : changes.after(last, 1_000)) {
          seen.add(change.no());
          last = change.no();
        }
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(seen).isEqualTo(LongStream.rangeClosed(before + 1, before + seen.size()).boxed().toList());
    TreeSet<String> told = new TreeSet<>();
    changes.after(before, 1_000).forEach(change -> told.addAll(change.persons()));
    assertThat(told).containsAll(persons.stream().map(PersonId::value).toList());
  }
}
