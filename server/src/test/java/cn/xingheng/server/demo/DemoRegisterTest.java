package cn.xingheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.rulebook.Law;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.Sex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("演示数据：机构、账号、人员登记")
class DemoRegisterTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final DemoWorld WORLD = DemoWorld.plan(5L, TODAY, DemoWorld.USUAL);

  @Test
  @DisplayName("同一种子、日期、人数，世界一样；种子不同则不同")
  void deterministic() {
    String once = hash(DemoWorld.plan(5L, TODAY, 1200));
    assertThat(hash(DemoWorld.plan(5L, TODAY, 1200))).isEqualTo(once);
    assertThat(hash(DemoWorld.plan(6L, TODAY, 1200))).isNotEqualTo(once);
    assertThat(hash(DemoWorld.plan(5L, TODAY.minusDays(1), 1200))).isNotEqualTo(once);
  }

  @Test
  @DisplayName("两个省、四个统筹地区、六十家机构，上下级连得上")
  void theTree() {
    Map<String, Organisation> byId = WORLD.organisations().stream()
        .collect(Collectors.toMap(Organisation::id, Function.identity()));
    assertThat(kind(Organisation.Kind.PROVINCE)).hasSize(2);
    assertThat(kind(Organisation.Kind.DEPARTMENT)).hasSize(2);
    assertThat(kind(Organisation.Kind.AREA)).hasSize(4);
    assertThat(kind(Organisation.Kind.INSTITUTION)).hasSize(60);
    for (Organisation each : WORLD.organisations()) {
      String parent = each.parent();
      String above = parent == null ? "" : Objects.requireNonNull(byId.get(parent)).path();
      assertThat(each.path()).isEqualTo(above + each.id() + "/");
    }
    assertThat(kind(Organisation.Kind.INSTITUTION)).extracting(Organisation::name).doesNotHaveDuplicates();
    assertThat(WORLD.accounts()).extracting(DemoAccount::organisation).allMatch(byId::containsKey);
    assertThat(WORLD.accounts()).extracting(DemoAccount::login).doesNotHaveDuplicates();
    assertThat(WORLD.accounts()).extracting(DemoAccount::role)
        .containsOnly("administrator", "officer", "reviewer", "clerk");
    assertThat(byId).containsKey(WORLD.keyHolder().value());
  }

  @Test
  @DisplayName("证件号码合格式、与性别相符、不重复，都在从未有过的地区；对照：改一位就不合格")
  void identityNumbers() {
    List<Person> persons = WORLD.physicians().map(DemoPhysician::person).toList();
    assertThat(persons).allMatch(person -> wellFormed(person.identityNumber()));
    assertThat(persons).allMatch(person -> person.identityNumber().startsWith("349900"));
    assertThat(persons).allMatch(
        person -> (person.identityNumber().charAt(16) - '0') % 2 == (person.sex() == Sex.MALE ? 1 : 0));
    assertThat(persons.stream().map(Person::identityNumber).distinct()).hasSameSizeAs(persons);
    String changed = persons.getFirst().identityNumber().replaceFirst("\\d(?=.$)", "x");
    for (char digit = '0'; digit <= '9'; digit++) {
      String other = changed.replace('x', digit);
      assertThat(wellFormed(other)).isEqualTo(other.equals(persons.getFirst().identityNumber()));
    }
    assertThat(wellFormed("11010519491231002X")).as("the example of the standard").isTrue();
  }

  @Test
  @DisplayName("证书十五位、电话不是手机号、姓名成千上万")
  void otherNumbers() {
    List<Person> persons = WORLD.physicians().map(DemoPhysician::person).toList();
    assertThat(persons).allMatch(person -> person.certificate().matches("[0-9]{15}"));
    assertThat(persons.stream().map(Person::certificate).distinct()).hasSameSizeAs(persons);
    assertThat(persons).allMatch(person -> person.phone().matches("|100[0-9]{8}"));
    assertThat(persons.stream().map(Person::name).distinct()).hasSizeGreaterThan(5_000);
    assertThat(persons).extracting(Person::category).contains(Category.values());
  }

  @Test
  @DisplayName("编码合本规则的形式，不重复，只给签过的人")
  void codes() {
    List<DemoPhysician> all = WORLD.physicians().toList();
    for (DemoPhysician each : all) {
      Law law = Objects.requireNonNull(WORLD.laws().get(each.person().province()));
      assertThat(each.codes()).allMatch(grant -> grant.code().matches(law.edition().codes().physician()));
      assertThat(each.codes()).allMatch(grant -> grant.person().equals(each.person().id()));
    }
    List<String> codes = all.stream().flatMap(each -> each.codes().stream()).map(CodeGrant::code).toList();
    assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(DemoWorld.USUAL * 9 / 10);
    assertThat(all).anyMatch(each -> each.codes().isEmpty()).anyMatch(each -> each.codes().size() > 1);
    assertThat(all).anyMatch(each -> each.codes().stream().anyMatch(grant -> grant.until() != null));
  }

  @Test
  @DisplayName("三十万人也能一个一个地取；编码到最多人数仍不重复")
  void manyOneByOne() {
    assertThat(DemoWorld.plan(5L, TODAY, 300_000).physicians().limit(40)).hasSize(40);
    Places places = new Places(WorldFile.shipped());
    long distinct = IntStream.range(0, DemoWorld.MOST)
        .mapToObj(number -> places.slot(number, 50))
        .peek(slot -> assertThat(slot.serial()).isBetween(1, 999_999))
        .map(slot -> slot.place().ordinal() * 1_000_000L + slot.serial())
        .distinct().count();
    assertThat(distinct).isEqualTo(DemoWorld.MOST);
    assertThat(IntStream.range(0, DemoWorld.MOST).mapToObj(number -> places.slot(number, 50))
        .filter(slot -> slot.place().digit() != null).mapToInt(Places.Slot::serial).max().orElseThrow())
        .isLessThanOrEqualTo(9_999);
  }

  @Test
  @DisplayName("人数过少、过多都拒绝；数据文件写错时说明哪一行")
  void refusals() {
    assertThatThrownBy(() -> DemoWorld.plan(1L, TODAY, DemoWorld.FEWEST - 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DemoWorld.plan(1L, TODAY, DemoWorld.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorldFile.read(Source.of("world.yaml", "identity: {}\n")))
        .isInstanceOf(LawFault.class).hasMessageContaining("world.yaml");
  }

  private static List<Organisation> kind(Organisation.Kind kind) {
    return WORLD.organisations().stream().filter(each -> each.kind() == kind).toList();
  }

  /** Reckoned another way than the generator: the whole number with its check character is 1 modulo 11. */
  private static boolean wellFormed(String number) {
    if (!number.matches("[0-9]{17}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 18; i++) {
      int value = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
      sum = (sum * 2 + value) % 11;
    }
    LocalDate born = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    return sum == 1 && born.isBefore(TODAY);
  }

  private static String hash(DemoWorld world) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      world.organisations().forEach(each -> digest.update(each.toString().getBytes(StandardCharsets.UTF_8)));
      digest.update(world.institutionFacts().toString().getBytes(StandardCharsets.UTF_8));
      world.physicians().forEach(each -> digest.update(each.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
