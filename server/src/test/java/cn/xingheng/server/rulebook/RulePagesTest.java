package cn.xingheng.server.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.cases.CaseResult;
import cn.xingheng.law.editions.EditionText;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Settings;
import cn.xingheng.server.house.Words;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.ModelAndView;

@DisplayName("规则的页面")
class RulePagesTest {
  private static final TestHouse HOUSE = TestHouse.get();
  private final RuleDesk desk = HOUSE.bean(RuleDesk.class);
  private final RulePages pages = HOUSE.bean(RulePages.class);

  private static Frame frame(Locale locale) {
    return new Frame(
        new Words(HOUSE.bean(MessageSource.class), locale), null, "", "/rules", TestHouse.TODAY, false, false);
  }

  private static String rendered(ModelAndView page) {
    StringOutput output = new StringOutput();
    String template = Objects.requireNonNull(page.getViewName()) + ".jte";
    HOUSE.bean(TemplateEngine.class).render(template, page.getModel(), output);
    return output.toString();
  }

  @Test
  @DisplayName("每个版本：每个条目、读法、条文都在页上，引用的条文都有落脚处")
  void everythingOfAnEditionIsShown() {
    assertThat(desk.editions()).isNotEmpty();
    assertThat(rendered(pages.list(frame(Locale.ENGLISH)))).contains("Rules");
    for (Edition edition : desk.editions()) {
      String page = rendered(pages.edition(frame(Locale.CHINESE), edition.id()));
      assertThat(page).contains(edition.hash()).contains("系统不附带正式文本");
      edition.catalogue().keySet().forEach(item -> assertThat(page).contains("id=\"item-" + item + "\""));
      edition.readings().keySet().forEach(key -> assertThat(page).contains(key.word()));
      Map<String, Set<String>> articles = desk.articles(EditionText.parts(edition));
      assertThat(articles.keySet()).isNotEmpty();
      articles.keySet().forEach(
          article -> assertThat(page).contains("id=\"" + ArticleLinks.anchor(article) + "\""));
      edition.causes().values().forEach(
          cause -> assertThat(articles.keySet()).containsAll(cause.citation().articles()));
      assertThat(articles.keySet()).containsAll(edition.emergency().citation().articles());
      assertThat(rendered(pages.edition(frame(Locale.ENGLISH), edition.id()))).contains("Articles");
    }
    assertThatThrownBy(() -> pages.edition(frame(Locale.CHINESE), "none")).isInstanceOf(Problem.class);
  }

  @Test
  @DisplayName("每条的案例列得出、看得到全文、当场运行通过；没有的文件是 404")
  void casesRun() {
    for (Edition edition : desk.editions()) {
      List<RuleCase> all = desk.cases(edition.id(), null);
      assertThat(all).isNotEmpty();
      RuleCase one = all.getFirst();
      String article = one.cite().iterator().next();
      assertThat(desk.cases(edition.id(), article)).contains(one).allMatch(each -> each.cite().contains(article));
      List<CaseResult> results = desk.run(edition.id(), one.file());
      assertThat(results).isNotEmpty().allMatch(CaseResult::passed);
      String page = rendered(pages.cases(frame(Locale.CHINESE), edition.id(), article, one.file()));
      assertThat(page).contains("通过：").contains(one.file()).contains("given:");
      assertThat(desk.cases(edition.id(), "没有这一条")).isEmpty();
      for (String file : List.of("../x.yaml", "/etc/passwd", "none.yaml")) {
        assertThatThrownBy(() -> desk.run(edition.id(), file)).isInstanceOf(Problem.class);
      }
    }
  }

  @Test
  @DisplayName("本单位存放的正式文本，放在数据目录里就显示")
  void theDeploymentsText() throws Exception {
    String edition = desk.editions().iterator().next().id();
    Path folder = HOUSE.bean(Settings.class).data().resolve("law").resolve("texts");
    Path file = Files.createDirectories(folder).resolve(edition + ".txt");
    Files.writeString(file, "第一条 甲\n第二条 <乙>\n");
    try {
      assertThat(rendered(pages.edition(frame(Locale.CHINESE), edition))).contains("第一条 甲").contains("&lt;乙&gt;")
          .doesNotContain("系统不附带正式文本");
    } finally {
      Files.delete(file);
    }
  }
}
