package cn.xingheng.guards;

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

  private Fences() {}

  /** A subject of core looks only to its left, and every class of core belongs to a subject. */
  static ArchRule subjectsLookLeft(String root) {
    return classes().that().resideInAPackage(root + ".core..").should(lookLeft(root + ".core"))
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

  /** law sees core, and a YAML and a JSON reader. */
  static ArchRule lawSeesCoreAndReaders(String root) {
    return classes().that().resideInAPackage(root + ".law..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".law..", root + ".core..", "java..", "org.threeten.extra..", "org.jspecify..",
            "org.snakeyaml.engine..", "com.fasterxml.jackson.core..");
  }

  /** Nothing outside app looks into app, and nothing but app knows the command line library. */
  static ArchRule nobodySeesApp(String root) {
    return noClasses().that().resideInAnyPackage(root + ".core..", root + ".law..", root + ".match..").should()
        .dependOnClassesThat().resideInAnyPackage(root + ".app..", "picocli..");
  }

  /** core has no clock, no input or output, no chance and no floating point. */
  static ArchRule coreIsPure(String root) {
    return classes().that().resideInAPackage(root + ".core..").should(Purity.condition())
        .as("core 里没有时钟、输入输出、随机数、浮点数 no clock, input or output, chance, floating point in core");
  }

  private static ArchCondition<JavaClass> lookLeft(String core) {
    return new ArchCondition<>("look only to its left") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        int place = place(core, from);
        if (place < 0) {
          events.add(SimpleConditionEvent.violated(from, from.getName() + " belongs to no subject of core"));
        }
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          if (place(core, dependency.getTargetClass().getBaseComponentType()) > place) {
            events.add(SimpleConditionEvent.violated(from, "looks to its right: " + dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The place of the class's subject in the order, or -1 outside the subjects. */
  private static int place(String core, JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(core + ".")) {
      return -1;
    }
    return SUBJECTS.indexOf(name.substring(core.length() + 1).split("\\.", 2)[0]);
  }
}
