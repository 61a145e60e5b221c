package cn.xingheng.server.claims.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.client.HookSignature;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.TestClock;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.claims.ClaimWorld;
import cn.xingheng.server.claims.DeltaDesk;
import cn.xingheng.server.claims.StandingChanges;
import cn.xingheng.server.demo.DemoPhysician;
import cn.xingheng.server.facts.ChangeDesk;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("变动推送")
class HookTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SECRET = Pattern.compile("whs_[A-Za-z0-9_-]{43}");
  private static final Pattern HOOK = Pattern.compile("/hooks/(\\d+)/delete");
  private final ClaimWorld world = ClaimWorld.get();
  private final TestClock clock = ClaimWorld.HOUSE.clock();
  private final HookDesk desk = ClaimWorld.HOUSE.bean(HookDesk.class);
  private Receiver receiver;
  private ClaimWorld.Browser admin;
  private LocalDate day = TestHouse.TODAY;

  @BeforeEach
  void begin() throws Exception {
    receiver = new Receiver(ClaimWorld.HOUSE.receiverPort());
    admin = new ClaimWorld.Browser("claims.admin");
  }

  @AfterEach
  void end() throws Exception {
    clock.set(TestHouse.TODAY);
    Matcher hook = HOOK.matcher(admin.get("/hooks").body());
    while (hook.find()) {
      act(Long.parseLong(hook.group(1)), "delete");
    }
    receiver.close();
  }

  private String url() {
    return "http://127.0.0.1:" + receiver.port() + "/in";
  }

  private String add(String url) throws Exception {
    return admin.post(
        "/hooks", "/hooks", Map.of("institution", world.holder.value(), "url", url, "key", key())).body();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private String act(long hook, String act) throws Exception {
    return admin.post("/hooks", "/hooks/" + hook + "/" + act, Map.of("key", key())).body();
  }

  private static String secret(String page) {
    Matcher found = SECRET.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group();
  }

  private static long hook(String page) {
    Matcher found = HOOK.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return Long.parseLong(found.group(1));
  }

  /** The next message, however often the clock has to go on for it. */
  private Receiver.Message later() throws InterruptedException {
    for (int waited = 0; waited < 300; waited++) {
      Receiver.Message message = receiver.messages.poll(300, TimeUnit.MILLISECONDS);
      if (message != null) {
        return message;
      }
      day = day.plusDays(1);
      clock.set(day);
    }
    throw new AssertionError("nothing came");
  }

  private static JsonNode body(Receiver.Message message) {
    return JSON.readTree(message.body());
  }

  @Test
  @DisplayName("登记：密钥只显示一次；一有变动就到，签名核对得上；换一个字节就对不上；暂停时不送，恢复后补送")
  void told() throws Exception {
    String page = add(url());
    String secret = secret(page);
    long hook = hook(page);
    assertThat(admin.get("/hooks").body()).doesNotContain(secret).contains(url());
    DemoPhysician one = world.inForce().getFirst();
    world.leave(one);
    Receiver.Message message = receiver.next();
    byte[] bytes = message.body().getBytes(StandardCharsets.UTF_8);
    String stamp = message.header("Xingheng-timestamp");
    String signature = message.header("Xingheng-signature");
    Duration five = Duration.ofMinutes(5);
    assertThat(HookSignature.holds(secret, stamp, bytes, signature, clock.instant(), five)).isTrue();
    bytes[5] ^= 1;
    assertThat(HookSignature.holds(secret, stamp, bytes, signature, clock.instant(), five)).isFalse();
    assertThat(body(message).at("/changes/0/physicianCode").stringValue())
        .isEqualTo(one.codes().getFirst().code());
    assertThat(message.header("Xingheng-delivery")).matches("[0-9a-f-]{36}");

    act(hook, "pause");
    world.leave(world.inForce().getFirst());
    assertThat(receiver.messages.poll(2, TimeUnit.SECONDS)).isNull();
    assertThat(act(hook, "resume")).contains(url());
    assertThat(body(receiver.next()).get("after").longValue()).isEqualTo(body(message).get("next").longValue());
  }

  @Test
  @DisplayName("不该去的地址登记不上；别人的机构、别人的推送碰不到")
  void refused() throws Exception {
    for (String bad : List.of(
        "https://10.0.0.1/", "https://169.254.169.254/latest", "https://[::1]/", "https://0.0.0.0/",
        "https://user@1.1.1.1/", "ftp://1.1.1.1/", "http://127.0.0.1:1/", "https://nobody.invalid/")) {
      String page = add(bad);
      assertThat(SECRET.matcher(page).find()).as(bad).isFalse();
    }
    assertThat(admin.get("/hooks").body()).doesNotContain("/delete\"");
    long hook = hook(add(url()));
    ClaimWorld.Browser officer = new ClaimWorld.Browser("claims.officer");
    assertThat(officer.get("/hooks").statusCode()).isEqualTo(403);
    assertThat(officer.post("/account", "/hooks/" + hook + "/delete", Map.of("key", key())).statusCode())
        .isEqualTo(403);
    assertThat(admin.get("/hooks").body()).contains("/hooks/" + hook + "/delete");
  }

  @Test
  @DisplayName("不答、跳转、一直 500：隔得越来越久，十八次后停下请人看；后面的变动等着，再送时按原样、按次序")
  void deadAndAgain() throws Exception {
    String page = add(url());
    long hook = hook(page);
    receiver.answers.add(Receiver.SILENT);
    receiver.answers.add(302);
    receiver.always = 500;
    world.leave(world.inForce().getFirst());
    Receiver.Message first = receiver.next();
    for (int attempt = 2; attempt <= Courier.MOST_ATTEMPTS; attempt++) {
      Receiver.Message again = later();
      assertThat(again.header("Xingheng-delivery")).isEqualTo(first.header("Xingheng-delivery"));
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.path()).isEqualTo("/in");
    }
    world.leave(world.inForce().getFirst());
    clock.set(day.plusDays(2));
    assertThat(receiver.messages.poll(2, TimeUnit.SECONDS)).as("stopped").isNull();
    assertThat(admin.get("/hooks").body()).contains("已停", "500", "/hooks/" + hook + "/again");
    receiver.always = 200;
    act(hook, "again");
    Receiver.Message sent = receiver.next();
    assertThat(sent.body()).isEqualTo(first.body());
    assertThat(sent.header("Xingheng-delivery")).isEqualTo(first.header("Xingheng-delivery"));
    assertThat(body(receiver.next()).get("after").longValue()).isEqualTo(body(first).get("next").longValue());
  }

  @Test
  @DisplayName("送到了、还没记下就被杀：再送一遍，编号与正文都一样；对照：记下了的不再送")
  void killedInBetween() throws Exception {
    String page = add(url());
    long hook = hook(page);
    HookStore.Held held = desk.hold(hook).orElseThrow();
    assertThat(desk.hold(hook)).as("nobody else has it meanwhile").isEmpty();
    world.leave(world.inForce().getFirst());
    HookDesk.Turn turn = desk.turn(hook, held).orElseThrow();
    DeltaDesk deltas = ClaimWorld.HOUSE.bean(DeltaDesk.class);
    StandingChanges changes = deltas.after(new InstitutionId(turn.institution()), turn.no(), Courier.MOST);
    String body = JSON.writeValueAsString(changes);
    UUID id = desk.write(turn, changes.next(), body);
    Post.Reply reply =
        post().send(turn.url(), Map.of("Xingheng-Delivery", id.toString()), body.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.arrived()).isTrue();
    desk.release(hook, held);
    Receiver.Message before = receiver.next();
    Receiver.Message after = receiver.next();
    assertThat(after.header("Xingheng-delivery")).isEqualTo(before.header("Xingheng-delivery"))
        .isEqualTo(id.toString());
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(receiver.messages.poll(2, TimeUnit.SECONDS)).isNull();
  }

  private static Post post() {
    return new Post(
        ClaimWorld.HOUSE.bean(AddressRule.class), AddressRule.Resolver::system,
        (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("两台一起送：每件只送一次，一件接着一件，一件不少")
  void twoServers() throws Exception {
    add(url());
    Courier beside =
        new Courier(
            desk, ClaimWorld.HOUSE.bean(DeltaDesk.class), ClaimWorld.HOUSE.bean(ChangeDesk.class), post(), clock,
            new Random(1));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                beside.round();
              }
            });
    List<DemoPhysician> some = world.inForce().subList(0, 6);
    some.forEach(world::leave);
    List<String> told = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    long last = -1;
    while (told.size() < some.stream().mapToInt(one -> one.codes().size()).sum()) {
      Receiver.Message message = receiver.next();
      JsonNode page = body(message);
      assertThat(last).isIn(-1L, page.get("after").longValue());
      last = page.get("next").longValue();
      ids.add(message.header("Xingheng-delivery"));
      page.get("changes").forEach(one -> told.add(one.get("physicianCode").stringValue()));
    }
    done.set(true);
    other.join();
    beside.stop();
    assertThat(receiver.messages.poll(2, TimeUnit.SECONDS)).isNull();
    assertThat(ids).doesNotHaveDuplicates();
    List<String> codes = some.stream().flatMap(one -> one.codes().stream()).map(one -> one.code()).toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  @DisplayName("等多久：每次翻倍，五秒起，一小时封顶，在一半与全部之间")
  void waits() throws Exception {
    Courier courier =
        new Courier(
            desk, ClaimWorld.HOUSE.bean(DeltaDesk.class), ClaimWorld.HOUSE.bean(ChangeDesk.class), post(), clock,
            new Random(7));
    for (int attempts = 0; attempts < 40; attempts++) {
      long whole = Math.min(3_600_000L, 5_000L << Math.min(attempts, 20));
      assertThat(courier.wait(attempts).toMillis()).isBetween(whole / 2, whole);
    }
    assertThat(URI.create(url()).getPort()).isEqualTo(ClaimWorld.HOUSE.receiverPort());
    courier.stop();
  }
}
