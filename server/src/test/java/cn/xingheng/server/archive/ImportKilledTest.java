package cn.xingheng.server.archive;

import static cn.xingheng.server.archive.ImportWorld.HOUSE;
import static cn.xingheng.server.archive.ImportWorld.desk;
import static cn.xingheng.server.archive.ImportWorld.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Words;
import cn.xingheng.server.register.RegisterDesk;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("导入登记表：记录到一半，数据库连接被掐断")
class ImportKilledTest {
  private static final int ROWS = 800;
  private static final String WAITING =
      "select pid from pg_locks where locktype = 'advisory' and objid = 70217 and not granted";
  private static final long STEP = 5_000_000;

  /** As the owner of the schema, for a moment. */
  private static void asOwner(String... statements) {
    HOUSE.bean(TransactionOperations.class).executeWithoutResult(
        status -> {
          JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
          jdbc.sql("set local role none").update();
          List.of(statements).forEach(statement -> jdbc.sql(statement).query((row, number) -> 0).list());
        });
  }

  private static void define(String... statements) {
    HOUSE.bean(TransactionOperations.class).executeWithoutResult(
        status -> {
          JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
          jdbc.sql("set local role none").update();
          List.of(statements).forEach(statement -> jdbc.sql(statement).update());
        });
  }

  @BeforeEach
  void halt() {
    define(
        """
        create function halt_here() returns trigger language plpgsql as $f$ begin
          if new.id like '%-702a' then perform pg_advisory_xact_lock(70217); end if; return new; end $f$
        """,
        "create trigger halts before insert on fact for each row execute function halt_here()");
  }

  @AfterEach
  void resume() {
    define("drop trigger halts on fact", "drop function halt_here()");
  }

  /** Does the work while the row of line 702 waits; there its connection is killed from another one. */
  private static void killedAt702(Runnable work) throws Exception {
    try (Connection holder = HOUSE.bean(DataSource.class).getConnection(); Statement hold = holder.createStatement()) {
      hold.execute("select pg_advisory_lock(70217)");
      try {
        CompletableFuture<Void> doing = CompletableFuture.runAsync(work);
        int killed = waiting(doing);
        asOwner("select pg_terminate_backend(" + killed + ")");
        doing.get(60, TimeUnit.SECONDS);
      } finally {
        hold.execute("select pg_advisory_unlock(70217)");
      }
    }
  }

  /** The backend that stands before the row. */
  private static int waiting(CompletableFuture<Void> doing) {
    while (true) {
      List<Integer> found = HOUSE.bean(JdbcClient.class).sql(WAITING).query(Integer.class).list();
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      assertThat(doing).as("ended before the row").isNotDone();
      LockSupport.parkNanos(STEP);
    }
  }

  @Test
  @DisplayName("一行也没有留下，说明发生了什么、怎么办；再来一次收下，与没有被打断的导入处处相同")
  void nothingHalfWritten() throws Exception {
    ImportWorld world = new ImportWorld("la", "anhui-2019");
    byte[] file = many(1, ROWS, row -> row);
    long upload = world.looked(file).upload().id();
    killedAt702(
        () -> {
          assertThat(world.take(upload, true).state()).isInstanceOfSatisfying(
              ImportState.Failed.class,
              failed -> assertThat(
                      new Words(HOUSE.bean(MessageSource.class), Locale.CHINESE)
                          .say(failed.key(), failed.arguments().toArray()))
                  .isEqualTo("数据库没有收下，整批已退回。请稍后再试。"));
        });
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    assertThat(TwinHouse.written(jdbc, world.id, upload)).isEmpty();
    assertThat(world.count("select count(*) from audit where organisation like :id || '%'")).isZero();

    assertThat(world.take(upload, true).upload().batch()).extracting("taken").isEqualTo(ROWS);
    List<String> after = TwinHouse.written(jdbc, world.id, upload);
    assertThat(after).hasSizeGreaterThan(5 * ROWS);
    try (TwinHouse twin = new TwinHouse(world)) {
      ImportView undisturbed = twin.taken(world.ask(file), true);
      assertThat(TwinHouse.written(twin.bean(JdbcClient.class), world.id, undisturbed.upload().id()))
          .containsExactlyElementsOf(after);
    }
  }

  @Test
  @DisplayName("反证：同样的工作若不在一个事务里，同样掐断，半截的行就看得见")
  void wouldBeSeen() throws Exception {
    ImportWorld world = new ImportWorld("lb", "anhui-2019");
    ImportUpload upload = world.looked(many(1, ROWS, row -> row)).upload();
    ImportWork split =
        new ImportWork(
            HOUSE.bean(ImportStore.class), HOUSE.bean(RegisterDesk.class), HOUSE.bean(FactDesk.class),
            HOUSE.bean(AuditStore.class), TransactionOperations.withoutTransaction(), HOUSE.bean(MessageSource.class),
            HOUSE.bean(Clock.class));
    killedAt702(
        () -> assertThatThrownBy(
            () -> split.take(upload, world.officer, true, new Job(HOUSE.clock(), ImportPhase.READ)))
            .isInstanceOf(RuntimeException.class));
    List<String> half = TwinHouse.written(HOUSE.bean(JdbcClient.class), world.id, upload.id());
    assertThat(half).anyMatch(line -> line.startsWith("person ")).anyMatch(line -> line.startsWith("fact "))
        .anyMatch(line -> line.startsWith("batch ")).hasSizeLessThan(5 * ROWS);
    assertThat(desk().view(world.officer, upload.id()).upload().batch()).as("a batch that is not there").isNotNull();
  }
}
