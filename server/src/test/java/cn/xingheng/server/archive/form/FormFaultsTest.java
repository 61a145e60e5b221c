package cn.xingheng.server.archive.form;

import static cn.xingheng.server.archive.form.FormColumn.CATEGORY;
import static cn.xingheng.server.archive.form.FormColumn.CERTIFICATE;
import static cn.xingheng.server.archive.form.FormColumn.CODE;
import static cn.xingheng.server.archive.form.FormColumn.DESCRIPTION;
import static cn.xingheng.server.archive.form.FormColumn.IDENTITY;
import static cn.xingheng.server.archive.form.FormColumn.INSTITUTION;
import static cn.xingheng.server.archive.form.FormColumn.NAME;
import static cn.xingheng.server.archive.form.FormColumn.PHONE;
import static cn.xingheng.server.archive.form.FormColumn.POSITION;
import static cn.xingheng.server.archive.form.FormColumn.REMARK;
import static cn.xingheng.server.archive.form.FormColumn.SEX;
import static cn.xingheng.server.archive.form.FormColumn.SINGLE_POINTS;
import static cn.xingheng.server.archive.form.FormColumn.STATUS;
import static cn.xingheng.server.archive.form.FormColumn.TITLE;
import static cn.xingheng.server.archive.form.FormColumn.TOTAL_POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.server.register.IdentityNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("登记表：逐行的错误")
class FormFaultsTest {

  private static final String FUTURE = "99010120260501001";

  static Stream<Arguments> wrongAndRight() {
    return Stream.of(
        of(FormProblem.MISSING, INSTITUTION, "", "第一医院"),
        of(FormProblem.MISSING, NAME, "　", "王五"),
        of(FormProblem.MISSING, SEX, "/", "男"),
        of(FormProblem.MISSING, CATEGORY, "", "4"),
        of(FormProblem.MISSING, CODE, "无", Forms.code(1)),
        of(FormProblem.MISSING, CERTIFICATE, "", Forms.certificate(1)),
        of(FormProblem.MISSING, STATUS, "", "0"),
        of(FormProblem.TOO_LONG, DESCRIPTION, "长".repeat(4_001), "长".repeat(4_000)),
        of(FormProblem.NAME, NAME, "张3", "买买提·艾力"),
        of(FormProblem.NAME, NAME, "···", "O'Neill"),
        of(FormProblem.SEX, SEX, "1", "男性"),
        of(FormProblem.ID_LENGTH, IDENTITY, "110105491231002", Forms.identity(1)),
        of(FormProblem.ID_CHARACTERS, IDENTITY, "1101051949123100ZX", Forms.identity(3)),
        of(FormProblem.ID_BIRTH, IDENTITY, "990101196002300015", Forms.identity(1)),
        of(FormProblem.ID_FUTURE, IDENTITY, FUTURE + checked(FUTURE), Forms.identity(1)),
        of(FormProblem.ID_CHECK_DIGIT, IDENTITY, otherCheckDigit(Forms.identity(1)), Forms.identity(1)),
        of(FormProblem.ID_SEX, IDENTITY, Forms.identity(2), Forms.identity(3)),
        of(FormProblem.FLOATED, IDENTITY, "3.40104E+17", Forms.identity(1)),
        of(FormProblem.FLOATED, IDENTITY, "340104199001011000.0", Forms.identity(1)),
        of(FormProblem.ROUNDED, IDENTITY, "340104199001011000", Forms.identity(1)),
        of(FormProblem.FLOATED, CODE, "1.10E+14", Forms.code(1)),
        of(FormProblem.FLOATED, CERTIFICATE, "1.1034E+14", Forms.certificate(1)),
        of(FormProblem.FLOATED, CERTIFICATE, "110340000000001.0", Forms.certificate(1)),
        of(FormProblem.FLOATED, PHONE, "1.38E+10", "13800000000"),
        of(FormProblem.FLOATED, PHONE, "13800000000.0", "13800000000、0551-60000000转8"),
        of(FormProblem.PHONE, PHONE, "同上", "(0551)60000000"),
        of(FormProblem.NO_SUCH_VALUE, CATEGORY, "5", "4"),
        of(FormProblem.NO_SUCH_VALUE, CATEGORY, "护士", "乡村医生"),
        of(FormProblem.NO_SUCH_VALUE, CATEGORY, "1、3", "3"),
        of(FormProblem.NO_SUCH_VALUE, CATEGORY, "1.5", "1.0"),
        of(FormProblem.WORD_AND_CODE_DIFFER, CATEGORY, "1执业助理医师", "2执业助理医师"),
        of(FormProblem.NO_SUCH_VALUE, POSITION, "院长", "单位负责人"),
        of(FormProblem.NO_SUCH_VALUE, TITLE, "5", "4医师"),
        of(FormProblem.NO_SUCH_VALUE, STATUS, "3", "2"),
        of(FormProblem.NO_SUCH_VALUE, STATUS, "正常", "有效"),
        of(FormProblem.WORD_AND_CODE_DIFFER, STATUS, "0暂停", "1暂停"),
        of(FormProblem.PHYSICIAN_CODE, CODE, "aa3" + Forms.certificate(1), "Aa3" + Forms.certificate(1)),
        of(FormProblem.PHYSICIAN_CODE, CODE, Forms.code(1) + "1", Forms.code(1)),
        of(FormProblem.CERTIFICATE, CERTIFICATE, "12", Forms.certificate(1)),
        of(FormProblem.CERTIFICATE_DIGITS, CERTIFICATE, "11034000000001", Forms.certificate(1)),
        of(FormProblem.POINTS, SINGLE_POINTS, "-1", "0"),
        of(FormProblem.POINTS, SINGLE_POINTS, "1.5", "2.0"),
        of(FormProblem.POINTS, SINGLE_POINTS, "两分", "2分"));
  }

