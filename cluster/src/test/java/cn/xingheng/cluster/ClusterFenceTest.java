package cn.xingheng.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("围栏：cluster 只见 core、match、formats、Spark 与 Hadoop；谁也不见 cluster")
final class ClusterFenceTest {
  private static final String HOUSE = "cn.xingheng";
  private static final String PLANTED = "cn.xingheng.cluster.planted";

  private static ArchRule rule(String root) {
    return classes().that().resideInAPackage(root + ".cluster..").should().onlyDependOnClassesThat()
        .resideInAnyPackage(root + ".cluster..", HOUSE + ".core..", HOUSE + ".match..", HOUSE + ".formats..", "java..",
            "org.jspecify..", "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet.io..", "scala..");
  }

  @Test
  @DisplayName("全部代码都在围栏之内")
  void theRoomKeepsIt() {
    JavaClasses shipped = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(HOUSE + ".cluster");
    rule(HOUSE).check(shipped);
  }

  @Test
  @DisplayName("故意放入的违规会被指出；没有类可看时失败")
  void aPlantedBreachIsNamed() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    assertThatThrownBy(() -> rule(PLANTED).check(planted)).hasMessageContaining("SeesLogger");
    assertThatThrownBy(() -> rule("nobody").check(planted)).hasMessageContaining("failed to check any classes");
  }

  @Test
  @DisplayName("没有别的模块以 cluster 为依赖")
  void nobodySeesIt() throws IOException {
    Path root = Path.of(System.getProperty("xingheng.root"));
    try (Stream<Path> folders = Files.list(root)) {
      List<Path> poms = folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
      assertThat(poms).hasSizeGreaterThan(5);
      assertThat(poms).filteredOn(ClusterFenceTest::names).containsExactly(root.resolve("cluster/pom.xml"));
    }
  }

  private static boolean names(Path pom) {
    try {
      return Files.readString(pom).contains("<artifactId>cluster</artifactId>");
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
