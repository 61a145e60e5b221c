package cn.xingheng.guards;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/** What a pure class does not do; method references count as calls. */
final class Purity {
  private static final Pattern WORLDLY = Pattern.compile(
      "java\\.(io|nio\\.file|nio\\.channels|net|sql|util\\.random|security)\\..*"
          + "|java\\.time\\.(Clock|InstantSource)"
          + "|java\\.util\\.(Random|SplittableRandom|Scanner|Timer|concurrent\\.ThreadLocalRandom)"
          + "|java\\.lang\\.(Process|ProcessBuilder|Runtime|Double|Float)"
          + "|java\\.util\\.(stream\\.DoubleStream|OptionalDouble|DoubleSummaryStatistics)");
  private static final Pattern WORLDLY_CALLS = Pattern.compile(
      "java\\.time\\..*\\.now"
          + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|exit|console)"
          + "|java\\.lang\\.(Math|StrictMath)\\.random"
          + "|java\\.util\\.UUID\\.randomUUID"
          + "|java\\.util\\.Collections\\.shuffle"
          + "|java\\.lang\\.Thread\\.sleep");
  private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private Purity() {}

  static ArchCondition<JavaClass> condition() {
    return new ArchCondition<>("be pure") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        types(type, events);
        calls(type, events);
        members(type, events);
      }
    };
  }

  private static void types(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      if (WORLDLY.matcher(dependency.getTargetClass().getBaseComponentType().getName()).matches()) {
        violated(type, events, dependency.getDescription());
      }
    }
  }

  private static void calls(JavaClass type, ConditionEvents events) {
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      String target = access.getTargetOwner().getName() + "." + access.getName();
      boolean gives = access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
          && floating(unit.getRawReturnType());
      if (gives || WORLDLY_CALLS.matcher(target).matches()) {
        violated(type, events, access.getDescription());
      }
    }
  }

  private static void members(JavaClass type, ConditionEvents events) {
    for (JavaField field : type.getFields()) {
      if (floating(field.getRawType())) {
        violated(type, events, field.getDescription() + " is a floating point number");
      }
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (floating(unit.getRawReturnType()) || unit.getRawParameterTypes().stream().anyMatch(Purity::floating)) {
        violated(type, events, unit.getDescription() + " takes or gives a floating point number");
      }
    }
  }

  private static boolean floating(JavaClass type) {
    return FLOATING.contains(type.getBaseComponentType().getName());
  }

  private static void violated(JavaClass type, ConditionEvents events, String what) {
    events.add(SimpleConditionEvent.violated(type, what));
  }
}
