package cn.xingheng.server.archive.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登记表：说法")
class FormWordsTest {

  private static final List<Locale> LOCALES = List.of(Locale.CHINESE, Locale.ENGLISH);

  @Test
  @DisplayName("中英文的键一样多，每种错误都有三句，没有多余的")
  void everyProblemHasItsWords() {
    TreeSet<String> expected = new TreeSet<>(List.of(
        "archive.form.in-column", "archive.form.in-blank-column", "archive.form.between", "archive.form.row"));
    FormColumn.ALL.forEach(column -> expected.add("archive.form.column." + column.number()));
    for (FormProblem problem : FormProblem.values()) {
      List.of(".wrong", ".allowed", ".remedy").forEach(part -> expected.add(problem.key() + part));
    }
    for (Locale locale : LOCALES) {
      ResourceBundle bundle = ResourceBundle.getBundle("messages.archive", locale);
      assertThat(bundle.getLocale()).isEqualTo(locale);
      assertThat(new TreeSet<>(bundle.keySet().stream().filter(key -> key.startsWith("archive.form.")).toList()))
          .isEqualTo(expected);
      for (FormProblem problem : FormProblem.values()) {
        assertThat(bundle.getString(problem.key() + ".wrong")).as(problem + " " + locale).isNotBlank();
        assertThat(bundle.getString(problem.key() + ".remedy")).as(problem + " " + locale).isNotBlank();
      }
    }
  }

  @Test
  @DisplayName("两种语言用到的参数一样")
  void bothUseTheSameArguments() {
    ResourceBundle zh = ResourceBundle.getBundle("messages.archive", Locale.CHINESE);
    ResourceBundle en = ResourceBundle.getBundle("messages.archive", Locale.ENGLISH);
    for (String key : zh.keySet()) {
      assertThat(new MessageFormat(en.getString(key)).getFormatsByArgumentIndex().length).as(key)
          .isEqualTo(new MessageFormat(zh.getString(key)).getFormatsByArgumentIndex().length);
    }
  }

  @Test
  @DisplayName("中文的栏目名就是登记表的栏目名")
  void chineseHeadingsAreTheForms() {
    for (FormColumn column : FormColumn.values()) {
      assertThat(Forms.chinese().heading(column)).isEqualTo(column.heading());
    }
  }

  @Test
  @DisplayName("一句话说全：哪一栏、填的什么、错在哪里、允许什么、怎么办；中英文都没有剩下的占位符")
  void sentences() {
    FormRead.Rows read = Forms.rows(Forms.xlsx(
        Forms.row(1, FormColumn.CATEGORY, "9"), Forms.row(2, FormColumn.NAME, ""),
        Forms.row(3, FormColumn.IDENTITY, Forms.identity(4)), Forms.row(5), Forms.row(5)));
    List<String> said = new ArrayList<>();
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.UK, Locale.GERMANY)) {
      FormWords words = FormWords.of(locale);
      read.lines().forEach(line -> said.addAll(words.reasons(line)));
    }
    assertThat(said).contains(
        "第 6 栏“医师类别”填的是“9”：没有这个代码或名称。可填：1执业医师、2执业助理医师、3多点执业医师、4乡村医生；"
            + "填代码、名称或两者都可以。请改正。",
        "第 3 栏“姓名”：没有填写。这一栏必填。请补上。",
        "Column 3, Name: It is empty. This column must be filled in. Fill it in.",
        "原文件第 7 行：", "Row 7 of the original file:")
        .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\{\\d").doesNotContain(Forms.identity(4)));
  }

  @Test
  @DisplayName("文件的错误没有栏目，也有一句话")
  void sentencesAboutFiles() {
    FormFault fault = FormFault.ofFile(FormProblem.FILE_TOO_BIG, "50");
    assertThat(Forms.chinese().sentence(fault)).isEqualTo("文件超过 50 MB。请分成几个文件，逐个上传");
    assertThat(FormWords.of(Locale.US).sentence(fault))
        .isEqualTo("The file is larger than 50 MB. Split it into several files and upload them one by one");
  }

  @Test
  @DisplayName("长内容截短，身份证号遮掩")
  void shown() {
    FormFault remark = new FormFault(FormProblem.TOO_LONG, FormColumn.REMARK, "长".repeat(100), List.of("100", "60"));
    assertThat(remark.shown()).hasSize(61).endsWith("…");
    FormFault identity =
        new FormFault(FormProblem.ID_CHECK_DIGIT, FormColumn.IDENTITY, Forms.identity(1), List.of("18"));
    assertThat(identity.shown()).matches("9901\\*{10}.{4}");
    FormFault astray =
        new FormFault(FormProblem.CERTIFICATE_DIGITS, FormColumn.CERTIFICATE, Forms.identity(1), List.of("18", "15"));
    assertThat(astray.shown()).isEqualTo(identity.shown());
  }
}
