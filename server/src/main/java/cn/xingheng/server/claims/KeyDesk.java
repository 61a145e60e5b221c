package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues keys to hospital systems, revokes them, and knows whose a key is. A key is shown once and kept as a hash. */
@Component
public class KeyDesk {
  private static final String PREFIX = "xh_";
  private static final int BYTES = 32;
  private static final int LONGEST_LABEL = 64;
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(xh_[A-Za-z0-9_-]{43}) *");
  private final KeyStore store;
  private final RegisterDesk register;
  private final AuditStore audit;
  private final IdempotencyStore once;
  private final ChangeDesk changes;
  private final SnapshotDesk snapshots;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  KeyDesk(
      KeyStore store, RegisterDesk register, AuditStore audit, IdempotencyStore once, ChangeDesk changes,
      SnapshotDesk snapshots, Clock clock) {
    this.store = store;
    this.register = register;
    this.audit = audit;
    this.once = once;
    this.changes = changes;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /**
   * Issues a key without a person before the screen: for the demonstration.
   *
   * @param account who answers for it
   * @return the key, which is not kept
   */
  @Transactional
  public String issue(long account, InstitutionId institution, String label) {
    String key = made();
    store.issue(institution.value(), label, hash(key), account, OffsetDateTime.now(clock));
    changes.keys();
    return key;
  }

  /**
   * Issues a key for an institution in scope, once.
   *
   * @return the key; empty when this write was made before, for it is shown only once
   * @throws Problem 404 out of scope, 422 without a label
   */
  @Transactional
  Optional<String> issue(Viewer viewer, String institution, String label, String write) {
    Organisation at =
        register.organisation(institution)
            .filter(found -> found.kind() == Organisation.Kind.INSTITUTION)
            .orElseThrow(Problem::notFound);
    viewer.require(Right.KEYS, at.path());
    String said = label.strip();
    if (said.isEmpty() || said.length() > LONGEST_LABEL) {
      throw Problem.of(422, "keys.problem.label", Integer.toString(LONGEST_LABEL));
    }
    IdempotencyStore.Request request =
        new IdempotencyStore.Request("account:" + viewer.account(), write, "keys:" + institution, said);
    if (once.find(request).isPresent()) {
      return Optional.empty();
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    String key = made();
    long id = store.issue(institution, said, hash(key), viewer.account(), now);
    changes.keys();
    once.keep(request, Long.toString(id), now);
    audit.write(viewer, "key-issued", "key:" + id, institution, now);
    return Optional.of(key);
  }

  /**
   * Closes a key for ever; doing it again does nothing.
   *
   * @throws Problem 404 when there is none in scope
   */
  @Transactional
  IssuedKey revoke(Viewer viewer, long id) {
    IssuedKey key =
        list(viewer).stream().filter(one -> one.id() == id).findFirst().orElseThrow(Problem::notFound);
    OffsetDateTime now = OffsetDateTime.now(clock);
    if (store.revoke(id, viewer.account(), now)) {
      changes.keys();
      audit.write(viewer, "key-revoked", "key:" + id, key.institution(), now);
    }
    return key;
  }

  /** The keys in scope. */
  List<IssuedKey> list(Viewer viewer) {
    List<String> paths = viewer.paths(Right.KEYS);
    return paths.isEmpty() ? List.of() : store.below(paths);
  }

  /** The institutions to which this person may issue keys. */
  List<Organisation> institutions(Viewer viewer) {
    return register.organisations(viewer, Right.KEYS).stream()
        .filter(one -> one.kind() == Organisation.Kind.INSTITUTION).toList();
  }

  /**
   * The institution of whoever stands before a machine door.
   *
   * @param authorization the header of that name, or null
   * @throws Problem 401 when there is no key, or none that opens; 503 when that cannot be known
   */
  public InstitutionId holder(@Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      throw Problem.of(401, "keys.problem.missing");
    }
    Map<String, String> keys = snapshots.current().keys();
    var matcher = BEARER.matcher(authorization);
    return Optional.of(matcher)
        .filter(found -> found.matches())
        .flatMap(found -> Optional.ofNullable(keys.get(hash(found.group(1)))))
        .map(InstitutionId::new)
        .orElseThrow(() -> Problem.of(401, "keys.problem.unknown"));
  }

  private String made() {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A key has 256 bits of chance, so a plain hash keeps it. */
  private static String hash(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
