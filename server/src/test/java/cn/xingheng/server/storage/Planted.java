package cn.xingheng.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * An honest row of a table, column by column in SQL; an attack is the same row with one thing changed.
 *
 * @param values what stands in each column, as an expression
 */
record Planted(String table, Map<String, String> values) {
  /** The day and the moment the rows speak of. */
  private static final String ROWS =
      """
      organisation id='planted' parent='storage' path='storage/planted/' kind='DEPARTMENT' name='种' \
      region=null edition=null place=null level=null
      account login='planted' name='种' password_hash='x'
      account_role account=ONE organisation='storage-a' role='REVIEWER'
      api_key institution='storage-h1' label='l' key_hash='planted' created_by=ONE created_at=now()
      api_key_revocation api_key=(select~min(id)~from~api_key) revoked_by=ONE revoked_at=now()
      person id='planted' province='storage' name='种' pinyin='zhong' initials='z' sex='MALE' \
      identity_number='349900190001010011' category='VILLAGE' position=null title=null specialty='' certificate='' \
      phone=''
      physician_code code='planted' person=PERSON since='2026-01-01' until=null
      crosswalk institution='storage-h1' local_id='planted' code='planted' since='2026-01-01' until='infinity' \
      account=ONE recorded_at=now()
      his_message institution='storage-h1' msgid='planted' infno='2204' body_hash='h' sent_at=now() answer='{}' \
      received_at=now()
      claim_line institution='storage-h1' msgid='planted' place=1 visit='v' sn='1' batch='' refunds='' said='' code='' \
      crosswalk=null orders='' issued_on='2026-01-01' setting='outpatient' fen=1 verdict='payable' because=null \
      change_no=1
      claim_cancellation institution='storage-h1' msgid='planted' place=1 visit='v' sn='1' batch=null
      import_file hash='planted' content='\\x00'
      import_upload organisation='storage-a' file_name='f' file_hash='planted' as_of='2026-01-01' terms='{}' \
      account=ONE recorded_at=now()
      import_batch organisation='storage-a' file_name='f' file_hash='h' as_of='2026-01-01' terms='{}' account=ONE \
      recorded_at=now() rows_taken=1 rows_unchanged=0 rows_refused=0
      import_row batch=(select~min(id)~from~import_batch) line=1 outcome='TAKEN' reason=''
      import_undo batch=(select~min(id)~from~import_batch) account=ONE because='误' recorded_at=now()
      fact id='planted' province='storage' person=PERSON institution=null kind='left' on_day='2026-05-01' \
      recorded_at='2026-05-02T09:00+08' recorded='2026-05-02' about=null \
      body='{"id":"planted","what":"left","on":"2026-05-01","recorded":"2026-05-02"}' edition='e' edition_hash='h' \
      account=ONE
      idempotency tenant='t' key='planted-key' object='o' body_hash='h' outcome='x' recorded_at=now()
      audit account=ONE act='a' object='o' at=now()
      calendar_year year=2031 body='{}' hash='h' source='s' account=ONE recorded_at=now()
      calendar_confirmation calendar_year=YEAR account=TWO recorded_at=now()
      change what='persons' persons='{x}' about=null
      person_before person=PERSON was='{}'
      settlement_file hash='planted' content='\\x00'
      settlement_piece hash='planted' place=0 content='\\x00'
      settlement_run agency='storage-a' month='2026-05-01' file_name='f' file_hash='planted' account=ONE \
      recorded_at=now()
      settlement_outcome run=RUN trouble='' known_no=1 known_on='2026-06-01' lines_read=1 lines_new=1 lines_again=0 \
      lines_rejected=0 recorded_at=now()
      settlement_line agency='storage-a' claim_id='planted' run=RUN line=2 issued_at='2026-05-04' physician='' \
      institution='storage-h1' setting='outpatient' fen=1 verdict='payable' because=''
      settlement_repeat run=RUN line=3 agency='storage-a' claim_id='planted'
      settlement_reject run=RUN line=4 reason='torn' said=''
      settlement_total run=RUN institution='storage-h1' physician='' verdict='payable' because='' lines=1 fen=1
      settlement_look agency='storage-a' first_month='2026-05-01' last_month='2026-05-01' known_no=1 \
      known_on='2026-06-01' lines_judged=1 lines_resolved=0 account=ONE recorded_at=now()
      settlement_item agency='storage-a' claim_id='planted' turn=1 look=(select~max(id)~from~settlement_look) \
      kind='PAY' fen=1 verdict_before='refused' because_before='points' verdict_after='payable' because_after='' \
      articles='{}'
      settlement_step item=(select~max(id)~from~settlement_item) step=1 state='SENT' account=ONE note='' \
      recorded_at=now()
      hook institution='storage-h1' url='https://planted.example/' nonce='planted-nonce-16' created_by=ONE \
      created_at=now()
      hook_act hook=HOOK no=1 act='PAUSED' account=ONE at=now()
      hook_cursor hook=HOOK no=0
      hook_delivery hook=HOOK after_no=1 next_no=2 body='{}' due_at=now() changed_at=now()
      standing_span person=PERSON institution='planted' first_day='2026-01-01' end_day='2026-01-02' standing='s' \
      causes='{}' begins=true
      points_span person=PERSON account='planted' first_day='2026-01-01' end_day='2026-01-02' points=1
      tally_span institution='planted' person=PERSON first_day='2026-01-01' end_day='2026-01-02' points=1 ended=0 \
      in_force=1 looked=true
      """;
  private static final Map<String, Planted> ALL = new LinkedHashMap<>();

  static {
    for (String line : ROWS.lines().toList()) {
      String[] words = line.split(" ");
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 1; i < words.length; i++) {
        int at = words[i].indexOf('=');
        values.put(words[i].substring(0, at), words[i].substring(at + 1).replace('~', ' '));
      }
      ALL.put(words[0], new Planted(words[0], values));
    }
  }

  /** The honest row of a table. */
  static Planted row(String table) {
    return Objects.requireNonNull(ALL.get(table), table);
  }

  /** One honest row into every table, in the transaction under way. */
  static void everywhere(Connection owner) throws SQLException {
    for (Planted row : ALL.values()) {
      Rows.run(owner, row.insert());
    }
  }

  static Iterable<Planted> all() {
    return ALL.values();
  }

  Planted with(String column, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(column, value);
    return new Planted(table, changed);
  }

  String insert() {
    StringJoiner columns = new StringJoiner(", ");
    StringJoiner expressions = new StringJoiner(", ");
    values.forEach(
        (column, value) -> {
          columns.add(column);
          expressions.add(said(value));
        });
    return "insert into " + table + " (" + columns + ") values (" + expressions + ")";
  }

  private static String said(String value) {
    return switch (value) {
      case "ONE" -> "(select id from account where login = 'storage-one')";
      case "TWO" -> "(select id from account where login = 'storage-two')";
      case "YEAR" -> "(select max(id) from calendar_year)";
      case "HOOK" -> "(select max(id) from hook)";
      case "RUN" -> "(select max(id) from settlement_run)";
      case "PERSON" -> "(select min(id) from person where province = 'storage')";
      default -> value;
    };
  }
}
