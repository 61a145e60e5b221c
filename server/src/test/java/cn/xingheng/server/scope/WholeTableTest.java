package cn.xingheng.server.scope;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.TestHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("期望表没有漏掉的入口：别的映射、框架自己的入口、带变量却不查范围的地址")
class WholeTableTest {
  private static final TestHouse HOUSE = TestHouse.get();

  /** Addresses in which something is named, though the table says that nothing is looked up: why each may be so. */
  private static final Map<String, String> NOTHING_LOOKED_UP =
      Map.of("/preview", "GET leads back to the form, whose own door is asked", "/identity", "GET leads back");

  /** Every way in of every mapping of the house, as METHOD pattern. */
  private static Map<String, Set<String>> mapped() {
    Map<String, Set<String>> found = new TreeMap<>();
    HOUSE.beans(HandlerMapping.class).forEach(
        (name, mapping) -> {
          Set<String> patterns = new TreeSet<>();
          switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().forEach(info -> patterns.addAll(info.getPatternValues()));
            case AbstractUrlHandlerMapping urls -> patterns.addAll(urls.getHandlerMap().keySet());
            case RouterFunctionMapping routes -> {
              if (routes.getRouterFunction() != null) {
                patterns.add(routes.getRouterFunction().toString());
              }
            }
            case HandlerMapping other -> patterns.add("? " + other.getClass().getName());
          }
          found.put(name, patterns);
        });
    return found;
  }

  @Test
  @DisplayName("除期望表以外，只有健康、指标、静态文件这几个地址；没有看不懂的映射")
  void noOtherWayIn() {
    Map<String, Set<String>> mapped = mapped();
    Set<String> table =
        Expected.table().values().stream().map(one -> one.door().pattern()).collect(Collectors.toSet());
    Set<String> rest = new TreeSet<>();
    mapped.values().forEach(rest::addAll);
    assertThat(rest).containsAll(table);
    rest.removeAll(table);
    assertThat(rest).containsExactlyInAnyOrder(
        "/health", "/health/**", "/metrics", "/static/**", "/webjars/**");
    HOUSE.beans(RequestMappingHandlerMapping.class).forEach(
        (name, mapping) -> {
          if (!name.equals("requestMappingHandlerMapping")) {
            assertThat(mapping.getHandlerMethods()).as(name).isEmpty();
          }
        });
    assertThat(HOUSE.beans(AbstractWebMvcEndpointHandlerMapping.class)).isNotEmpty();
  }

  @Test
  @DisplayName("地址里写着一样东西的，表里都说明是什么；反证：漏写的查得出来")
  void whatIsNamedIsLookedUp() {
    assertThat(unsaid(Expected.table().values())).isEmpty();
    Expected forgotten = new Expected(new Door("GET", "/physicians/{id}/secret", "SEE"), "FREE");
    assertThat(unsaid(List.of(forgotten))).containsExactly(forgotten.door().line());
  }

  private static List<String> unsaid(Iterable<Expected> table) {
    List<String> unsaid = new ArrayList<>();
    for (Expected one : table) {
      boolean named = one.door().pattern().contains("{") && one.thing().equals("FREE");
      boolean explained =
          one.door().method().equals("GET")
              && NOTHING_LOOKED_UP.keySet().stream().anyMatch(end -> one.door().pattern().endsWith(end));
      if (named && !explained) {
        unsaid.add(one.door().line());
      }
    }
    return unsaid;
  }

  @Test
  @DisplayName("表里漏掉任何一行都查得出来")
  void noLineCanBeLeftOut() {
    RequestMappingHandlerMapping mapping =
        Objects.requireNonNull(HOUSE.beans(RequestMappingHandlerMapping.class).get("requestMappingHandlerMapping"));
    List<Door> doors = Door.of(mapping);
    assertThat(doors).hasSizeGreaterThan(90);
    Set<String> once = new TreeSet<>();
    assertThat(doors.stream().map(Door::line).filter(line -> !once.add(line)))
        .as("two doors at one address: the rounds would knock at one only; a machine asks each for its key")
        .allMatch(line -> line.matches("POST /api/\\S+ OPEN"));
    for (Door door : doors) {
      Map<String, Expected> without = Expected.table();
      without.remove(door.line());
      assertThat(Expected.differences(doors, without)).contains("not in doors.txt: " + door.line());
    }
  }
}
