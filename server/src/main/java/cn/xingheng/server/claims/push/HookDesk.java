package cn.xingheng.server.claims.push;

import cn.xingheng.server.claims.SealDesk;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the addresses that institutions want to be told at, and what people do with them. */
@Component
public class HookDesk {
  private static final int NONCE = 16;
  private static final int MOST_HOOKS = 10;
  private final HookStore store;
  private final RegisterDesk register;
  private final SealDesk seals;
  private final ChangeDesk changes;
  private final AddressRule rule;
  private final AuditStore audit;
  private final IdempotencyStore once;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  HookDesk(
      HookStore store, RegisterDesk register, SealDesk seals, ChangeDesk changes, AddressRule rule, AuditStore audit,
      IdempotencyStore once, Clock clock) {
    this.store = store;
    this.register = register;
    this.seals = seals;
    this.changes = changes;
    this.rule = rule;
    this.audit = audit;
    this.once = once;
    this.clock = clock;
  }

  /** What people do with a hook. */
  enum Act {
    PAUSED,
    RESUMED,
    AGAIN,
    SKIPPED,
    DELETED
  }

  /** The hooks in scope. */
  List<Hook> list(Viewer viewer) {
    List<String> paths = viewer.paths(Right.KEYS);
    return paths.isEmpty() ? List.of() : store.below(paths);
  }

  /** The institutions for which this person may keep hooks. */
  List<Organisation> institutions(Viewer viewer) {
    return register.organisations(viewer, Right.KEYS).stream()
        .filter(one -> one.kind() == Organisation.Kind.INSTITUTION).toList();
  }

  /**
   * Adds an address, once; it is told what changes from now on.
   *
   * @return the secret, which is not shown again; empty when this write was made before
   * @throws Problem 404 out of scope, 422 when nothing may be sent there
   */
  @Transactional
  Optional<String> add(Viewer viewer, String institution, String address, String write) {
    Organisation at =
        register.organisation(institution)
            .filter(found -> found.kind() == Organisation.Kind.INSTITUTION)
            .orElseThrow(Problem::notFound);
    viewer.require(Right.KEYS, at.path());
    URI url = checked(address);
    IdempotencyStore.Request request =
        new IdempotencyStore.Request("account:" + viewer.account(), write, "hooks:" + institution, url.toString());
    if (once.find(request).isPresent()) {
      return Optional.empty();
    }
    if (store.below(List.of(at.path())).size() >= MOST_HOOKS) {
      throw Problem.of(422, "hooks.problem.many", Integer.toString(MOST_HOOKS));
    }
    byte[] bytes = new byte[NONCE];
    chance.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    OffsetDateTime now = OffsetDateTime.now(clock);
    long id = store.add(institution, url.toString(), nonce, viewer.account(), changes.latest(), now);
    once.keep(request, Long.toString(id), now);
    audit.write(viewer, "hook-added", "hook:" + id, institution, now);
    return Optional.of(secret(id, nonce));
  }

  private URI checked(String address) {
    URI url = rule.read(address);
    if (url == null) {
      throw Problem.of(422, "hooks.problem.url");
    }
    try {
      if (rule.addresses(AddressRule.Resolver::system, url.getHost()).isEmpty()) {
        throw Problem.of(422, "hooks.problem.address");
      }
    } catch (UnknownHostException unknown) {
      throw Problem.of(422, "hooks.problem.host", url.getHost());
    }
    return url;
  }

  private String secret(long id, String nonce) {
    return "whs_" + seals.derived("hook " + id + " " + nonce);
  }

  /**
   * Does something with a hook; what changes nothing is not written.
   *
   * @throws Problem 404 when there is none in scope
   */
  @Transactional
  Hook act(Viewer viewer, long id, Act act) {
    Hook hook = list(viewer).stream().filter(one -> one.id() == id).findFirst().orElseThrow(Problem::notFound);
    OffsetDateTime now = OffsetDateTime.now(clock);
    boolean done =
        switch (act) {
          case PAUSED -> !hook.paused();
          case RESUMED -> hook.paused();
          case AGAIN -> store.again(id, now);
          case SKIPPED -> hook.letter() != null
              && store.done(id, UUID.fromString(hook.letter().id()), "SKIPPED", 0, now);
          case DELETED -> true;
        };
    if (done) {
      store.act(id, act.name(), viewer.account(), now);
      audit.write(viewer, "hook-" + act.name().toLowerCase(Locale.ROOT), "hook:" + id, hook.institution(), now);
    }
    return hook;
  }

  /**
   * A hook that this server has to itself for a minute.
   *
   * @param no the change up to which it was told
   * @param held until when, which is also by what it is given back
   */
  record Turn(long hook, String institution, URI url, String secret, long no, OffsetDateTime held) {}

  /** Takes a hook; empty when another server has it. */
  Optional<HookStore.Held> hold(long hook) {
    return store.hold(hook);
  }

  /** The hook one holds; empty when it is paused or deleted. */
  Optional<Turn> turn(long hook, HookStore.Held held) {
    return store.running(hook)
        .map(
            running ->
                new Turn(
                    hook, running.institution(), URI.create(running.url()), secret(hook, running.nonce()), held.no(),
                    held.until()));
  }

  /** Gives it back. */
  void release(long hook, HookStore.Held held) {
    store.release(hook, held.until());
  }

  /** What is under way to it. */
  Optional<HookStore.Waiting> waiting(long hook) {
    return store.waiting(hook);
  }

  /** Writes down what is going to be sent. */
  UUID write(Turn turn, long next, String body) {
    return store.write(turn.hook(), turn.no(), next, body, OffsetDateTime.now(clock));
  }

  /** It has arrived. */
  @Transactional
  void arrived(long hook, UUID id) {
    store.done(hook, id, "DONE", 1, OffsetDateTime.now(clock));
  }

  /** It has not arrived and is tried again then, or no more. */
  void failed(UUID id, String trouble, boolean dead, OffsetDateTime due) {
    store.failed(id, dead ? "DEAD" : "WAITING", trouble, due, OffsetDateTime.now(clock));
  }

  List<Long> concerned(List<String> persons) {
    return persons.isEmpty() ? List.of() : store.concerned(persons);
  }

  List<Long> all() {
    return store.all();
  }

  /** The hooks somebody had going again since. */
  List<Long> resumed(OffsetDateTime since) {
    return store.resumed(since);
  }

  List<Long> due(OffsetDateTime now) {
    return store.due(now);
  }
}
