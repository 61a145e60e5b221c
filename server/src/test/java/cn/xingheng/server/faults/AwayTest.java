package cn.xingheng.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.TestClock;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.house.Open;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.scope.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("数据库不在、关门再开门")
class AwayTest {
  private static final String LOGIN = "away.officer";
  private static final String PASSWORD = "seven lanterns on a boat";
  private static final String AWAY = "数据库暂时连不上";
  private static final int ATTEMPTS = 2_000;
  private Path data;
  private ConfigurableApplicationContext context;

  @BeforeEach
  void open() throws IOException {
    data = Files.createTempDirectory("xingheng-away");
    context = started();
    RegisterDesk register = context.getBean(RegisterDesk.class);
    register.enter(
        new Organisation("away", null, "away/", Organisation.Kind.PROVINCE, "某省", null, "no-such-edition", null, null));
    AccountStore accounts = context.getBean(AccountStore.class);
    long id = accounts.add(LOGIN, "经办", context.getBean(PasswordEncoder.class).encode(PASSWORD));
    accounts.grant(id, "away", Role.OFFICER);
  }

  private ConfigurableApplicationContext started() {
    return XinghengServer.start(
        Map.of("server.port", 0, "xingheng.data", data.toString()), new TestClock(LocalDate.of(2026, 11, 20)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  private ProcessHandle postmaster() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path note = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip())).orElseThrow();
    }
  }

  private static void until(BooleanSupplier done) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (done.getAsBoolean()) {
        return;
      }
    }
    throw new AssertionError("not within " + ATTEMPTS + " attempts");
  }

  private static Visitor.Reply machine(Visitor visitor) throws Exception {
    return visitor.send(
        "POST", "/api/v1/claims/check", "{\"lines\":[]}", "Content-Type", "application/json", "Authorization",
        "Bearer xh_" + "x".repeat(43));
  }

  @Test
  @DisplayName("数据库被杀：页面和接口都是 503 的一句话，健康是坏；数据库回来，同一个程序、同一个会话接着用")
  void databaseAway() throws Exception {
    String url = XinghengServer.address(context);
    Visitor officer = Visitor.signedIn(url, LOGIN, PASSWORD);
    ScheduledAnnotationBeanPostProcessor timer = context.getBean(ScheduledAnnotationBeanPostProcessor.class);
    Object keeper = context.getBean("keeper");
    timer.postProcessBeforeDestruction(keeper, "keeper");
    ProcessHandle killed = postmaster();
    killed.destroyForcibly();
    killed.onExit().get(30, TimeUnit.SECONDS);

    Visitor.Reply page = officer.get("/physicians");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text()).contains(AWAY);
    assertThat(page.raw().headers().firstValue("Refresh")).as("comes again by itself").contains("5");
    Visitor.Reply write = officer.post("/physicians/x/deduct", Map.of("key", "a-key-of-sixteen"));
    assertThat(write.status()).isEqualTo(503);
    assertThat(write.text()).contains(AWAY);
    assertThat(write.raw().headers().firstValue("Refresh")).as("a write does not").isEmpty();
    Visitor.Reply machine = machine(officer);
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); machine.status() == 401; ) {
      assertThat(System.nanoTime()).as("for a second the keys are known").isLessThan(end);
      machine = machine(officer);
    }
    assertThat(machine.status()).isEqualTo(503);
    assertThat(machine.header("Content-Type")).startsWith("application/problem+json");
    assertThat(machine.header("Retry-After")).isNotEmpty();
    assertThat(officer.get("/health").status()).isEqualTo(503);
    Visitor.Reply signIn = new Visitor(url).signIn(LOGIN, PASSWORD);
    assertThat(signIn.status()).isEqualTo(503);
    assertThat(signIn.text()).contains(AWAY);

    timer.postProcessAfterInitialization(keeper, "keeper");
    until(() -> officer.get("/physicians").status() == 200);
    assertThat(officer.get("/health").status()).isEqualTo(200);
    assertThat(new Visitor(url).signIn(LOGIN, PASSWORD).header("Location")).doesNotContain("failed");
  }

  /** A door that does not answer until it is told to. */
  public static final class SlowDoor {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);

    /** Waits. */
    @Open
    public ResponseEntity<String> slow() throws InterruptedException {
      entered.countDown();
      return ResponseEntity.ok(told.await(60, TimeUnit.SECONDS) ? "done" : "never told");
    }
  }

  @Test
  @DisplayName("关门：进行中的请求答完，数据库停下，不留进程；再开门什么都在")
  void cleanShutdown() throws Exception {
    String url = XinghengServer.address(context);
    Visitor officer = Visitor.signedIn(url, LOGIN, PASSWORD);
    SlowDoor door = new SlowDoor();
    RequestMappingHandlerMapping mapping =
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    mapping.registerMapping(
        RequestMappingInfo.paths("/slow").options(mapping.getBuilderConfiguration()).build(), door,
        SlowDoor.class.getMethod("slow"));
    ProcessHandle postgres = postmaster();
    CompletableFuture<Visitor.Reply> running = CompletableFuture.supplyAsync(() -> officer.get("/slow"));
    assertThat(door.entered.await(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
    until(() -> refused(url));
    assertThat(postgres.isAlive()).isTrue();
    door.told.countDown();

    assertThat(running.get(60, TimeUnit.SECONDS).text()).isEqualTo("done");
    closing.get(120, TimeUnit.SECONDS);
    assertThat(postgres.isAlive()).isFalse();

    context = started();
    assertThat(Visitor.signedIn(XinghengServer.address(context), LOGIN, PASSWORD).get("/physicians").status())
        .isEqualTo(200);
  }

  /** Whether nobody new is let in any more. */
  private static boolean refused(String url) {
    try {
      return new Visitor(url).get("/sign-in").status() == 503;
    } catch (java.io.UncheckedIOException nobody) {
      return true;
    }
  }
}
