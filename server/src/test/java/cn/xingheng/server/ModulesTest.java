package cn.xingheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("主题之间没有循环，不碰别人的内室")
class ModulesTest {

  @Test
  @DisplayName("按 Spring Modulith 的规则核对")
  void roomsKeepTheirDoors() {
    ApplicationModules modules = ApplicationModules.of(XinghengServer.class);

    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains("house", "facts", "register", "ledger", "standing", "archive");
    modules.verify();
  }
}
