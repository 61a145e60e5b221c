package cn.xingheng.server.archive.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.IdentityNumber;
import cn.xingheng.server.register.Position;
import cn.xingheng.server.register.Sex;
import cn.xingheng.server.register.Title;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("登记表：样子不拘")
class FormLooksTest {

  @Test
  @DisplayName("一行十八栏都读成值")
  void aWholeRow() {
    FormRow row = Forms.only(Forms.xlsx(Forms.row(1,
        FormColumn.VIOLATION, "一类", FormColumn.DESCRIPTION, "超量配药", FormColumn.SINGLE_POINTS, "1",
        FormColumn.TOTAL_POINTS, "4", FormColumn.STATUS, "1暂停", FormColumn.REMARK, "第一执业地")));
    assertThat(row).isEqualTo(new FormRow("第一医院", "张三", Sex.MALE,
        new IdentityNumber(Forms.identity(1)), Category.PHYSICIAN,
        Position.HEAD_OF_DEPARTMENT, Title.ATTENDING, "内科", Forms.code(1), Forms.certificate(1), "0551-60000000",
        "一类", "超量配药", 1, 4, StatedStatus.SUSPENDED, "第一执业地"));
  }

  @ParameterizedTest
  @CsvSource({"1", "执业医师", "1执业医师", "1.0", "１", "1、执业医师", "执业医师（1）", "' 1 执业医师 '", "01"})
  @DisplayName("代码、名称或两者都可以")
  void codedValues(String text) {
    assertThat(Forms.only(Forms.xlsx(Forms.row(1, FormColumn.CATEGORY, text))).category())
        .isEqualTo(Category.PHYSICIAN);
  }

  @Test
  @DisplayName("没有职务、职称、扣分的，写无、斜杠或留空都一样")
  void nothingToSay() {
    for (String nothing : List.of("", "无", "/", "—", "　")) {
      FormRow row = Forms.only(Forms.xlsx(Forms.row(1, FormColumn.POSITION, nothing, FormColumn.TITLE, nothing,
          FormColumn.SINGLE_POINTS, nothing, FormColumn.PHONE, nothing, FormColumn.REMARK, nothing)));
      assertThat(row.position()).isNull();
      assertThat(row.title()).isNull();
      assertThat(row.singlePoints()).isNull();
      assertThat(row.phone() + row.remark()).isEmpty();
    }
  }

  @Test
  @DisplayName("全角、各种空格、单引号、小写 x 都不碍事")
  void wideLettersAndBlanks() {
    FormRow row = Forms.only(Forms.xlsx(Forms.row(1,
        FormColumn.INSTITUTION, " 第一\n医院（东区） ", FormColumn.NAME, "张　三",
        FormColumn.IDENTITY, "'" + wide(Forms.identity(1)) + "\u00A0",
        FormColumn.CODE, "Ａa3 " + Forms.certificate(1) + "\u200B",
        FormColumn.CERTIFICATE, "'" + Forms.certificate(1))));
    assertThat(row.institution()).isEqualTo("第一医院（东区）");
    assertThat(row.name()).isEqualTo("张三");
    assertThat(row.identity().value()).isEqualTo(Forms.identity(1));
    assertThat(row.code()).isEqualTo(Forms.code(1));
    assertThat(row.certificate()).isEqualTo(Forms.certificate(1));
    assertThat(Forms.only(Forms.xlsx(Forms.row(1, FormColumn.IDENTITY, "11010519491231002x", FormColumn.SEX, "女")))
        .identity().value()).isEqualTo("11010519491231002X");
  }

  @Test
  @DisplayName("表头上有几行合并的标题，表头有换行和星号，下面有空行、说明和签章：只留下医师")
  void aroundTheRows() {
    byte[] file = Forms.file(book -> {
      book.newWorksheet("说明").value(0, 0, "本表由定点医疗机构填写");
      var sheet = book.newWorksheet("2026");
      sheet.value(0, 0, "附件3");
      sheet.value(2, 0, "医疗保障协议医师信息档案登记表");
      sheet.range(2, 0, 2, 17).merge();
      Forms.put(sheet, 4, Forms.HEADINGS);
      sheet.value(4, 4, "*身份证\n号　码");
      sheet.value(4, 16, "医保医师服务状态（0有效、1暂停、2解除）");
      Forms.put(sheet, 5, Forms.row(1));
      Forms.put(sheet, 8, Forms.row(2));
      sheet.value(9, 0, "3");
      sheet.value(10, 0, "...");
      Forms.put(sheet, 11, Forms.HEADINGS);
      Forms.put(sheet, 12, Forms.row(3));
      sheet.value(13, 0, "合计");
      sheet.value(13, 2, "3人");
      sheet.value(14, 0, "填报说明：");
      sheet.value(15, 0, "1.医师类别： 1执业医师、2执业助理医师、3多点执业医师、4乡村医生");
      sheet.value(16, 1, "其余见通知");
      sheet.value(17, 0, "填表人：");
      sheet.value(17, 3, "审核人：");
    });
    FormRead.Rows rows = Forms.rows(file);
    assertThat(rows.sheet()).isEqualTo("2026");
    assertThat(rows.lines()).extracting(FormLine::number).containsExactly(6, 9, 13);
    assertThat(rows.faulty()).isEmpty();
  }

