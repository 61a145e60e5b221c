package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.security.AccountStore;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.register.Sex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A province of its own for each test: two areas, three institutions, an officer, a reviewer, a clerk. */
final class ImportWorld {
  static final TestHouse HOUSE = TestHouse.get();
  static final LocalDate AS_OF = LocalDate.of(2026, 4, 30);
  static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  static final LocalDate THROUGH = LocalDate.of(2026, 12, 31);
  static final String PASSWORD = "river-boat-lantern-7";
  private static final long STEP = 20_000_000;
  private static final int PEOPLE = 20_000;
  private static final int YEARS = 60;
  private static final int IN_A_YEAR = 1_000;

  /** Codes are one person's in the whole house: each world has people of its own. */
  private static int base;

  final String id;
  final String area;
  final String other;
  final Viewer officer;
  final Viewer reviewer;
  final Viewer clerk;
  final Viewer outside;

  /** A province under the edition whose codes begin with letters, or the one whose codes are digits. */
  ImportWorld(String id, String edition) {
    base += PEOPLE;
    this.id = id;
    this.area = id + "-a";
    this.other = id + "-b";
    RegisterDesk register = HOUSE.bean(RegisterDesk.class);
    boolean letters = edition.startsWith("a");
    register.enter(new Organisation(id, null, id + "/", Kind.PROVINCE, id + "省", null, edition, null, null));
    register.enter(new Organisation(area, id, id + "/" + area + "/", Kind.AREA, id + "甲市", area, null, null, null));
    register.enter(new Organisation(other, id, id + "/" + other + "/", Kind.AREA, id + "乙市", other, null, null, null));
    site(register, area, "1", "第一医院", letters ? "Aa" : null, 3);
    site(register, area, "2", "第二 医院", letters ? "Ab" : null, 2);
    site(register, other, "3", "第三医院", letters ? "Ba" : null, 3);
    this.officer = account("officer", area, Role.OFFICER);
    this.outside = account("outside", other, Role.OFFICER);
    this.reviewer = account("reviewer", area, Role.REVIEWER);
    this.clerk = account("clerk", id + "-1", Role.CLERK);
  }

  private void site(
      RegisterDesk register, String parent, String number, String name, @Nullable String place, int level) {
    String code = id + "-" + number;
    register.enter(
        new Organisation(
            code, parent, id + "/" + parent + "/" + code + "/", Kind.INSTITUTION, name, parent, null, place, level));
    LocalDate opened = LocalDate.of(2020, 1, 1);
    Fact fact =
        new Opened(
            new Head(new FactId(code + "-opened"), opened, opened), new InstitutionId(code), new RegionId(parent),
            level, opened, null, null);
    HOUSE.bean(FactDesk.class).put(id, List.of(new Given(null, List.of(fact), null, null)), null, null);
  }

  private Viewer account(String name, String organisation, Role role) {
    AccountStore store = HOUSE.bean(AccountStore.class);
    String login = id + "." + name;
    long number = store.add(login, name, HOUSE.bean(PasswordEncoder.class).encode(PASSWORD));
    store.grant(number, organisation, role);
    return new Viewer(number, login, name, store.roles(number));
  }

  /** The identity number of the n-th person of this test's people; a man when n is odd. */
  static String identity(int n) {
    int of = base + n;
    int year = of / IN_A_YEAR;
    String digits =
        "990101"
            + String.format(Locale.ROOT, "%04d%02d01%03d", 1940 + year % YEARS, 1 + year / YEARS, of % IN_A_YEAR);
    return digits + IdentityNumber.checkDigit(digits);
  }

  static String certificate(int n) {
    return "1103400" + String.format(Locale.ROOT, "%08d", base + n);
  }

  /** The n-th row; nothing wrong with it. */
  static FormRow row(int n) {
    return new FormRow(
        "第一医院", n % 2 == 1 ? "张三" : "李四", n % 2 == 1 ? Sex.MALE : Sex.FEMALE, new IdentityNumber(identity(n)),
        Category.PHYSICIAN, null, null, "内科", "Aa3" + certificate(n), certificate(n), "0551-60000000", "", "", null,
        null, StatedStatus.VALID, "");
  }

