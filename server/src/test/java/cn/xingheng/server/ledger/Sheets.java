package cn.xingheng.server.ledger;

import static cn.xingheng.server.ledger.FormWorld.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualification;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.server.facts.FactDesk;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filled-in forms, and what the house holds before and after they are sent. */
final class Sheets {
  static final FormWorld WORLD = FormWorld.get();
  private static final AtomicInteger DOCUMENT = new AtomicInteger();

  private Sheets() {}

  private static String document(String word) {
    return word + "〔2026〕" + (900 + DOCUMENT.incrementAndGet()) + "号";
  }

  /** A deduction of today that was served today. */
  static Map<String, String> deduction(InstitutionId at, String item) {
    return fields(
        "item", item, "at", at.value(), "actFrom", "2026-05-20", "times", "1", "text", "查实", "document", document("扣"),
        "on", today(), "servedPerson", today(), "servedInstitution", today());
  }

  /** A suspension or a termination of today that was served today, on a ground. */
  static Map<String, String> sanction(String ground, String length) {
    return fields(
        "ground", ground, "length", length, "text", "依据充分", "document", document("决"), "on", today(), "servedPerson",
        today(), "servedInstitution", today());
  }

  /** Why something is withdrawn or put off. */
  static Map<String, String> reason(String... more) {
    Map<String, String> fields = fields("text", "查明有误", "document", document("撤"), "on", today());
    fields.putAll(fields(more));
    return fields;
  }

  /** Names and values in turn. */
  static Map<String, String> fields(String... pairs) {
    Map<String, String> fields = new HashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      fields.put(pairs[at], pairs[at + 1]);
    }
    return fields;
  }

  /** The same with one field otherwise; without it when the value is empty. */
  static Map<String, String> but(Map<String, String> fields, String name, String value) {
    Map<String, String> other = new HashMap<>(fields);
    if (value.isEmpty()) {
      other.remove(name);
    } else {
      other.put(name, value);
    }
    return other;
  }

  private static String today() {
    return LocalDate.now(HOUSE.clock()).toString();
  }

  static String path(PersonId person, String act) {
    return "/physicians/" + person + "/" + act;
  }

  static String path(PersonId person, Fact fact, String act) {
    return "/physicians/" + person + "/facts/" + fact.id() + "/" + act;
  }

  static List<Fact> facts(PersonId person) {
    return HOUSE.bean(FactDesk.class).gather(person).facts();
  }

  static Dossier dossier(PersonId person) {
    return HOUSE.bean(FactDesk.class).gather(person).history().knownAt(LocalDate.MAX);
  }

  static Qualification standing(PersonId person, InstitutionId site, LocalDate day) {
    return Qualifications.reckon(dossier(person), site, day);
  }

  /** A physician with these items deducted today, each an incident of its own. */
  static PersonId withPoints(Browser officer, InstitutionId site, String... items) throws Exception {
    PersonId person = WORLD.physician(List.of(site));
    for (String item : items) {
      recorded(officer.record(path(person, "deduct"), deduction(site, item)));
    }
    return person;
  }

  static void recorded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  /** What every table holds that a recording writes. */
  static String rows() {
    return HOUSE.bean(JdbcClient.class)
        .sql("""
            select (select count(*) from fact) || '/' || (select count(*) from idempotency) || '/'
              || (select count(*) from audit) || '/' || (select count(*) from standing_span) || '/'
              || (select count(*) from points_span)
            """)
        .query(String.class).single();
  }

  /** Tries to record; it is refused with these words, with this status, and nothing is written. */
  static void refused(
      Browser officer, String path, Map<String, String> fields, int status, String... words) throws Exception {
    Map<String, String> sent = officer.filled(officer.look(path, fields).body(), fields);
    String before = rows();
    HttpResponse<String> answer = officer.send(path, sent);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(rows()).as("nothing written").isEqualTo(before);
  }

  /** What the panel of a page says, without its tags. */
  static String panel(HttpResponse<String> page) {
    String body = page.body();
    int from = body.indexOf("id=\"whatif\"");
    int to = body.indexOf("</aside>", from);
    return body.substring(from, to).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  /** A day. */
  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
