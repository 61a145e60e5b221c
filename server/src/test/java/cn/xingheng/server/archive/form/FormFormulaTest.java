package cn.xingheng.server.archive.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("登记表：公式和错误值")
class FormFormulaTest {

  /** The cell of the certificate in the first row. */
  private static final String CELL = "<c r=\"K3\"";

  @ParameterizedTest
  @CsvSource({
    " t=\"str\"><f>A1</f><v>110340000000001</v>, ''",
    "><f>A1</f><v>110340000000001</v>, ''",
    "><f>A1</f><v>1.1034000000000001E17</v>, FORMULA",
    "><f>A1</f>, FORMULA",
    " t=\"e\"><f>A1</f><v>#REF!</v>, CELL_ERROR",
    " t=\"e\"><v>#N/A</v>, CELL_ERROR",
    " t=\"str\"><f>A1</f><v></v>, FORMULA",
    " t=\"b\"><f>A1</f><v>1</v>, FORMULA",
  })
  @DisplayName("公式的结果是文字或短数字才采用")
  void results(String cell, String problem) throws IOException {
    byte[] file = HostileWorkbook.withSheet(Forms.xlsx(Forms.row(1), Forms.row(2)),
        xml -> xml.replaceFirst(CELL + "[^>]*>.*?</c>", CELL + " " + cell + "</c>"));
    assertThat(Forms.problems(file)).containsExactly(
        problem == null || problem.isEmpty() ? List.of() : List.of(FormProblem.valueOf(problem)), List.of());
  }

  @Test
  @DisplayName("序号栏用公式没有关系")
  void theRunningNumber() {
    assertThat(Forms.problems(Forms.workbook(sheet -> {
      Forms.put(sheet, 0, Forms.HEADINGS);
      Forms.put(sheet, 1, Forms.row(1));
      sheet.formula(1, 0, "ROW()-1");
    }))).containsExactly(List.of());
  }
}
