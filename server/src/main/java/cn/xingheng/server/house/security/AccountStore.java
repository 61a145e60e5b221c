package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts and the roles they hold. */
@Component
public class AccountStore {
  private static final String FIND =
      "select id, login, name, password_hash, active from account where login = :login";
  private static final String ROLES =
      """
      select r.role, o.id, o.path, o.name from account_role r join organisation o on o.id = r.organisation
      where r.account = :account order by o.path, r.role
      """;
  private static final String ADD =
      "insert into account (login, name, password_hash) values (:login, :name, :hash) returning id";
  private static final String GRANT =
      "insert into account_role (account, organisation, role) values (:account, :organisation, :role)";
  private static final String ANY = "select exists (select from account)";
  private static final String BY_ID =
      "select id, login, name, password_hash, active from account where id = :id";
  private static final String WITHIN =
      """
      select a.id, a.login, a.name, a.password_hash, a.active from account a
      where exists (select from account_role r join organisation o on o.id = r.organisation
        where r.account = a.id and o.path like any(:paths))
      order by a.name, a.login
      """;
  private static final String PLACES =
      "select id, path, kind, name from organisation where path like any(:paths) order by path";
  private static final String CHANGED_AT = "select changed_at from account where id = :id and active";
  private static final String REVOKE =
      "delete from account_role where account = :account and organisation = :organisation and role = :role";
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('xingheng account roles'))";
  private static final String TOUCH =
      "update account set changed_at = clock_timestamp() where id = :id returning changed_at";
  private static final String ACTIVE =
      "update account set active = :active, changed_at = clock_timestamp() where id = :id";
  private static final String PASSWORD =
      "update account set password_hash = :hash, changed_at = clock_timestamp() where id = :id returning changed_at";
  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An account with the hash of its password. */
  public record Account(long id, String login, String name, String passwordHash, boolean active) {}

  /** The account of this login, or empty. */
  public Optional<Account> find(String login) {
    return jdbc.sql(FIND).param("login", login).query(AccountStore::row).optional();
  }

  private static Account row(ResultSet row, int number) throws SQLException {
    return new Account(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5));
  }

  /** The account with this number, or empty. */
  Optional<Account> find(long id) {
    return jdbc.sql(BY_ID).param("id", id).query(AccountStore::row).optional();
  }

  /** The accounts that hold a role at or below one of these paths. */
  List<Account> within(List<String> paths) {
    return jdbc.sql(WITHIN).param("paths", patterns(paths)).query(AccountStore::row).list();
  }

  /** An organisation where a role can be held. */
  public record Place(String id, String path, String kind, String name) {}

  /** The organisations at or below these paths. */
  List<Place> places(List<String> paths) {
    return jdbc.sql(PLACES).param("paths", patterns(paths))
        .query((row, number) -> new Place(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  private static String[] patterns(List<String> paths) {
    return paths.stream().map(path -> path.replace("_", "\\_") + "%").toArray(String[]::new);
  }

  /** When an open account was last changed; empty when it is closed or not there. */
  Optional<Instant> changedAt(long id) {
    return jdbc.sql(CHANGED_AT).param("id", id).query((row, number) -> instant(row)).optional();
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject(1, OffsetDateTime.class).toInstant();
  }

  /** Takes a role away. */
  void revoke(long account, String organisation, Role role) {
    jdbc.sql(REVOKE).param("account", account).param("organisation", organisation).param("role", role.name()).update();
  }

  /** One writer of roles at a time, until the transaction ends. */
  void lock() {
    jdbc.sql(LOCK).query((row, number) -> true).list();
  }

  /** Says that the account is not what it was: sessions from before end. */
  void touch(long id) {
    jdbc.sql(TOUCH).param("id", id).query((row, number) -> instant(row)).single();
  }

  /** Opens or closes an account. */
  void active(long id, boolean active) {
    jdbc.sql(ACTIVE).param("id", id).param("active", active).update();
  }

  /** Sets a password; when that was. */
  Instant password(long id, String hash) {
    return jdbc.sql(PASSWORD).param("id", id).param("hash", hash).query((row, number) -> instant(row)).single();
  }

  /** The roles of an account. */
  public List<Viewer.Held> roles(long account) {
    return jdbc.sql(ROLES).param("account", account)
        .query(
            (row, number) ->
                new Viewer.Held(Role.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  /** Whether there is any account: before the first one there is only the set-up. */
  public boolean any() {
    return jdbc.sql(ANY).query(Boolean.class).single();
  }

  /** Adds an account; its number. */
  public long add(String login, String name, String passwordHash) {
    return jdbc.sql(ADD).param("login", login).param("name", name).param("hash", passwordHash)
        .query(Long.class).single();
  }

  /** Gives an account a role at an organisation. */
  public void grant(long account, String organisation, Role role) {
    jdbc.sql(GRANT).param("account", account).param("organisation", organisation).param("role", role.name()).update();
  }
}