  @ParameterizedTest(name = "{1}「{2}」有错 {0}，「{3}」没有")
  @MethodSource("wrongAndRight")
  @DisplayName("填错的一格使这一行不导入，填对的同一格没有错")
  void oneWrongCell(FormProblem problem, FormColumn column, String wrong, String right) {
    byte[] file = Forms.xlsx(Forms.row(1, column, wrong), Forms.row(5), Forms.row(7, IDENTITY, Forms.identity(7)));
    assertThat(Forms.problems(file)).containsExactly(List.of(problem), List.of(), List.of());
    FormFault fault = Forms.rows(file).faulty().getFirst().faults().getFirst();
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault.found()).isEqualTo(Looks.tidy(wrong));
    assertThat(Forms.problems(Forms.xlsx(Forms.row(1, column, right)))).containsExactly(List.of());
    byte[] text = Forms.csv(StandardCharsets.UTF_8, ',', Forms.row(1, column, wrong), Forms.row(5));
    assertThat(Forms.problems(text)).containsExactly(List.of(problem), List.of());
  }

  @Test
  @DisplayName("长数字存成数值的，这一行不导入；短数字存成数值的照收")
  void numbersInCells() {
    byte[] file = Forms.workbook(sheet -> {
      Forms.put(sheet, 0, Forms.HEADINGS);
      for (int i = 1; i <= 4; i++) {
        Forms.put(sheet, i, Forms.row(i));
      }
      sheet.value(1, IDENTITY.index(), 340104199001011000L);
      sheet.value(2, IDENTITY.index(), 3.40104199001011E17);
      sheet.value(3, CERTIFICATE.index(), 1.1034000000000001E17);
      sheet.value(4, CERTIFICATE.index(), 110340000000004L);
      sheet.value(4, CATEGORY.index(), 1.0);
      sheet.value(4, SINGLE_POINTS.index(), 1);
      sheet.value(4, TOTAL_POINTS.index(), 3.0);
      sheet.value(4, PHONE.index(), 13800000000L);
    });
    assertThat(Forms.problems(file)).containsExactly(
        List.of(FormProblem.FLOATED), List.of(FormProblem.FLOATED), List.of(FormProblem.FLOATED), List.of());
    FormRead.Rows read = Forms.rows(file);
    assertThat(read.lines().getFirst().raw().get(IDENTITY.index())).isEqualTo("3.40104199001011E+17");
    FormRow row = read.understood().getFirst().row();
    assertThat(row.certificate()).isEqualTo("110340000000004");
    assertThat(row.phone()).isEqualTo("13800000000");
    assertThat(row.singlePoints()).isEqualTo(1);
    assertThat(row.totalPoints()).isEqualTo(3);
  }

  @Test
  @DisplayName("末三位确是 000 的号码，加单引号即可")
  void anApostropheVouches() {
    String honest = rareNumber();
    assertThat(Forms.problems(Forms.xlsx(Forms.row(2, IDENTITY, honest))))
        .containsExactly(List.of(FormProblem.ROUNDED));
    assertThat(Forms.only(Forms.xlsx(Forms.row(2, IDENTITY, "'" + honest))).identity().value()).isEqualTo(honest);
  }

  @Test
  @DisplayName("累计小于单次的不导入，相等的可以")
  void totalBelowSingle() {
    assertThat(Forms.problems(Forms.xlsx(
        Forms.row(1, SINGLE_POINTS, "3", TOTAL_POINTS, "2"),
        Forms.row(3, SINGLE_POINTS, "3", TOTAL_POINTS, "3"),
        Forms.row(5, SINGLE_POINTS, "3"),
        Forms.row(7, TOTAL_POINTS, "3"))))
        .containsExactly(List.of(FormProblem.TOTAL_BELOW_SINGLE), List.of(), List.of(), List.of());
  }

  @Test
  @DisplayName("乡村医生的证书照发证写法收下")
  void villageCertificates() {
    assertThat(Forms.problems(Forms.xlsx(
        Forms.row(1, CATEGORY, "4", CERTIFICATE, "省乡医（2010）第123号"),
        Forms.row(3, CATEGORY, "4", CERTIFICATE, "340100123"),
        Forms.row(5, CATEGORY, "1", CERTIFICATE, "340100123"))))
        .containsExactly(List.of(), List.of(), List.of(FormProblem.CERTIFICATE_DIGITS));
  }

  @Test
  @DisplayName("同一人在同一机构两行：两行都不导入，互相指明；在两个机构各一行可以")
  void thePersonTwice() {
    byte[] file = Forms.xlsx(
        Forms.row(1), Forms.row(2), Forms.row(1, INSTITUTION, "第 一 医 院", CODE, Forms.code(9)),
        Forms.row(1, INSTITUTION, "第二医院", CODE, Forms.code(11), REMARK, "第二执业地"));
    assertThat(Forms.problems(file)).containsExactly(
        List.of(FormProblem.DUPLICATE), List.of(), List.of(FormProblem.DUPLICATE), List.of());
    assertThat(Forms.rows(file).faulty().getFirst().faults().getFirst().arguments()).containsExactly("5");
    assertThat(Forms.rows(file).faulty().getLast().faults().getFirst().arguments()).containsExactly("3");
  }

  @Test
  @DisplayName("重复的一行另有错误，也算重复")
  void aFaultyRowIsComparedToo() {
    assertThat(Forms.problems(Forms.xlsx(Forms.row(1), Forms.row(1, PHONE, "同上")))).containsExactly(
        List.of(FormProblem.DUPLICATE), List.of(FormProblem.PHONE, FormProblem.DUPLICATE));
  }

  @Test
  @DisplayName("同一号码两个姓名：都不导入；只差空格的是同一姓名")
  void oneNumberTwoNames() {
    assertThat(Forms.problems(Forms.xlsx(
        Forms.row(1), Forms.row(1, INSTITUTION, "第二医院", NAME, "王五", CODE, Forms.code(9)))))
        .containsExactly(List.of(FormProblem.NAMES_DIFFER), List.of(FormProblem.NAMES_DIFFER));
    assertThat(Forms.problems(Forms.xlsx(
        Forms.row(1), Forms.row(1, INSTITUTION, "第二医院", NAME, "张　三", CODE, Forms.code(9)))))
        .containsExactly(List.of(), List.of());
  }

  @Test
  @DisplayName("同一编码在两人名下：都不导入；在同一人名下可以")
  void oneCodeTwoPeople() {
    assertThat(Forms.problems(Forms.xlsx(Forms.row(1), Forms.row(2, CODE, Forms.code(1)), Forms.row(3))))
        .containsExactly(List.of(FormProblem.CODE_SHARED), List.of(FormProblem.CODE_SHARED), List.of());
    assertThat(Forms.problems(Forms.xlsx(Forms.row(1), Forms.row(1, INSTITUTION, "第二医院"))))
        .containsExactly(List.of(), List.of());
  }

  @Test
  @DisplayName("一行的多处错误一次说全")
  void allFaultsAtOnce() {
    assertThat(Forms.problems(Forms.xlsx(Forms.row(1, NAME, "", SEX, "?", STATUS, "9"))).getFirst())
        .containsExactly(FormProblem.MISSING, FormProblem.SEX, FormProblem.NO_SUCH_VALUE);
  }

  private static Arguments of(FormProblem problem, FormColumn column, String wrong, String right) {
    return Arguments.of(problem, column, wrong, right);
  }

  private static char checked(String digits) {
    return IdentityNumber.checkDigit(digits);
  }

  /** A woman's number that ends in 000 and is right. */
  private static String rareNumber() {
    for (int year = 1960; year < 1990; year++) {
      for (int n = 100; n < 1000; n += 100) {
        String digits = "990101" + year + "0101" + n;
        if (checked(digits) == '0') {
          return digits + "0";
        }
      }
    }
    throw new AssertionError("no such number");
  }

  private static String otherCheckDigit(String number) {
    char last = number.charAt(17);
    return number.substring(0, 17) + (last == '1' ? '2' : '1');
  }
}
