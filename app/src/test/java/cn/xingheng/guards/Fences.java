package cn.xingheng.guards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The fences between modules and subjects; the root is a parameter, so that planted classes meet the same rules. */
final class Fences {
  static final String HOUSE = "cn.xingheng";

  /** The subjects of core in their one order: a subject looks only to its left. */
  static final List<String> SUBJECTS = List.of(
      "basics", "calendar", "rulebook", "facts", "register", "agreement", "ledger", "sanction", "institution",
      "standing", "claims", "merit", "foresight");

  /** The subjects of server in the same order; demo is not one, but stands to the right of all. */
  static final List<String> SERVER_SUBJECTS = List.of(
      "calendar", "rulebook", "facts", "register", "agreement", "ledger", "sanction", "institution", "standing",
      "claims", "merit", "archive", "demo");

  private Fences() {}

  /** A subject of core looks only to its left, and every class of core belongs to a subject. */
  static ArchRule subjectsLookLeft(String root) {
    return classes().that().resideInAPackage(root + ".core..").should(lookLeft(root + ".core", SUBJECTS))
        .as("主题只向左看 a subject of core looks only to its left: " + String.join(" · ", SUBJECTS));
  }

  /** core sees the JDK, threeten-extra and jspecify. */
  static ArchRule coreSeesLittle(String root) {
    return classes().that().resideInAPackage(root + ".core..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(root + ".core..", "java..", "org.threeten.extra..", "org.jspecify..");
  }

  /** match sees core only. */
  static ArchRule matchSeesCore(String root) {
    return classes().that().resideInAPackage(root + ".match..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(root + ".match..", root + ".core..", "java..", "org.threeten.extra..", "org.jspecify..");
  }

  /** client sees core, match, the HTTP client of the JDK and a JSON reader. */
  static ArchRule clientSeesMatch(String root) {
    return classes().that().resideInAPackage(root + ".client..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".client..", root + ".match..", root + ".core..", "java..", "javax.crypto..", "org.jspecify..",
            "com.fasterxml.jackson.core..");
  }

  /** formats sees match, core and the libraries of the formats. */
  static ArchRule formatsSeesMatch(String root) {
    return classes().that().resideInAPackage(root + ".formats..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".formats..", root + ".match..", root + ".core..", "java..", "org.jspecify..",
            "org.apache.parquet..", "org.apache.hadoop.conf..",
            "com.github.luben.zstd..", "org.xerial.snappy..", "net.jpountz.lz4..");
  }

  /** law sees core, and a YAML and a JSON reader. */
  static ArchRule lawSeesCoreAndReaders(String root) {
    return classes().that().resideInAPackage(root + ".law..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".law..", root + ".core..", "java..", "org.threeten.extra..", "org.jspecify..",
            "org.snakeyaml.engine..", "com.fasterxml.jackson.core..");
  }

  /** Nothing outside app looks into app, and nothing but app knows the command line library. */
  static ArchRule nobodySeesApp(String root) {
    return noClasses().that().resideInAnyPackage(
            root + ".core..", root + ".law..", root + ".match..", root + ".formats..", root + ".client..",
            root + ".server..")
        .should().dependOnClassesThat().resideInAnyPackage(root + ".app..", "picocli..");
  }

  /** core has no clock, no input or output, no chance and no floating point. */
  static ArchRule coreIsPure(String root) {
    return classes().that().resideInAPackage(root + ".core..").should(Purity.condition())
        .as("core 里没有时钟、输入输出、随机数、浮点数 no clock, input or output, chance, floating point in core");
  }

  /** A subject of server looks only to its left; the house and the server's own start belong to none. */
  static ArchRule serverLooksLeft(String root) {
    return classes().that().resideInAPackage(root + ".server.(*)..")
        .and().resideOutsideOfPackage(root + ".server.house..")
        .should(lookLeft(root + ".server", SERVER_SUBJECTS))
        .as("主题只向左看 a subject of server looks only to its left: " + String.join(" · ", SERVER_SUBJECTS));
  }

  /** The house serves every subject and knows none. */
  static ArchRule houseSeesNoSubject(String root) {
    String[] subjects =
        SERVER_SUBJECTS.stream().map(subject -> root + ".server." + subject + "..").toArray(String[]::new);
    return noClasses().that().resideInAPackage(root + ".server.house..").should().dependOnClassesThat()
        .resideInAnyPackage(subjects);
  }

  /** A door touches desks: no store, no SQL, no transaction. */
  static ArchRule doorsTouchDesks(String root) {
    return noClasses().that().resideInAPackage(root + ".server..")
        .and().haveNameMatching(".*(Pages|Feed)")
        .should().dependOnClassesThat(
            resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.springframework.transaction..")
                .or(simpleNameEndingWith("Store")));
  }

  /** A desk knows no HTTP and no SQL. */
  static ArchRule desksKnowNoWeb(String root) {
    return noClasses().that().resideInAPackage(root + ".server..").and().haveSimpleNameEndingWith("Desk")
        .should().dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..", "org.springframework.web..", "org.springframework.http..",
            "org.springframework.jdbc..", "java.sql..");
  }

  /** A store touches the database and no other store, no desk, no clock. */
  static ArchRule storesTouchOnlyTheirRows(String root) {
    return noClasses().that().resideInAPackage(root + ".server..").and().haveSimpleNameEndingWith("Store")
        .should(DEPEND_ON_OTHER_STORE)
        .orShould().dependOnClassesThat(simpleNameEndingWith("Desk").or(type(java.time.Clock.class)));
  }

  private static final ArchCondition<JavaClass> DEPEND_ON_OTHER_STORE =
      new ArchCondition<>("depend on another store") {
        @Override
        public void check(JavaClass from, ConditionEvents events) {
          for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            boolean other = target.getSimpleName().endsWith("Store") && !target.equals(from);
            events.add(new SimpleConditionEvent(dependency, other, dependency.getDescription()));
          }
        }
      };

  private static ArchCondition<JavaClass> lookLeft(String core, List<String> subjects) {
    return new ArchCondition<>("look only to its left") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        int place = place(core, subjects, from);
        if (place < 0) {
          events.add(SimpleConditionEvent.violated(from, from.getName() + " belongs to no subject of " + core));
        }
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          if (place(core, subjects, dependency.getTargetClass().getBaseComponentType()) > place) {
            events.add(SimpleConditionEvent.violated(from, "looks to its right: " + dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The place of the class's subject in the order, or -1 outside the subjects. */
  private static int place(String core, List<String> subjects, JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(core + ".")) {
      return -1;
    }
    return subjects.indexOf(name.substring(core.length() + 1).split("\\.", 2)[0]);
  }
}
