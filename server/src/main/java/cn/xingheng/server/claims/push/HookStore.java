package cn.xingheng.server.claims.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hooks, how far each was told, and what is under way. */
@Component
class HookStore {
  private static final String ADD =
      """
      insert into hook (institution, url, nonce, created_by, created_at)
      values (:institution, :url, :nonce, :account, :at) returning id
      """;
  private static final String BEGIN = "insert into hook_cursor (hook, no) values (:hook, :no)";
  private static final String ACT =
      """
      insert into hook_act (hook, no, act, account, at)
      select :hook, coalesce(max(no), 0) + 1, :act, :account, :at from hook_act where hook = :hook
      """;
  private static final String BELOW =
      """
      select h.id, h.institution, o.name as institution_name, o.path, h.url, a.name as created_by, h.created_at,
             coalesce(s.act, '') = 'PAUSED' as paused, c.no,
             (select max(changed_at) from hook_delivery where hook = h.id and state = 'DONE') as arrived_at,
             d.id as letter, d.next_no, d.state, d.attempts, d.trouble, d.due_at, d.changed_at
      from hook h
      join organisation o on o.id = h.institution
      join account a on a.id = h.created_by
      join hook_cursor c on c.hook = h.id
      left join lateral (
        select act from hook_act where hook = h.id and act in ('PAUSED', 'RESUMED', 'DELETED')
        order by no desc limit 1) s on true
      left join hook_delivery d on d.hook = h.id and d.state in ('WAITING', 'DEAD')
      where o.path like any(:paths) and s.act is distinct from 'DELETED'
      order by h.id desc
      """;
  private static final String HOLD =
      """
      update hook_cursor set held_until = clock_timestamp() + interval '60 seconds'
      where hook = :hook and held_until < clock_timestamp()
      returning no, held_until
      """;
  private static final String RELEASE =
      "update hook_cursor set held_until = '-infinity' where hook = :hook and held_until = :until";
  private static final String RUNNING =
      """
      select h.institution, h.url, h.nonce from hook h
      where h.id = :hook and coalesce((
        select act from hook_act where hook = h.id and act in ('PAUSED', 'RESUMED', 'DELETED')
        order by no desc limit 1), 'RESUMED') = 'RESUMED'
      """;
  private static final String LETTER =
      """
      select id, next_no, body, state = 'DEAD' as dead, attempts, due_at from hook_delivery
      where hook = :hook and state in ('WAITING', 'DEAD')
      """;
  private static final String WRITE =
      """
      insert into hook_delivery (hook, after_no, next_no, body, due_at, changed_at)
      values (:hook, :after, :next, :body, :at, :at) returning id
      """;
  private static final String DONE =
      """
      update hook_delivery set state = :state, body = '', attempts = attempts + :more, trouble = '', changed_at = :at
      where id = :id and state in ('WAITING', 'DEAD')
      returning next_no
      """;
  private static final String MOVE = "update hook_cursor set no = :no where hook = :hook and no < :no";
  private static final String FAILED =
      """
      update hook_delivery set state = :state, attempts = attempts + 1, trouble = :trouble, due_at = :due,
             changed_at = :at
      where id = :id and state = 'WAITING'
      """;
  private static final String AGAIN =
      """
      update hook_delivery set state = 'WAITING', attempts = 0, due_at = :at, changed_at = :at
      where hook = :hook and state in ('WAITING', 'DEAD')
      """;
  private static final String CONCERNED =
      """
      select distinct h.id from hook h join fact f on f.institution = h.institution
      where f.person = any(:persons)
      """;
  private static final String ALL = "select id from hook order by id";
  private static final String RESUMED = "select hook from hook_act where act = 'RESUMED' and at > :since";
  private static final String DUE = "select hook from hook_delivery where state = 'WAITING' and due_at <= :now";
  private final JdbcClient jdbc;

  HookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A hook while one server has it to itself, until a moment by the database's clock. */
  record Held(long no, OffsetDateTime until) {}

  /** Where a running hook leads. */
  record Running(String institution, String url, String nonce) {}

  /** What is under way to a hook. */
  record Waiting(UUID id, long nextNo, String body, boolean dead, int attempts, OffsetDateTime dueAt) {}

  long add(String institution, String url, String nonce, long account, long no, OffsetDateTime at) {
    long id =
        jdbc.sql(ADD).param("institution", institution).param("url", url).param("nonce", nonce)
            .param("account", account).param("at", at).query(Long.class).single();
    jdbc.sql(BEGIN).param("hook", id).param("no", no).update();
    return id;
  }

