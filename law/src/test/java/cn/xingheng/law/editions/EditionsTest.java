package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.xingheng.law.yaml.LawFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("随附的版本与文件中的版本")
class EditionsTest {

  private static final Path HERE = Path.of(".");

  @Test
  @DisplayName("随附的版本逐个可读，文件名就是版本名")
  void shipped() {
    assertThat(Editions.shipped()).containsExactly("anhui-2019", "lianyungang-2012");
    assertThat(Editions.shipped()).allSatisfy(id -> assertThat(Editions.load(id, HERE).id()).isEqualTo(id));
  }

  @Test
  @DisplayName("路径从所给的文件夹起算")
  void fromAFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("copy.yaml"), Sample.shipped("anhui-2019").replace("budget: 12", "budget: 13"));
    assertThat(Editions.load("copy.yaml", folder).points().budget()).isEqualTo(13);
    assertThat(Editions.load("anhui-2019", folder).points().budget()).isEqualTo(12);
  }

  @Test
  @DisplayName("随附案例可取到一个文件夹里；没有随附的版本一个也没有")
  void cases(@TempDir Path folder) throws IOException {
    assertThat(Editions.copyCases("elsewhere-2030", folder)).isZero();
    int files = Editions.copyCases("anhui-2019", folder);
    try (var walk = Files.walk(folder)) {
      assertThat(walk.filter(Files::isRegularFile)).hasSize(files).isNotEmpty();
    }
  }

  @Test
  @DisplayName("没有的版本、没有的文件、不是 UTF-8 的文件都被拒收")
  void notThere(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("gbk.yaml"), "title: 规则".getBytes("GBK"));
    for (String name : List.of("anhui-2018", "none.yaml", "gbk.yaml")) {
      assertThatExceptionOfType(LawFault.class)
          .isThrownBy(() -> Editions.load(name, folder))
          .withMessageMatching("(?s).*:1:1: .*\nMaybe .*");
    }
    assertThatExceptionOfType(LawFault.class)
        .isThrownBy(() -> Editions.load("anhui-2018", folder))
        .withMessageContaining("你想写的是 `anhui-2019`");
  }
}
