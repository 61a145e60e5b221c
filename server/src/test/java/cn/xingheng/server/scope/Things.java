package cn.xingheng.server.scope;

import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the addresses of doors: one thing of each kind, all at the institution of the target. */
final class Things {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([\\w-]+)[^}]*)?}");
  private static final Map<String, String> FACTS =
      Map.of("withdraw", "d.", "correct", "d.", "defer", "x.", "settle", "t.");
  private final ScopeHouse house;
  private final Map<String, String> ids = new TreeMap<>();

  Things(ScopeHouse house) {
    this.house = house;
    house.key(ScopeHouse.OWN);
    ids.put("PERSON", ScopeHouse.plantedAt(ScopeHouse.OWN));
    ids.put("FREE", ScopeHouse.plantedAt(ScopeHouse.OWN));
    ids.put("INSTITUTION", ScopeHouse.OWN);
    ids.put("ORGANISATION", ScopeHouse.OWN);
    ids.put("ACCOUNT", Long.toString(
        house.bean(AccountStore.class).find(ScopeHouse.login(Role.CLERK, ScopeHouse.OWN)).orElseThrow().id()));
    ids.put("KEY", one("select max(id) from api_key"));
    ids.put("HOOK", hook());
    ids.put("IMPORT", upload());
    ids.put("YEAR", year());
    ids.put("RUN", settlement());
    ids.put("ITEM", item());
    ids.put("UPLOAD", uploaded());
    ids.put(
        "OPENED",
        one("select id from fact where person is null and institution = '" + ScopeHouse.OWN + "' limit 1"));
    ids.put("EDITION", one("select edition from organisation where id = '" + ScopeHouse.PROVINCE + "'"));
  }

  private String one(String sql) {
    return house.bean(JdbcClient.class).sql(sql).query(String.class).single();
  }

  /** An address that the institution is told at. */
  private String hook() {
    String id =
        one(
            """
            insert into hook (institution, url, nonce, created_by, created_at)
            select '%s', 'https://his.example/xingheng', 'planted-nonce-16', min(id), now() from account returning id
            """.formatted(ScopeHouse.OWN));
    one("insert into hook_cursor (hook, no) values (" + id + ", 0) returning hook");
    return id;
  }

  /** A month of the pooling area that is loaded: one line, of nobody. */
  private String settlement() {
    one(
        "insert into settlement_file (hash, content) values ('planted', '\\x00') returning hash");
    String run =
        one(
            """
            insert into settlement_run (agency, month, file_name, file_hash, account, recorded_at)
            select 'a-hefei', '2026-05-01', 'planted.csv', 'planted', id, now() from account
            where login = 'scope.officer.a-hefei' returning id
            """);
    one(
        """
        insert into settlement_line (agency, claim_id, run, line, issued_at, physician, institution, setting, fen,
                                     verdict, because)
        values ('a-hefei', 'planted', %s, 2, '2026-05-04 10:00', '', 'H34990000001', 'outpatient', 5, 'refused',
                'points')
        returning line
        """.formatted(run));
    one(
        "insert into settlement_total (run, institution, physician, verdict, because, lines, fen) values (" + run
            + ", 'H34990000001', '', 'refused', 'points', 1, 5) returning run");
    one(
        """
        insert into settlement_outcome (run, trouble, known_no, known_on, lines_read, lines_new, lines_again,
                                        lines_rejected, recorded_at)
        values (%s, '', 1, '2026-06-01', 1, 1, 0, 0, now()) returning run
        """.formatted(run));
    return run;
  }

  /** A turn of that line. */
  private String item() {
    String look =
        one(
            """
            insert into settlement_look (agency, first_month, last_month, known_no, known_on, lines_judged,
                                         lines_resolved, account, recorded_at)
            select 'a-hefei', '2026-05-01', '2026-05-01', 1, '2026-06-01', 1, 0, id, now() from account
            where login = 'scope.officer.a-hefei' returning id
            """);
    return one(
        """
        insert into settlement_item (agency, claim_id, turn, look, kind, fen, verdict_before, because_before,
                                     verdict_after, because_after, articles)
        values ('a-hefei', 'planted', 1, %s, 'PAY', 5, 'refused', 'points', 'payable', '', '{}') returning id
        """.formatted(look));
  }

  /** A line that the institution's system uploaded. */
  private String uploaded() {
    one(
        """
        insert into his_message (institution, msgid, infno, body_hash, sent_at, answer, received_at)
        values ('%s', 'planted', '2204', 'h', now(), '{}', now()) returning msgid
        """.formatted(ScopeHouse.OWN));
    return one(
        """
        insert into claim_line (institution, msgid, place, visit, sn, batch, refunds, said, code, orders, issued_on,
                                setting, fen, verdict, change_no)
        values ('%s', 'planted', 1, 'planted', '1', '', '', '', '', '', '2026-05-04', 'outpatient', 5, 'payable', 1)
        returning id
        """.formatted(ScopeHouse.OWN));
  }

  /** A year of the calendar that waits for a second person. */
  private String year() {
    return one(
        """
        insert into calendar_year (year, body, hash, source, account, recorded_at)
        select 2051, 'year: 2051
        notices:
          - {number: 国办发明电〔2051〕1号, title: 通知, date: 2051-01-02}
        off:
          - 2051-05-01
        work: []
        ', 'planted', 'planted', id, now() from account where login = 'scope.administrator.p-lianyungang' returning id
        """);
  }

  /** The own archive form of the pooling area, handed in again. */
  private String upload() {
    Visitor officer = house.visitor(Role.OFFICER, ScopeHouse.AREA);
    String form = officer.get("/archive-form.csv").text();
    String body =
        part("_csrf\"", officer.token()) + part("key\"", "upload-of-the-scope")
            + part("organisation\"", ScopeHouse.AREA)
            + part("asOf\"", ScopeHouse.TODAY.toString()) + part("from\"", "2026-01-01")
            + part("file\"; filename=\"scope.csv\"", form) + "--cut--\r\n";
    Visitor.Reply reply =
        officer.send("POST", "/imports", body, "Content-Type", "multipart/form-data; boundary=cut");
    String where = reply.header("Location");
    if (!where.matches(".*/imports/\\d+")) {
      throw new IllegalStateException("not taken in: " + reply.status() + " " + where + " " + reply.text());
    }
    return where.substring(where.lastIndexOf('/') + 1);
  }

  private static String part(String name, String content) {
    return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
  }

  /** The address of a door, with the thing in it. */
  String address(Expected expected) {
    Matcher variable = VARIABLE.matcher(expected.door().pattern());
    return variable.replaceAll(
        found ->
            Matcher.quoteReplacement(found.group(2) == null ? value(expected, found.group(1)) : found.group(2)));
  }

  private String value(Expected expected, String variable) {
    String id = ids.get(expected.thing());
    return switch (variable) {
      case "fact" -> fact(expected);
      case "figure" -> "standing";
      case "line" -> "2";
      case "year" -> Integer.toString(ScopeHouse.TODAY.getYear());
      default -> {
        if (id == null) {
          throw new IllegalStateException("say in the table what {" + variable + "} is in " + expected.door().line());
        }
        yield id;
      }
    };
  }

  private String fact(Expected expected) {
    if (expected.thing().equals("INSTITUTION")) {
      return Objects.requireNonNull(ids.get("OPENED"));
    }
    String pattern = expected.door().pattern();
    return FACTS.entrySet().stream().filter(one -> pattern.contains("/" + one.getKey())).findFirst()
            .orElseThrow(() -> new IllegalStateException("which fact? " + pattern)).getValue()
        + ids.get("PERSON");
  }

  /** Whether it is for whoever holds the right at a whole province, which is told so. */
  boolean national(Expected expected) {
    return expected.thing().equals("YEAR") || expected.thing().equals("NATION");
  }

  /** Where the thing belongs, or nothing where it belongs to nobody. */
  String path(Expected expected) {
    return switch (expected.thing()) {
      case "FREE", "EDITION", "YEAR", "NATION" -> "";
      case "IMPORT", "RUN", "ITEM" -> house.path(ScopeHouse.AREA);
      default -> house.path(ScopeHouse.OWN);
    };
  }
}