  /** A row at another institution, with another code. */
  static FormRow at(FormRow row, String institution, String code) {
    return new FormRow(
        institution, row.name(), row.sex(), row.identity(), row.category(), row.position(), row.title(),
        row.specialty(), code, row.certificate(), row.phone(), row.violation(), row.description(), row.singlePoints(),
        row.totalPoints(), row.status(), row.remark());
  }

  static FormRow named(FormRow row, String name, String phone) {
    return new FormRow(
        row.institution(), name, row.sex(), row.identity(), row.category(), row.position(), row.title(),
        row.specialty(), row.code(), row.certificate(), phone, row.violation(), row.description(), row.singlePoints(),
        row.totalPoints(), row.status(), row.remark());
  }

  static FormRow stating(FormRow row, @Nullable Integer last, @Nullable Integer total, StatedStatus status) {
    return new FormRow(
        row.institution(), row.name(), row.sex(), row.identity(), row.category(), row.position(), row.title(),
        row.specialty(), row.code(), row.certificate(), row.phone(), row.violation(), row.description(), last, total,
        status, row.remark());
  }

  static byte[] form(FormRow... rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ArchiveForm.writeXlsx(out, "登记表", Arrays.asList(rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] many(int from, int count, UnaryOperator<FormRow> change) {
    return form(IntStream.range(from, from + count).mapToObj(n -> change.apply(row(n))).toArray(FormRow[]::new));
  }

  static ImportDesk desk() {
    return HOUSE.bean(ImportDesk.class);
  }

  ImportAsk ask(byte[] content) {
    return new ImportAsk(area, "表.xlsx", content, AS_OF, new ImportTerms(FROM, THROUGH, null));
  }

  /** Hands a file in and waits until it was looked at. */
  ImportView looked(byte[] content) {
    long upload = desk().upload(officer, UUID.randomUUID().toString(), ask(content));
    return quiet(upload);
  }

  /** How things stand once nothing is under way. */
  ImportView quiet(long upload) {
    ImportView view = desk().view(officer, upload);
    while (view.state() instanceof ImportState.Running) {
      LockSupport.parkNanos(STEP);
      view = desk().view(officer, upload);
    }
    return view;
  }

  ImportView taken(byte[] content, boolean allOrNothing) {
    ImportView view = looked(content);
    return take(view.upload().id(), allOrNothing);
  }

  ImportView take(long upload, boolean allOrNothing) {
    desk().take(officer, upload, allOrNothing);
    return quiet(upload);
  }

  static ImportCheck check(ImportView view) {
    if (view.state() instanceof ImportState.Checked(ImportCheck check)) {
      return check;
    }
    throw new AssertionError(view.state().toString());
  }

  /** The keys of what is wrong, in order. */
  static List<String> keys(ImportView view) {
    return check(view).first().stream()
        .map(
            shown -> switch (shown.reason()) {
              case ImportReason.InFile(var fault) -> fault.problem().name();
              case ImportReason.InRegister register -> register.key();
              case ImportReason.ByLaw(var refusal) -> refusal.word().word();
            })
        .toList();
  }

  Person person(int n) {
    return HOUSE.bean(RegisterDesk.class).byIdentity(id, identity(n)).orElseThrow();
  }

  /** The facts about a person that count now, by their kind. */
  List<String> kinds(int n) {
    return HOUSE.bean(FactDesk.class).gather(person(n).id()).facts().stream().map(fact -> fact.kind().word()).toList();
  }

  /** How many rows a table holds about this province. */
  long count(String sql) {
    return HOUSE.bean(JdbcClient.class).sql(sql).param("id", id).query(Long.class).single();
  }

  long persons() {
    return count("select count(*) from person where province = :id");
  }

  long facts() {
    return count("select count(*) from fact where province = :id and person is not null");
  }

  long batches() {
    return count("select count(*) from import_batch where organisation like :id || '%'");
  }
}
