package cn.xingheng.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.foresight.DutyAhead;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Window;
import cn.xingheng.core.sanction.Review;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两种语言的词句")
class BundlesTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*[,)]");

  @Test
  @DisplayName("每份词句中英文的键相同，没有两份有同一个键")
  void sameKeys() {
    Map<String, String> owner = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    for (String name : bundles()) {
      assertThat(keys(name, "en")).as(name).isEqualTo(keys(name, "zh"));
      keys(name, "zh").forEach(
          key -> {
            String before = owner.put(key, name);
            if (before != null) {
              twice.add(key + " in " + before + " and " + name);
            }
          });
    }
    assertThat(twice).isEmpty();
    assertThat(owner).hasSizeGreaterThan(200);
  }

  @Test
  @DisplayName("每句都能按格式读出，占位数两种语言相同")
  void wellFormed() {
    for (String name : bundles()) {
      Properties chinese = load(name, "zh");
      Properties english = load(name, "en");
      for (String key : chinese.stringPropertyNames()) {
        int arguments = new MessageFormat(chinese.getProperty(key), Locale.CHINESE).getFormatsByArgumentIndex().length;
        assertThat(new MessageFormat(english.getProperty(key), Locale.ENGLISH).getFormatsByArgumentIndex())
            .as(key)
            .hasSize(arguments);
      }
    }
  }

  @Test
  @DisplayName("法律用词，每个枚举词两种语言都有")
  void everyWordOfTheLaw() {
    Set<String> zh = keys("law", "zh");
    List<String> needed = new ArrayList<>();
    add(needed, "standing", Standing.values());
    add(needed, "cause", Cause.values());
    add(needed, "duty", Duty.values());
    add(needed, "refusal", Refusal.Word.values());
    add(needed, "kind", FactKind.values());
    add(needed, "verdict", Verdict.values());
    add(needed, "setting", Setting.values());
    add(needed, "force", Force.values());
    add(needed, "measure", MeasureKind.values());
    add(needed, "window", Window.values());
    add(needed, "sanction", Sanction.Status.values());
    add(needed, "review", Review.State.values());
    add(needed, "progress", DutyAhead.Progress.values());
    assertThat(zh).containsAll(needed);
    assertThat(keys("house", "zh")).containsAll(
        Arrays.stream(Role.values()).map(role -> "role." + role.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static void add(List<String> needed, String prefix, Enum<?>[] values) {
    for (Enum<?> value : values) {
      needed.add(prefix + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  @Test
  @DisplayName("模板和程序里写出的每个键都有")
  void everyKeySaid() throws IOException {
    Set<String> known = new TreeSet<>();
    bundles().forEach(name -> known.addAll(keys(name, "zh")));
    Set<String> said = said("src/main/jte", ".jte");
    said.addAll(said("src/main/java", ".java"));
    assertThat(said).hasSizeGreaterThan(50);
    said.removeAll(known);
    assertThat(said).as("keys without words").isEmpty();
  }

  @Test
  @DisplayName("反证：没有的键会被找到")
  void findsWhatIsMissing() {
    Matcher matcher = SAID.matcher("${frame.say(\"nobody.knows\")} ${frame.say(\"open.\" + word)}");
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.group(1)).isEqualTo("nobody.knows");
    assertThat(matcher.find()).isFalse();
  }

  private static Set<String> said(String root, String ending) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        Matcher matcher = SAID.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  private static List<String> bundles() {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      List<String> names =
          files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith("_zh.properties"))
              .map(name -> name.substring(0, name.indexOf("_zh"))).sorted().toList();
      assertThat(names).contains("house", "law");
      return names;
    } catch (IOException cause) {
      throw new java.io.UncheckedIOException(cause);
    }
  }

  private static Set<String> keys(String name, String language) {
    return new TreeSet<>(load(name, language).stringPropertyNames());
  }

  private static Properties load(String name, String language) {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name + "_" + language + ".properties"))) {
      words.load(reader);
    } catch (IOException cause) {
      throw new java.io.UncheckedIOException(cause);
    }
    return words;
  }
}
