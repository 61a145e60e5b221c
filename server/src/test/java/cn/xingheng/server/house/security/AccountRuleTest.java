package cn.xingheng.server.house.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.house.Words;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayName("账号与密码的要求")
class AccountRuleTest {
  private final Words words = new Words(source(), Locale.CHINESE);

  private static ResourceBundleMessageSource source() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames("messages/house");
    source.setDefaultEncoding("UTF-8");
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("不行的密码各有一句话")
  @CsvSource({
    "short-words,至少 12", "zheng.yingxue,不能与账号相同", "Zheng.YingXue,不能与账号相同", "123456789012,太常见",
    "Password2026,太常见", "aaaaaaaaaaaa,太常见", "woaini131452,太常见", "abcdefghijkl,太常见", "zyxwvutsrqpo,太常见"
  })
  void refused(String password, String said) {
    assertThat(AccountRule.trouble(words, "zheng.yingxue", password, password)).contains(said);
  }

  @Test
  @DisplayName("长而不常见的可以，两次须一样，账号和姓名须像样")
  void taken() {
    String good = "卷柏生于石上，经冬不凋";
    assertThat(AccountRule.trouble(words, "zheng.yx", good + "一", good + "一")).isNull();
    assertThat(AccountRule.trouble(words, "zheng.yx", "river-boat-lantern-7", "river-boat-lantern-8")).contains("不一样");
    assertThat(AccountRule.trouble(words, "z", "郑映雪", "river-boat-lantern-7", "river-boat-lantern-7")).contains("账号");
    assertThat(AccountRule.trouble(words, "zheng.yx", " ", "river-boat-lantern-7", "river-boat-lantern-7"))
        .contains("姓名");
  }
}
