package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

@DisplayName("写到一半 PostgreSQL 被 kill -9")
class KilledTest {
  private static final int WRITERS = 4;
  private static final int BEFORE = 60;
  private static final int AFTER = 40;
  /** So many each while it is not known to be back: a history grows with every one. */
  private static final int MEANWHILE = 100;
  private static final Duration LONG = Duration.ofSeconds(90);

  @TempDir Path temporary;

  private final Map<String, Recording> asked = new ConcurrentHashMap<>();
  private final Map<String, FactId> said = new ConcurrentHashMap<>();
  private final CountDownLatch enough = new CountDownLatch(BEFORE);
  private final AtomicBoolean healed = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private final CountDownLatch back = new CountDownLatch(1);
  private final CountDownLatch more = new CountDownLatch(AFTER);

  @Test
  @DisplayName("答应过的都在，没有写了一半的；页面至多 503，随后自己好；没答复的用原键再写只有一条；重启后键还在")
  void nothingIsLost() throws Exception {
    Path data = temporary.resolve("data");
    try (OwnHouse house = OwnHouse.in(data)) {
      Ward ward = Ward.in(house::bean);
      List<PersonId> persons = ward.physicians(60, "2.1");
      house.signIn("storage-one");
      String page = "/physicians/" + persons.getFirst();
      assertThat(house.get(page).statusCode()).isEqualTo(200);

      try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          int number = i;
          running.add(writers.submit(() -> write(ward, number, persons)));
        }
        try {
          assertThat(enough.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
          awayThenBack(house, page, data, kill(data));
          healed.set(true);
          back.countDown();
          assertThat(more.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
          over.set(true);
          back.countDown();
        }
        for (Future<?> one : running) {
          one.get();
        }
      }
      consistent(ward);
      assertThat(asked.size()).as("some were cut off").isGreaterThan(said.size());
      again(ward.facts());
      consistent(ward);
      assertThat(ward.count("select count(*) from idempotency")).isEqualTo(asked.size());
    }
    try (OwnHouse house = OwnHouse.in(data)) {
      again(house.bean(FactDesk.class));
    }
  }

  /** Records until enough was written after the healing. */
  private @Nullable Void write(Ward ward, int number, List<PersonId> persons) throws InterruptedException {
    for (int i = 0; more.getCount() > 0 && !over.get(); i++) {
      if (i >= MEANWHILE) {
        back.await();
      }
      PersonId person = persons.get((i * WRITERS + number) % persons.size());
      String key = "killed-%d-%06d".formatted(number, i);
      Recording recording = ward.recording(person, "1.1", key);
      asked.put(key, recording);
      try {
        said.put(key, ward.facts().record(recording));
        enough.countDown();
        if (healed.get()) {
          more.countDown();
        }
      } catch (RuntimeException cutOff) {
        assertThat(cutOff.getClass().getPackageName()).startsWith("org.springframework");
      }
    }
    return null;
  }

  private static long kill(Path data) throws IOException {
    long pid = postmaster(data);
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    return pid;
  }

  /** The process of the server, or -1 while there is none. */
  private static long postmaster(Path data) throws IOException {
    Path note = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
    return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
  }

  /** A page is there or says that it will be, until another server process serves it. */
  private static void awayThenBack(OwnHouse house, String page, Path data, long killed) throws Exception {
    List<Integer> seen = new ArrayList<>();
    long end = System.nanoTime() + LONG.toNanos();
    boolean back = false;
    while (System.nanoTime() < end && !back) {
      boolean another = postmaster(data) > 0 && postmaster(data) != killed;
      seen.add(house.get(page).statusCode());
      back = another && seen.getLast() == 200;
    }
    assertThat(seen).containsAnyOf(200, 503).isSubsetOf(200, 503);
    assertThat(back).as("back by itself").isTrue();
  }

  /** Every key has its fact, every fact its key and its line in the audit, and the projections say what is reckoned. */
  private void consistent(Ward ward) throws SQLException {
    String mine = " where account = " + ward.officer().account();
    long facts = ward.count("select count(*) from fact" + mine);
    assertThat(facts).isGreaterThanOrEqualTo(said.size());
    assertThat(ward.count("select count(*) from idempotency")).isEqualTo(facts);
    assertThat(ward.count("select count(*) from audit" + mine + " and act = 'deducted'")).isEqualTo(facts);
    assertThat(ward.count("select count(*) from idempotency i join fact f on f.id = i.outcome")).isEqualTo(facts);
    assertThat(kept(ward)).containsAllEntriesOf(said);
    assertThat(ward.spans().differing((done, of) -> { })).isEmpty();
  }

  private static Map<String, FactId> kept(Ward ward) throws SQLException {
    Map<String, FactId> kept = new HashMap<>();
    try (Connection owner = ward.owner()) {
      for (String row : Rows.all(owner, "select key || ' ' || outcome from idempotency")) {
        String[] words = row.split(" ");
        kept.put(words[0], new FactId(words[1]));
      }
    }
    return kept;
  }

  /** Every write once more with its key: those answered get the same answer. */
  private void again(FactDesk desk) {
    for (Map.Entry<String, Recording> one : asked.entrySet()) {
      FactId fact = desk.record(one.getValue());
      FactId before = said.put(one.getKey(), fact);
      assertThat(before).isIn(null, fact);
    }
  }
}