  void act(long hook, String act, long account, OffsetDateTime at) {
    jdbc.sql(ACT).param("hook", hook).param("act", act).param("account", account).param("at", at).update();
  }

  /** The hooks of institutions below these paths that nobody has deleted, the newest first. */
  List<Hook> below(List<String> paths) {
    String[] patterns = paths.stream().map(path -> path + "%").toArray(String[]::new);
    return jdbc.sql(BELOW).param("paths", patterns).query((row, number) -> hook(row)).list();
  }

  private static Hook hook(ResultSet row) throws SQLException {
    return new Hook(
        row.getLong("id"), row.getString("institution"), row.getString("institution_name"), row.getString("path"),
        row.getString("url"), row.getString("created_by"), row.getObject("created_at", OffsetDateTime.class),
        row.getBoolean("paused"), row.getLong("no"), row.getObject("arrived_at", OffsetDateTime.class), letter(row));
  }

  private static Hook.@Nullable Letter letter(ResultSet row) throws SQLException {
    String id = row.getString("letter");
    return id == null
        ? null
        : new Hook.Letter(
            id, row.getLong("next_no"), row.getString("state").equals("DEAD"), row.getInt("attempts"),
            row.getString("trouble"), row.getObject("due_at", OffsetDateTime.class),
            row.getObject("changed_at", OffsetDateTime.class));
  }

  /** Takes a hook for a minute, unless another server has it. */
  Optional<Held> hold(long hook) {
    return jdbc.sql(HOLD).param("hook", hook)
        .query((row, number) -> new Held(row.getLong(1), row.getObject(2, OffsetDateTime.class))).optional();
  }

  void release(long hook, OffsetDateTime until) {
    jdbc.sql(RELEASE).param("hook", hook).param("until", until).update();
  }

  /** Empty when the hook is paused or deleted. */
  Optional<Running> running(long hook) {
    return jdbc.sql(RUNNING).param("hook", hook)
        .query((row, number) -> new Running(row.getString(1), row.getString(2), row.getString(3))).optional();
  }

  Optional<Waiting> waiting(long hook) {
    return jdbc.sql(LETTER).param("hook", hook)
        .query(
            (row, number) ->
                new Waiting(
                    row.getObject("id", UUID.class), row.getLong("next_no"), row.getString("body"),
                    row.getBoolean("dead"), row.getInt("attempts"), row.getObject("due_at", OffsetDateTime.class)))
        .optional();
  }

  UUID write(long hook, long after, long next, String body, OffsetDateTime at) {
    return jdbc.sql(WRITE).param("hook", hook).param("after", after).param("next", next).param("body", body)
        .param("at", at).query(UUID.class).single();
  }

  /** It has arrived or is passed over; the hook goes on behind it. */
  boolean done(long hook, UUID id, String state, int more, OffsetDateTime at) {
    Optional<Long> next =
        jdbc.sql(DONE).param("id", id).param("state", state).param("more", more).param("at", at).query(Long.class)
            .optional();
    next.ifPresent(no -> jdbc.sql(MOVE).param("hook", hook).param("no", no).update());
    return next.isPresent();
  }

  void failed(UUID id, String state, String trouble, OffsetDateTime due, OffsetDateTime at) {
    jdbc.sql(FAILED).param("id", id).param("state", state).param("trouble", trouble).param("due", due)
        .param("at", at).update();
  }

  /** Has what waits or is dead tried at once. */
  boolean again(long hook, OffsetDateTime at) {
    return jdbc.sql(AGAIN).param("hook", hook).param("at", at).update() > 0;
  }

  /** The hooks of institutions that a fact about one of these persons names. */
  List<Long> concerned(Collection<String> persons) {
    return jdbc.sql(CONCERNED).param("persons", persons.toArray(String[]::new))
        .query((row, number) -> row.getLong(1)).list();
  }

  List<Long> all() {
    return jdbc.sql(ALL).query((row, number) -> row.getLong(1)).list();
  }

  /** The hooks somebody had going again since. */
  List<Long> resumed(OffsetDateTime since) {
    return jdbc.sql(RESUMED).param("since", since).query((row, number) -> row.getLong(1)).list();
  }

  /** The hooks to which something is to be sent by now. */
  List<Long> due(OffsetDateTime now) {
    return jdbc.sql(DUE).param("now", now).query((row, number) -> row.getLong(1)).list();
  }
}
