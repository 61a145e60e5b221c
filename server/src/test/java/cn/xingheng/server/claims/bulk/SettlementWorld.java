package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A province with two agencies in the test house, accounts at them, and as many physicians as tests ask for. */
final class SettlementWorld {
  static final TestHouse HOUSE = TestHouse.get();
  static final String PASSWORD = "count every single fen";
  static final String AREA = "bulk-a";
  static final String BESIDE = "bulk-b";
  static final List<String> SITES = List.of("BULK0001", "BULK0002");
  static final String HEADER = "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n";
  private static final String PROVINCE = "bulk";
  private static final SettlementWorld ONE = new SettlementWorld();
  final Viewer officer;
  private int count;

  private SettlementWorld() {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    register.enter(new Organisation(PROVINCE, null, "bulk/", Kind.PROVINCE, "批省", null, "anhui-2019", null, null));
    for (String area : List.of(AREA, BESIDE)) {
      register.enter(
          new Organisation(area, PROVINCE, "bulk/" + area + "/", Kind.AREA, area + "市", area, null, null, null));
    }
    SITES.forEach(site -> site(register, site));
    this.officer = account("bulk.officer", AREA, Role.OFFICER);
    account("bulk.beside", BESIDE, Role.OFFICER);
    account("bulk.reviewer", AREA, Role.REVIEWER);
    account("bulk.clerk", SITES.getFirst(), Role.CLERK);
  }

  static SettlementWorld get() {
    return ONE;
  }

  private static void site(RegisterDesk register, String site) {
    register.enter(
        new Organisation(
            site, AREA, "bulk/" + AREA + "/" + site + "/", Kind.INSTITUTION, site + "医院", AREA, null, "Bk", 3));
    LocalDate opened = LocalDate.of(2020, 1, 1);
    Fact fact =
        new Opened(
            new Head(new FactId(site + "-opened"), opened, opened), new InstitutionId(site), new RegionId(AREA), 3,
            opened, null, null);
    HOUSE.bean(FactDesk.class).put(PROVINCE, List.of(new Given(null, List.of(fact), null, null)), null, null);
  }

  private static Viewer account(String login, String organisation, Role role) {
    AccountStore store = HOUSE.bean(AccountStore.class);
    long id = store.add(login, login, HOUSE.bean(PasswordEncoder.class).encode(PASSWORD));
    store.grant(id, organisation, role);
    return new Viewer(id, login, login, store.roles(id));
  }

  /** The code of a new physician of the first site; one that is suspended is so from late April to late June. */
  String physician(boolean suspended) {
    count++;
    String id = "bulk-p%04d".formatted(count);
    String code = "Bk%013d".formatted(count);
    Person person =
        new Person(
            new PersonId(id), PROVINCE, "周批", Sex.FEMALE, "349900198001%06d".formatted(500_000 + count),
            Category.PHYSICIAN, null, null, "内科", "bk%014d".formatted(count), "");
    HOUSE.bean(RegisterDesk.class)
        .enter(List.of(person), List.of(new CodeGrant(code, person.id(), LocalDate.of(2025, 1, 1), null)));
    FactDesk facts = HOUSE.bean(FactDesk.class);
    facts.put(PROVINCE, List.of(new Given(person.id(), life(id, suspended), null, null)), null, null);
    facts.follow(PROVINCE, List.of(person.id()));
    return code;
  }

  private static List<Fact> life(String id, boolean suspended) {
    String who = "\"person\": \"%s\"".formatted(id);
    String at = who + ", \"at\": \"" + SITES.getFirst() + "\"";
    List<String> facts = new ArrayList<>();
    facts.add(
        "{\"on\": \"2025-01-01\", \"what\": \"signed\", \"id\": \"s.%s\", %s, \"through\": \"2026-12-31\"}"
            .formatted(id, at));
    if (suspended) {
      facts.add(
          "{\"on\": \"2026-02-10\", \"what\": \"deducted\", \"id\": \"d.%s\", %s, \"item\": \"3.3\", ".formatted(id, at)
              + "\"act\": \"2026-01-20\", \"served\": \"2026-02-11\"}");
      facts.add(
          "{\"on\": \"2026-03-10\", \"what\": \"deducted\", \"id\": \"e.%s\", %s, \"item\": \"2.1\", ".formatted(id, at)
              + "\"act\": \"2026-02-20\", \"served\": \"2026-03-11\"}");
      facts.add(
          "{\"on\": \"2026-03-11\", \"what\": \"deducted\", \"id\": \"g.%s\", %s, \"item\": \"2.1\", "
                  .formatted(id, at)
              + "\"act\": \"2026-02-21\", \"served\": \"2026-03-12\"}");
      facts.add(
          "{\"on\": \"2026-04-07\", \"what\": \"suspended\", \"id\": \"x.%s\", %s, \"months\": 2, ".formatted(id, who)
              + "\"served\": \"2026-04-08\"}");
    }
    return FactText.read("settlement", facts);
  }

  private static PersonId person(String code) {
    return HOUSE.bean(RegisterDesk.class).byCode(code).orElseThrow().person();
  }

  /** The suspension is withdrawn, as if it had never been. */
  void withdraw(String code) {
    PersonId person = person(code);
    HOUSE.bean(FactDesk.class)
        .record(
            new Recording(
                officer, person, TestHouse.TODAY, head -> new Withdrawn(head, new FactId("x." + person)), "撤〔2026〕1号",
                "复核后撤销", "withdraw-" + person));
  }

  /** That the physician left the site long ago is told only now. */
  void leftAsToldNow(String code, LocalDate on) {
    PersonId person = person(code);
    HOUSE.bean(FactDesk.class)
        .record(
            new Recording(
                officer, person, on, head -> new Left(head, person, new InstitutionId(SITES.getFirst())), null, null,
                "left-late-" + person));
  }

  /** Lines of May 2026 in any order, of known and unknown physicians. */
  static List<String> lines(String prefix, List<String> codes, int count, long seed) {
    Random chance = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String code = i % 50 == 7 ? "" : i % 50 == 9 ? "Zz3nobody" : codes.get(chance.nextInt(codes.size()));
      lines.add(
          prefix + i + "," + LocalDate.of(2026, 5, 1).plusDays(chance.nextInt(31)) + "T10:00," + code + ","
              + SITES.get(chance.nextInt(10) == 0 ? 1 : 0) + "," + Setting.values()[chance.nextInt(4)].word() + ","
              + (chance.nextInt(200_000) - 1_000));
    }
    return lines;
  }
}
