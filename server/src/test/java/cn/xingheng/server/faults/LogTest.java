package cn.xingheng.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.scope.ScopeHouse;
import cn.xingheng.server.scope.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("日志里没有任何人")
class LogTest {
  private static final String SITE = "H34990000001";
  private static final String PERSON = "/physicians/" + ScopeHouse.plantedAt(SITE);
  private static final String WRONG = "a wrong password of somebody";
  private static ScopeHouse house;

  @BeforeAll
  static void open() {
    house = new ScopeHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** A door that fails. */
  public static final class FaultyDoor {
    /** Fails without a word about anybody. */
    @Needs(Right.SEE)
    public ResponseEntity<String> fault() {
      throw new IllegalStateException("planted fault");
    }
  }

  @Test
  @DisplayName("登录（对的、错的）、按姓名找、档案、看证件号码、被拒的表单、故障：日志里没有姓名、号码、电话、查询、密码、令牌")
  void nobodyIsInTheLog() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    root.addAppender(heard);
    List<String> secrets;
    try {
      Visitor officer = walk();
      secrets = List.of("龘", "靐", "planted-" + SITE + "?", "34990119300101", "8804990000990", "1000000099",
          WRONG, ScopeHouse.PASSWORD, officer.token(), officer.cookie("xingheng"), "q=");
      assertThat(said(heard)).contains("planted fault").doesNotContain(secrets);
      root.error("planted line: {}", "龘甲靐");
      assertThat(said(heard)).contains("龘");
    } finally {
      root.detachAppender(heard);
    }
    assertThat(root.getEffectiveLevel()).isEqualTo(Level.WARN);
  }

  private static Visitor walk() throws Exception {
    new Visitor(house.url()).signIn("scope.officer.p-anhui", WRONG);
    new Visitor(house.url()).signIn("龘甲靐", WRONG);
    Visitor officer = house.visitor(Role.OFFICER, "p-anhui");
    assertThat(officer.get("/physicians?q=" + URLEncoder.encode("龘甲靐", StandardCharsets.UTF_8)).text()).contains("龘甲靐");
    assertThat(officer.get(PERSON).status()).isEqualTo(200);
    assertThat(officer.post(PERSON + "/identity", Map.of()).text()).contains("34990119300101");
    officer.post(PERSON + "/deduct", Map.of("key", "a-key-of-sixteen", "note", "龘甲靐", "item", "龘"));
    officer.get("/claims?who=34990119300101&institution=" + SITE);
    RequestMappingHandlerMapping mapping = house.mapping();
    mapping.registerMapping(
        RequestMappingInfo.paths("/planted/fault").options(mapping.getBuilderConfiguration()).build(),
        new FaultyDoor(), FaultyDoor.class.getMethod("fault"));
    assertThat(officer.get("/planted/fault?q=" + URLEncoder.encode("龘甲靐", StandardCharsets.UTF_8)).status())
        .isEqualTo(500);
    return officer;
  }

  private static String said(ListAppender<ILoggingEvent> heard) {
    StringBuilder said = new StringBuilder();
    for (ILoggingEvent event : List.copyOf(heard.list)) {
      said.append(event.getFormattedMessage()).append('\n');
      for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
        said.append(cause.getMessage()).append('\n');
      }
    }
    return said.toString();
  }
}
