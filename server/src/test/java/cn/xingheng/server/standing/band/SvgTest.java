package cn.xingheng.server.standing.band;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@DisplayName("时间线的文字")
class SvgTest {

  private static String css() throws IOException {
    try (InputStream in = SvgTest.class.getResourceAsStream("/static/band.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("姓名里的尖括号、引号和 & 都成了字，开不出元素来")
  void escaped() throws Exception {
    String name = "周<script>alert('1')</script>&\"\u0001";
    BandAsk ask =
        new BandAsk(Lives.busy(), name, Lives.SITE, LocalDate.of(2026, 6, 16), true, Reach.YEAR, Lives.ZH);
    String svg = Band.draw(ask).svg("a\"><b");
    assertThat(svg).contains("周&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;").doesNotContain("<script");
    Document document = parsed(svg);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).startsWith("周<script>alert('1')");
  }

  @Test
  @DisplayName("有标题和说明，由图指着；没有脚本、样式属性和事件属性")
  void plain() throws Exception {
    for (BandAsk ask : Lives.all().values()) {
      String svg = Band.draw(ask).svg("tl");
      Document document = parsed(svg);
      assertThat(document.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("tl-t tl-d");
      assertThat(svg).contains("<title id=\"tl-t\">", "<desc id=\"tl-d\">");
      assertThat(document.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
      assertThat(svg).doesNotContain("style=", "<style", "<script", "href").doesNotContainPattern(" on\\w+=");
    }
  }

  @Test
  @DisplayName("说明里说得出看的那天的答案、不付的日子和将到的期限")
  void description() {
    String said = Band.draw(Lives.all().get("busy")).description();
    assertThat(said).contains(
        "2026-06-16 暂停", "2025-03-10 至 2025-04-09 暂停：机构停", "2026-04-01 起累计 9 分", "06-29 申请恢复截止");
  }

  @Test
  @DisplayName("每支笔在样式表里都有；字不小于 12 像素")
  void styled() throws IOException {
    String css = css();
    assertThat(Arrays.stream(Ink.values()).map(Ink::css)).allMatch(name -> css.contains("." + name));
    List<Integer> sizes =
        Pattern.compile("font-size: (\\d+)px").matcher(css).results()
            .map(MatchResult::group).map(text -> Integer.parseInt(text.replaceAll("\\D", ""))).toList();
    assertThat(sizes).isNotEmpty().allMatch(size -> size >= 12);
  }

  @Test
  @DisplayName("中英文用语一一对应；每种原因和状态都有说法；没有单引号")
  void words() {
    ResourceBundle zh = ResourceBundle.getBundle("messages.band_zh", Locale.ROOT);
    ResourceBundle en = ResourceBundle.getBundle("messages.band_en", Locale.ROOT);
    assertThat(new TreeSet<>(zh.keySet())).isEqualTo(new TreeSet<>(en.keySet()));
    Set<String> causes = Arrays.stream(Cause.values()).map(c -> "band.cause." + c.word()).collect(Collectors.toSet());
    assertThat(zh.keySet()).containsAll(causes);
    for (Standing standing : Standing.values()) {
      assertThat(zh.keySet()).contains("band.standing." + standing.word());
    }
    zh.keySet().forEach(key -> assertThat(zh.getString(key) + en.getString(key)).doesNotContain("'"));
  }

  @Test
  @DisplayName("字宽按宽字和窄字估，只多不少")
  void widths() {
    assertThat(Widths.of("暂停", 12)).isBetween(24, 27);
    assertThat(Widths.of("06-29", 12)).isBetween(32, 38);
    assertThat(Widths.of("", 12)).isLessThan(4);
    assertThat(Widths.of("12 解除", 12)).isGreaterThan(Widths.of("2 解除", 12));
  }
}
