package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.law.editions.Editions;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随附的版本")
class ShippedEditionsTest {

  @Test
  @DisplayName("几个线程同时读取，各得其所")
  void together() {
    assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> Editions.load("anhui-2019", Path.of(".")).id()))
        .containsOnly("anhui-2019")
        .hasSize(400);
  }
}
