package cn.xingheng.server.house.security;

import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts within an administrator's organisations, and everybody's own password. Every act is written down. */
@Component
public class AccountDesk {
  private final AccountStore store;
  private final AccountStates states;
  private final AuditStore audit;
  private final IdempotencyStore once;
  private final PasswordEncoder passwords;
  private final Clock clock;

  AccountDesk(
      AccountStore store, AccountStates states, AuditStore audit, IdempotencyStore once, PasswordEncoder passwords,
      Clock clock) {
    this.store = store;
    this.states = states;
    this.audit = audit;
    this.once = once;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * An account as an administrator sees it.
   *
   * @param held the roles within the administrator's organisations
   * @param outside whether there are roles elsewhere
   * @param self whether it is the administrator's own
   */
  public record Seen(
      long id, String login, String name, boolean active, List<Viewer.Held> held, boolean outside, boolean self) {

    /** Whether the administrator may close it and set its password. */
    public boolean governed() {
      return !outside && !self;
    }
  }

  /** A role to be given: which, where. */
  record Grant(Role role, String organisation) {}

  List<Seen> list(Viewer viewer) {
    return store.within(viewer.paths(Right.ACCOUNTS)).stream().map(account -> seen(viewer, account)).toList();
  }

  /** The organisations where this administrator gives roles. */
  List<AccountStore.Place> places(Viewer viewer) {
    return store.places(viewer.paths(Right.ACCOUNTS));
  }

  Seen find(Viewer viewer, long id) {
    Seen seen = store.find(id).map(account -> seen(viewer, account)).orElseThrow(Problem::notFound);
    if (seen.held().isEmpty()) {
      throw Problem.notFound();
    }
    return seen;
  }

  private Seen seen(Viewer viewer, AccountStore.Account account) {
    List<Viewer.Held> all = store.roles(account.id());
    List<Viewer.Held> held = all.stream().filter(one -> viewer.may(Right.ACCOUNTS, one.path())).toList();
    return new Seen(
        account.id(), account.login(), account.name(), account.active(), held, held.size() < all.size(),
        account.id() == viewer.account());
  }

  /** Whether a login is in use. */
  boolean taken(String login) {
    return store.find(login).isPresent();
  }

  /** Adds an account with its first role; the same key again adds nothing. */
  @Transactional
  public long add(Viewer viewer, String key, String login, String name, String password, Grant grant) {
    IdempotencyStore.Request request =
        new IdempotencyStore.Request(
            "account:" + viewer.account(), key, "accounts",
            String.join("\n", login, name, grant.role().name(), grant.organisation()));
    Optional<String> before = once.find(request);
    if (before.isPresent()) {
      return Long.parseLong(before.get());
    }
    store.lock();
    if (taken(login)) {
      throw Problem.of(409, "accounts.trouble.taken", login);
    }
    AccountStore.Place place = place(viewer, grant);
    long id = store.add(login, name.strip(), passwords.encode(password));
    store.grant(id, place.id(), grant.role());
    once.keep(request, Long.toString(id), now());
    write(viewer, "account-added", id, login);
    write(viewer, "role-granted", id, grant.role() + " " + place.id());
    return id;
  }

  private AccountStore.Place place(Viewer viewer, Grant grant) {
    AccountStore.Place place =
        places(viewer).stream().filter(one -> one.id().equals(grant.organisation())).findFirst()
            .orElseThrow(Problem::notFound);
    if (!fits(grant.role(), place.kind())) {
      throw Problem.of(422, "accounts.trouble.role");
    }
    return place;
  }

  /** An agency's clerk works at an agency, an institution's clerk at an institution. */
  private static boolean fits(Role role, String kind) {
    return switch (role) {
      case ADMINISTRATOR, REVIEWER -> true;
      case OFFICER -> kind.equals("PROVINCE") || kind.equals("AREA");
      case CLERK -> kind.equals("INSTITUTION");
    };
  }

  /** Gives a role; the name of the organisation. */
  @Transactional
  public String grant(Viewer viewer, long id, Grant grant) {
    store.lock();
    Seen seen = other(find(viewer, id));
    AccountStore.Place place = place(viewer, grant);
    if (seen.held().stream().anyMatch(one -> holds(one, grant))) {
      throw Problem.of(409, "accounts.trouble.held");
    }
    store.grant(id, place.id(), grant.role());
    changed(viewer, id, "role-granted", grant);
    return place.name();
  }

  /** Takes a role away, but not the last one: who needs none is closed. */
  @Transactional
  public String revoke(Viewer viewer, long id, Grant grant) {
    store.lock();
    Seen seen = other(find(viewer, id));
    Viewer.Held held =
        seen.held().stream().filter(one -> holds(one, grant)).findFirst().orElseThrow(Problem::notFound);
    if (seen.held().size() == 1) {
      throw Problem.of(422, "accounts.trouble.one");
    }
    store.revoke(id, grant.organisation(), grant.role());
    changed(viewer, id, "role-revoked", grant);
    return held.organisationName();
  }

  private void changed(Viewer viewer, long id, String act, Grant grant) {
    store.touch(id);
    states.forget(id);
    write(viewer, act, id, grant.role() + " " + grant.organisation());
  }

  private static boolean holds(Viewer.Held held, Grant grant) {
    return held.role() == grant.role() && held.organisation().equals(grant.organisation());
  }

  private static Seen other(Seen seen) {
    if (seen.self()) {
      throw Problem.of(422, "accounts.trouble.self");
    }
    return seen;
  }

  private static Seen governed(Seen seen) {
    if (!other(seen).governed()) {
      throw Problem.of(422, "accounts.trouble.outside");
    }
    return seen;
  }

  /** Opens or closes an account; closing ends its sessions. */
  @Transactional
  public Seen active(Viewer viewer, long id, boolean active) {
    Seen seen = governed(find(viewer, id));
    store.active(id, active);
    states.forget(id);
    write(viewer, active ? "account-opened" : "account-closed", id, "");
    return seen;
  }

  /** Sets the password of somebody else. */
  @Transactional
  public Seen password(Viewer viewer, long id, String password) {
    Seen seen = governed(find(viewer, id));
    store.password(id, passwords.encode(password));
    states.forget(id);
    write(viewer, "password-set", id, "");
    return seen;
  }

  /** Changes the own password; since when the account is so, or empty when the present one is wrong. */
  @Transactional
  public Optional<Instant> ownPassword(Viewer viewer, String now, String next) {
    AccountStore.Account account = store.find(viewer.account()).orElseThrow(Problem::notFound);
    if (!passwords.matches(now, account.passwordHash())) {
      return Optional.empty();
    }
    Instant since = store.password(account.id(), passwords.encode(next));
    states.forget(account.id());
    write(viewer, "password-changed", account.id(), "");
    return Optional.of(since);
  }

  private void write(Viewer viewer, String act, long id, String detail) {
    audit.write(viewer, act, "account:" + id, detail, now());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
