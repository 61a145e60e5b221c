package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

@DisplayName("表上的每一条约束都被攻击过")
class ConstraintsTest {
  private static final String CHECK = "23514";
  private static final String FOREIGN = "23503";
  private static final String TWICE = "23505";
  private static final String BODY = "'{\"id\":\"%s\",\"what\":\"%s\",\"on\":\"%s\",\"recorded\":\"%s\"}'";

  /** Each line: a table, then what is changed in its honest row; a value ends at the bar. */
  private static final String ATTACKS =
      """
      organisation|id='a b'|path='storage/a b/'
      organisation|id=''
      organisation|kind='CITY'
      organisation|name=''
      organisation|place='ab'
      organisation|level=4
      organisation|level=-1
      organisation|kind='PROVINCE'|edition='e'
      organisation|parent=null
      organisation|edition='e'
      organisation|kind='INSTITUTION'
      organisation|path='storage/other/'
      organisation|path='storage/planted'
      account|login='x'
      account|login='a b'
      account|name=''
      account_role|role='KING'
      person|id='../x'
      person|name=''
      person|sex='X'
      person|identity_number='34990019000101001'
      person|identity_number='34990019000101001x'
      person|category='NURSE'
      person|position='KING'
      person|title='KING'
      physician_code|code=''
      physician_code|until='2026-01-01'
      import_file|content=''
      crosswalk|local_id=''
      crosswalk|until='2025-12-31'
      his_message|msgid=''
      his_message|infno='22'
      claim_line|place=0
      claim_line|visit=''
      claim_line|sn=''
      claim_line|sn='0000'
      claim_line|setting='x'
      claim_line|fen=-1
      claim_line|verdict='x'
      claim_cancellation|place=0
      claim_cancellation|visit=''
      claim_cancellation|sn=''
      claim_cancellation|sn=null|batch=''
      claim_cancellation|batch='b'
      import_row|outcome='LOST'
      import_undo|because=''
      fact|id='a b'|body='{"id":"a b","what":"left","on":"2026-05-01","recorded":"2026-05-02"}'
      fact|recorded='2026-05-03'|recorded_at='2026-05-03T09:00+08'
      fact|on_day='2026-05-03'
      fact|recorded='2026-05-01'
      fact|recorded_at='2026-05-01T23:59:59+08'
      fact|recorded_at='2026-05-02T16:00:00Z'
      fact|person=null
      fact|body='{}'
      fact|body='null'
      fact|body='[]'
      fact|kind='visiting'
      fact|on_day='2026-04-30'
      idempotency|key='short'
      idempotency|key=repeat('k', 129)
      settlement_file|content=''
      settlement_piece|content=''
      settlement_piece|place=-1
      settlement_run|month='2026-05-02'
      settlement_outcome|lines_new=0
      settlement_line|setting='x'
      settlement_line|verdict='x'
      settlement_look|first_month='2026-06-01'
      settlement_item|kind='x'
      settlement_item|claim_id=null
      settlement_item|reason='x'
      settlement_step|state='x'
      settlement_step|reason='x'
      hook|url='ftp://x'
      hook|url=concat('https://', repeat('x', 500))
      hook|nonce='short'
      hook_act|act='x'
      hook_delivery|state='x'
      hook_delivery|next_no=1
      change|what='nothing'|persons='{}'
      change|persons='{}'
      change|about=1
      standing_span|end_day='2026-01-01'
      points_span|end_day='2026-01-01'
      tally_span|end_day='2026-01-01'
      """;

  private Connection app;

  @BeforeEach
  void connect() throws SQLException {
    Ward.shared().physician();
    app = Ward.shared().app();
    app.setAutoCommit(false);
  }

  @AfterEach
  void rollBack() throws SQLException {
    app.rollback();
    app.close();
  }

  @Test
  @DisplayName("对照：诚实的一行每张表都收")
  void honest() throws SQLException {
    for (Planted row : Planted.all()) {
      if (!row.table().equals("person_before")) {
        assertThat(Rows.refusal(app, row.insert())).as(row.insert()).isEmpty();
        Rows.run(app, row.insert());
      }
    }
  }

  @Test
  @DisplayName("每条 CHECK 至少被一次攻击触发，没有漏下的")
  void everyCheck() throws SQLException {
    Set<String> fired = new TreeSet<>();
    prepared();
    for (String line : ATTACKS.lines().toList()) {
      PSQLException refused = attack(attacked(line)).orElseThrow(() -> new AssertionError("accepted: " + line));
      assertThat(refused.getSQLState()).as(line + ": " + refused.getMessage()).isEqualTo(CHECK);
      fired.add(Objects.requireNonNull(Objects.requireNonNull(refused.getServerErrorMessage()).getConstraint(), line));
    }
    assertThat(fired).containsAll(
        Rows.all(app,
            "select conname::text from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace"
                + " and conrelid::regclass::text <> 'flyway_schema_history'"));
  }

