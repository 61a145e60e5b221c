package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Two provinces, one under each edition, with officers, made once; and as many physicians as tests ask for. */
final class FormWorld {
  static final TestHouse HOUSE = TestHouse.get();
  static final String PASSWORD = "forms open and close";
  static final InstitutionId HOME = new InstitutionId("FORMS0001");
  static final InstitutionId AWAY = new InstitutionId("FORMS0002");
  static final InstitutionId OTHER = new InstitutionId("FORMS0003");
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final FormWorld ONE = new FormWorld();
  private final AtomicInteger count = new AtomicInteger();
  private final Set<InstitutionId> others = ConcurrentHashMap.newKeySet();

  private FormWorld() {
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    province("forms-a", "anhui-2019");
    province("forms-l", "lianyungang-2012");
    area("forms-a", "forms-a1");
    area("forms-a", "forms-a2");
    area("forms-l", "forms-l1");
    site("forms-a", "forms-a1", HOME, register);
    site("forms-a", "forms-a2", AWAY, register);
    site("forms-l", "forms-l1", OTHER, register);
    account("forms.one", "forms-a1", Role.OFFICER);
    account("forms.second", "forms-a1", Role.OFFICER);
    account("forms.away", "forms-a2", Role.OFFICER);
    account("forms.province", "forms-a", Role.OFFICER);
    account("forms.other", "forms-l1", Role.OFFICER);
    account("forms.clerk", HOME.value(), Role.CLERK);
    account("forms.reviewer", "forms-a", Role.REVIEWER);
  }

  static FormWorld get() {
    return ONE;
  }

  private static void province(String id, String edition) {
    HOUSE.bean(RegisterDesk.class)
        .enter(new Organisation(id, null, id + "/", Kind.PROVINCE, id, null, edition, null, null));
  }

  private static void area(String province, String id) {
    String path = province + "/" + id + "/";
    HOUSE.bean(RegisterDesk.class)
        .enter(new Organisation(id, province, path, Kind.AREA, "经办机构 " + id, id, null, null, null));
  }

  private static void site(String province, String area, InstitutionId id, RegisterDesk register) {
    String path = province + "/" + area + "/" + id + "/";
    register.enter(
        new Organisation(id.value(), area, path, Kind.INSTITUTION, "医院" + id, area, null, null, 3));
    Head head = new Head(new FactId("open-" + id), START, START);
    Fact opened = new Opened(head, id, new RegionId(area), 3, START, null, null);
    HOUSE.bean(FactDesk.class).put(province, List.of(new Given(null, List.of(opened), null, null)), null, null);
  }

  private static void account(String login, String organisation, Role role) {
    AccountStore store = HOUSE.bean(AccountStore.class);
    long id = store.add(login, login, HOUSE.bean(PasswordEncoder.class).encode(PASSWORD));
    store.grant(id, organisation, role);
  }

  /** A new institution beside {@link #OTHER}, with nobody in it. */
  InstitutionId another() {
    InstitutionId id = new InstitutionId("FORMS1%03d".formatted(others.size() + 1));
    site("forms-l", "forms-l1", id, HOUSE.bean(RegisterDesk.class));
    others.add(id);
    return id;
  }

  /** A new physician with an agreement at each of these sites since 2025, and what else is known. */
  PersonId physician(List<InstitutionId> sites, Status... stated) {
    int number = count.incrementAndGet();
    boolean other = sites.contains(OTHER) || sites.stream().anyMatch(others::contains);
    String province = other ? "forms-l" : "forms-a";
    PersonId person = new PersonId("forms-p" + number);
    HOUSE.bean(RegisterDesk.class).enter(
        List.of(
            new Person(
                person, province, "程听" + number, Sex.FEMALE, "3499001990010%05d".formatted(number), Category.PHYSICIAN,
                null, null, "内科", "c" + number, "")),
        List.of());
    List<Fact> facts = new ArrayList<>();
    for (InstitutionId site : sites) {
      LocalDate through = LocalDate.of(2026, 12, 31);
      facts.add(
          new Signed(
              new Head(new FactId("signed-" + number + "-" + site), START, START), person, site, START, through, null));
    }
    for (Status status : stated) {
      LocalDate day = LocalDate.of(2026, 1, 5);
      facts.add(
          new Stated(
              new Head(new FactId("stated-" + number), day, day), person, sites.getFirst(), status, 9, 3, null, null,
              "登记表第 2 行"));
    }
    FactDesk desk = HOUSE.bean(FactDesk.class);
    desk.put(province, List.of(new Given(person, facts, null, null)), null, null);
    desk.follow(province, List.of(person));
    return person;
  }
}