  @Test
  @DisplayName("说明下面又有医师的，不漏掉；只填了姓名的一行不是说明")
  void rowsAreNotTakenForNotes() {
    byte[] file = Forms.workbook(sheet -> {
      Forms.put(sheet, 0, Forms.HEADINGS);
      sheet.value(1, 2, "王五");
      sheet.value(2, 0, "填报说明：");
      Forms.put(sheet, 3, Forms.row(1));
    });
    assertThat(Forms.rows(file).lines()).extracting(FormLine::number).containsExactly(2, 4);
    assertThat(Forms.rows(file).understood()).hasSize(1);
  }

  @Test
  @DisplayName("栏目次序不同、没有序号、多出别的栏目，照样按表头认")
  void columnsInAnotherOrder() {
    List<Integer> order = new ArrayList<>();
    for (int i = 1; i < 18; i++) {
      order.add(i);
    }
    Collections.reverse(order);
    byte[] file = Forms.workbook(sheet -> {
      for (int i = 0; i < order.size(); i++) {
        sheet.value(0, i, Forms.HEADINGS.get(order.get(i)));
        sheet.value(1, i, Forms.row(1).get(order.get(i)));
      }
      sheet.value(0, 17, "民族");
      sheet.value(1, 17, "汉");
    });
    assertThat(Forms.only(file)).isEqualTo(Forms.only(Forms.xlsx(Forms.row(1))));
    assertThat(Forms.rows(file).ignored()).containsExactly("民族");
    assertThat(Forms.rows(file).lines().getFirst().raw().subList(1, 18)).isEqualTo(Forms.row(1).subList(1, 18));
  }

  @Test
  @DisplayName("表头分两行，上面一行是合并的大栏")
  void aHeadingOfTwoRows() {
    byte[] file = Forms.workbook(sheet -> {
      Forms.put(sheet, 0, Forms.HEADINGS);
      sheet.value(0, 12, "违规情况");
      for (int i = 13; i < 16; i++) {
        sheet.value(0, i, "");
      }
      for (int i = 12; i < 16; i++) {
        sheet.value(1, i, Forms.HEADINGS.get(i));
      }
      Forms.put(sheet, 2, Forms.row(1, FormColumn.TOTAL_POINTS, "2"));
    });
    assertThat(Forms.only(file).totalPoints()).isEqualTo(2);
    assertThat(Forms.rows(file).ignored()).isEmpty();
  }

  @Test
  @DisplayName("文本文件：UTF-8 有无标记、GB18030、UTF-16，逗号、分号、制表符")
  void textFiles() {
    List<String> row = Forms.row(1, FormColumn.NAME, "䶮镕", FormColumn.REMARK, "甲,乙;丙\"丁\"\n戊");
    FormRow expected = Forms.only(Forms.xlsx(row));
    assertThat(expected.remark()).isEqualTo("甲,乙;丙\"丁\"\n戊");
    for (char separator : List.of(',', ';', '\t')) {
      for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
        assertThat(Forms.only(Forms.csv(charset, separator, row))).as(charset + " " + separator).isEqualTo(expected);
      }
      assertThat(Forms.only(marked(Forms.csv(StandardCharsets.UTF_8, separator, row), 0xEF, 0xBB, 0xBF)))
          .isEqualTo(expected);
      assertThat(Forms.only(marked(Forms.csv(StandardCharsets.UTF_16LE, separator, row), 0xFF, 0xFE)))
          .isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("文本文件的行号照表格软件数，空行也算")
  void rowNumbersOfTextFiles() {
    assertThat(Forms.rows(Forms.csv(StandardCharsets.UTF_8, ',',
        Forms.row(1, FormColumn.REMARK, "两\n行"), List.of(""), Forms.row(2))).lines())
        .extracting(FormLine::number).containsExactly(2, 4);
  }

  @Test
  @DisplayName("日期单元格照日期写出来，不作解释")
  void daysInRemarks() {
    byte[] file = Forms.workbook(sheet -> {
      Forms.put(sheet, 0, Forms.HEADINGS);
      Forms.put(sheet, 1, Forms.row(1));
      sheet.value(1, 17, LocalDate.of(2024, 3, 1));
      sheet.style(1, 17).format("yyyy\"年\"m\"月\"d\"日\"").set();
      Forms.put(sheet, 2, Forms.row(2));
      sheet.value(2, 17, 45352);
    });
    assertThat(Forms.rows(file).understood()).extracting(line -> line.row().remark())
        .containsExactly("2024-03-01", "45352");
  }

  @Test
  @DisplayName("隐藏的工作表不读")
  void hiddenSheets() {
    byte[] file = Forms.file(book -> {
      var hidden = book.newWorksheet("旧");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      Forms.put(hidden, 0, Forms.HEADINGS);
      Forms.put(hidden, 1, Forms.row(1));
      var shown = book.newWorksheet("新");
      Forms.put(shown, 0, Forms.HEADINGS);
      Forms.put(shown, 1, Forms.row(2));
    });
    assertThat(Forms.rows(file).sheet()).isEqualTo("新");
  }

  private static String wide(String text) {
    return text.chars().collect(
        StringBuilder::new, (wide, c) -> wide.append((char) (c - '!' + '！')), StringBuilder::append).toString();
  }

  private static byte[] marked(byte[] text, int... mark) {
    byte[] all = new byte[mark.length + text.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(text, 0, all, mark.length, text.length);
    return all;
  }
}