  @Test
  @DisplayName("正文与编号、种类、日期、录入日必须一致，缺一不可")
  void bodyAgrees() throws SQLException {
    List<String> bodies = new ArrayList<>(List.of(
        BODY.formatted("other", "left", "2026-05-01", "2026-05-02"),
        BODY.formatted("planted", "signed", "2026-05-01", "2026-05-02"),
        BODY.formatted("planted", "left", "2026-05-02", "2026-05-02"),
        BODY.formatted("planted", "left", "2026-05-01", "2026-05-01"),
        "'{\"what\":\"left\",\"on\":\"2026-05-01\",\"recorded\":\"2026-05-02\"}'",
        "'{\"id\":\"planted\",\"on\":\"2026-05-01\",\"recorded\":\"2026-05-02\"}'",
        "'{\"id\":\"planted\",\"what\":\"left\",\"recorded\":\"2026-05-02\"}'",
        "'{\"id\":\"planted\",\"what\":\"left\",\"on\":\"2026-05-01\"}'",
        "'{\"id\":null,\"what\":\"left\",\"on\":\"2026-05-01\",\"recorded\":\"2026-05-02\"}'"));
    for (String body : bodies) {
      assertThat(attack(Planted.row("fact").with("body", body)).map(PSQLException::getSQLState))
          .as(body).contains(CHECK);
    }
    String honest = BODY.formatted("planted", "left", "2026-05-01", "2026-05-02");
    assertThat(attack(Planted.row("fact").with("body", honest))).isEmpty();
  }

  @Test
  @DisplayName("所指的事实必须存在，而且是同一个人的")
  void aboutTheSame() throws SQLException {
    String mine = Rows.first(app, "select min(id) from person where province = 'storage'", String.class);
    String other = Ward.shared().physician().value();
    assertThat(mine).isNotEqualTo(other);
    assertThat(state(about("'nothing'"))).contains(FOREIGN);
    assertThat(state(about("'" + other + "-s'"))).contains(CHECK);
    assertThat(state(about("'storage-open'"))).contains(CHECK);
    assertThat(state(about("'" + other + "-s'").with("person", "null").with("kind", "'withdrawn'")
        .with("body", BODY.formatted("planted", "withdrawn", "2026-05-01", "2026-05-02")))).contains(CHECK);
    assertThat(state(about("'" + other + "-s'").with("person", "'" + other + "'"))).as("honest").isEmpty();
  }

  @Test
  @DisplayName("同一编号、同一键、同一证件号码不能有两行；没有的人、机构、账号不能被指到")
  void keysAndReferences() throws SQLException {
    prepared();
    for (String table : List.of("fact", "idempotency", "person", "account", "organisation", "physician_code",
        "standing_span", "points_span", "tally_span", "account_role")) {
      Rows.run(app, Planted.row(table).insert());
      assertThat(state(Planted.row(table))).as(table).contains(TWICE);
    }
    assertThat(state(Planted.row("fact").with("id", "'planted-2'").with("person", "'nobody'")
        .with("body", BODY.formatted("planted-2", "left", "2026-05-01", "2026-05-02")))).contains(FOREIGN);
    assertThat(state(Planted.row("physician_code").with("code", "'c2'").with("person", "'nobody'"))).contains(FOREIGN);
    assertThat(state(Planted.row("calendar_year").with("account", "-1"))).contains(FOREIGN);
  }

  @Test
  @DisplayName("谁装载日历谁就不能确认；确认过的不能再确认；对照：另一人确认一次")
  void twoPersons() throws SQLException {
    Rows.run(app, Planted.row("calendar_year").insert());
    Planted confirmation = Planted.row("calendar_confirmation");
    assertThat(state(confirmation.with("account", "ONE"))).contains(CHECK);
    Rows.run(app, confirmation.insert());
    assertThat(state(confirmation)).contains(TWICE);
    assertThat(state(confirmation.with("account", "ONE"))).isPresent();
  }

  /** The rows that others refer to. */
  private void prepared() throws SQLException {
    for (String table : List.of("api_key", "import_batch", "calendar_year", "settlement_file", "settlement_run",
        "settlement_line", "settlement_look", "settlement_item", "hook")) {
      Rows.run(app, Planted.row(table).insert());
    }
  }

  private static Planted about(String id) {
    return Planted.row("fact").with("about", id);
  }

  private static Planted attacked(String line) {
    String[] parts = line.split("\\|");
    Planted row = Planted.row(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      int at = parts[i].indexOf('=');
      row = row.with(parts[i].substring(0, at), parts[i].substring(at + 1));
    }
    return row;
  }

  private Optional<PSQLException> attack(Planted row) throws SQLException {
    return Rows.refusal(app, row.insert());
  }

  private Optional<String> state(Planted row) throws SQLException {
    return attack(row).map(PSQLException::getSQLState);
  }
}
