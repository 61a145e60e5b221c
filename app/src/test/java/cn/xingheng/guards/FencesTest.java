package cn.xingheng.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("围栏：模块方向与主题次序")
final class FencesTest {
  private static final String PLANTED = "cn.xingheng.guards.planted";

  private static JavaClasses house;
  private static JavaClasses planted;
  private static JavaClasses nothing;

  /** One fence, and what must be said of each planted breach of it. */
  record Fence(String name, Function<String, ArchRule> rule, List<String> breaches) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fence> fences() {
    return Stream.of(
        new Fence("subjectsLookLeft", Fences::subjectsLookLeft, List.of("LooksRight", "belongs to no subject")),
        new Fence("coreSeesLittle", Fences::coreSeesLittle, List.of("SeesCommandLine")),
        new Fence("matchSeesCore", Fences::matchSeesCore, List.of("MatchSeesLaw")),
        new Fence("clientSeesMatch", Fences::clientSeesMatch, List.of("ClientSeesLaw")),
        new Fence("formatsSeesMatch", Fences::formatsSeesMatch, List.of("FormatsSeesLaw")),
        new Fence("lawSeesCoreAndReaders", Fences::lawSeesCoreAndReaders, List.of("LawSeesMatch")),
        new Fence("nobodySeesApp", Fences::nobodySeesApp, List.of("LawSeesMatch", "SeesCommandLine")),
        new Fence("serverLooksLeft", Fences::serverLooksLeft, List.of("RegisterLooksRight")),
        new Fence("houseSeesNoSubject", Fences::houseSeesNoSubject, List.of("HouseSeesSubject")),
        new Fence("doorsTouchDesks", Fences::doorsTouchDesks, List.of("PlantedPages", "PlantedFeed")),
        new Fence("desksKnowNoWeb", Fences::desksKnowNoWeb, List.of("PlantedDesk")),
        new Fence("storesTouchOnlyTheirRows", Fences::storesTouchOnlyTheirRows, List.of("PlantedStore")),
        new Fence("coreIsPure", Fences::coreIsPure, List.of(
            "LocalDate.now", "System.currentTimeMillis", "System.nanoTime", "Math.random", "java.util.Random",
            "java.io.File", "java.nio.file.Path", "PlantedImpure.share", "PlantedImpure.half", "PlantedImpure.twice",
            "java.time.Clock", "java.lang.Integer.doubleValue", "java.time.Instant.now")));
  }

  @BeforeAll
  static void read() {
    ClassFileImporter shipped =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());
    house = shipped.importPackages(Fences.HOUSE);
    planted = new ClassFileImporter().importPackages(PLANTED);
    nothing = shipped.importPackages(PLANTED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fences")
  @DisplayName("全部代码都在围栏之内")
  void theHouseKeepsIt(Fence fence) {
    fence.rule().apply(Fences.HOUSE).check(house);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fences")
  @DisplayName("故意放入的违规会被指出")
  void aPlantedBreachIsNamed(Fence fence) {
    assertThatThrownBy(() -> fence.rule().apply(PLANTED).check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(fence.breaches().toArray(String[]::new))
        .hasMessageNotContaining("PlantedInnocent.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fences")
  @DisplayName("没有类可看时失败")
  void nothingToLookAtIsAFailure(Fence fence) {
    assertThat(nothing).isEmpty();
    assertThatThrownBy(() -> fence.rule().apply(Fences.HOUSE).check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @ParameterizedTest
  @MethodSource("modules")
  @DisplayName("每个模块的类都被读到，测试类不在其中")
  void everyModuleIsRead(String module) {
    assertThat(house.stream().filter(type -> type.getPackageName().startsWith("cn.xingheng." + module)))
        .as("classes of " + module)
        .isNotEmpty();
    assertThat(house.stream().filter(type -> type.getPackageName().startsWith("cn.xingheng.guards"))).isEmpty();
  }

  static Stream<String> modules() {
    return Stream.of("core", "law", "match", "formats", "client", "server", "app");
  }

  @Test
  @DisplayName("主题在 core 与 server 中次序相同")
  void oneOrderOfSubjects() {
    List<String> shared = Fences.SUBJECTS.stream().filter(Fences.SERVER_SUBJECTS::contains).toList();
    assertThat(Fences.SERVER_SUBJECTS.stream().filter(shared::contains)).isEqualTo(shared).hasSizeGreaterThan(5);
  }

  @Test
  @DisplayName("主题次序中没有重复")
  void everySubjectHasOnePlace() {
    assertThat(Fences.SUBJECTS).doesNotHaveDuplicates().startsWith("basics").endsWith("foresight");
  }
}
