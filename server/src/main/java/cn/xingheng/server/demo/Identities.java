package cn.xingheng.server.demo;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.Position;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the physicians are: names, numbers and titles, all invented. */
final class Identities {

  private static final LocalDate OLDEST = LocalDate.of(1962, 1, 1);
  private static final int BIRTHDAYS = 13_001;
  private static final int STRIDE = 7_919;
  private static final int CERTIFICATES = 99_999_989;
  private static final int CERTIFICATE_STRIDE = 48_271;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private final WorldFile file;

  Identities(WorldFile file) {
    this.file = file;
  }

  /** The id of the physician with this number. */
  static PersonId id(int number) {
    return new PersonId("p-%06d".formatted(number));
  }

  /** The physician with this number, under a given name or one by chance. */
  Person person(int number, Places.Place home, boolean multiSite, @Nullable String name, Chance chance) {
    Sex sex = chance.percent(55) ? Sex.MALE : Sex.FEMALE;
    Category category = multiSite ? Category.MULTI_SITE : category(home.site().level(), chance);
    boolean full = category == Category.PHYSICIAN || category == Category.MULTI_SITE;
    Title title = full ? title(chance) : chance.percent(50) ? Title.RESIDENT : null;
    return new Person(
        id(number),
        home.province(),
        name != null ? name : name(sex, chance),
        sex,
        identityNumber(number, sex),
        category,
        position(title, chance),
        title,
        chance.of(file.words().specialties()),
        certificate(number, full),
        chance.percent(90) ? file.phone() + "%08d".formatted(chance.between(0, 99_999_999)) : "");
  }

  private static Category category(int level, Chance chance) {
    if (level > 1 || chance.percent(60)) {
      return chance.percent(95) ? Category.PHYSICIAN : Category.ASSISTANT;
    }
    return level == 1 && chance.percent(40) ? Category.VILLAGE : Category.ASSISTANT;
  }

  private static Title title(Chance chance) {
    int of = chance.between(1, 100);
    return of <= 12 ? Title.CHIEF : of <= 35 ? Title.ASSOCIATE_CHIEF : of <= 75 ? Title.ATTENDING : Title.RESIDENT;
  }

  private static @Nullable Position position(@Nullable Title title, Chance chance) {
    boolean senior = title == Title.CHIEF || title == Title.ASSOCIATE_CHIEF;
    return senior && chance.percent(15)
        ? chance.percent(10) ? Position.HEAD_OF_UNIT : Position.HEAD_OF_DEPARTMENT
        : null;
  }

  private String name(Sex sex, Chance chance) {
    List<String> given = sex == Sex.MALE ? file.words().men() : file.words().women();
    String first = chance.of(given);
    String second = chance.of(given);
    return chance.of(file.words().surnames()) + (first.equals(second) || chance.percent(18) ? first : first + second);
  }

  /** A number of its own for each number: so many birth dates, and on each so many of either sex. */
  private String identityNumber(int number, Sex sex) {
    LocalDate born = OLDEST.plusDays((long) number * STRIDE % BIRTHDAYS);
    int order = number / BIRTHDAYS * 2 + (sex == Sex.MALE ? 1 : 2);
    String body = file.identityArea() + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
    return body + check(body);
  }

  /** The check character of GB 11643 for seventeen digits. */
  static char check(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }

  /** Fifteen digits: the class, the kind, four of the unassigned region, eight of its own. */
  private String certificate(int number, boolean full) {
    long own = ((long) number * CERTIFICATE_STRIDE + STRIDE) % CERTIFICATES;
    return (full ? "1" : "2") + "10" + file.identityArea().substring(0, 4) + "%08d".formatted(own);
  }
}
