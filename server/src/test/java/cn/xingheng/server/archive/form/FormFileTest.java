package cn.xingheng.server.archive.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("登记表：整个文件读不了")
class FormFileTest {

  private static final FormRules NARROW = new FormRules(
      Forms.RULES.today(), Forms.RULES.physicianCode(), new FormRules.Limits(20_000, 100_000, 2));

  @Test
  @DisplayName("空文件、旧 xls、别的压缩包、图片、网页、没有表头的文本：各有一句话")
  void notTheForm() throws IOException {
    assertThat(Forms.refusal(new byte[0])).isEqualTo(FormProblem.FILE_EMPTY);
    assertThat(Forms.refusal(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)))
        .isEqualTo(FormProblem.FILE_OLD_XLS);
    assertThat(Forms.refusal(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))))
        .isEqualTo(FormProblem.FILE_NOT_SPREADSHEET);
    assertThat(Forms.refusal(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13)))
        .isEqualTo(FormProblem.FILE_NOT_SPREADSHEET);
    assertThat(Forms.refusal(bytes(0xC3, 0x28, 0xFF, 0xFF, 0xFF))).isEqualTo(FormProblem.FILE_NOT_SPREADSHEET);
    assertThat(Forms.refusal("<html><table><tr><td>姓名".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FormProblem.FILE_NOT_SPREADSHEET);
    assertThat(Forms.refusal("你好，\n世界".getBytes(StandardCharsets.UTF_8))).isEqualTo(FormProblem.NO_HEADING);
    assertThat(Forms.refusal(Forms.workbook(sheet -> sheet.value(0, 0, "你好")))).isEqualTo(FormProblem.NO_HEADING);
    assertThat(Forms.refusal(Forms.xlsx())).isEqualTo(FormProblem.NO_ROWS);
    assertThat(Forms.rows(Forms.xlsx(Forms.row(1))).lines()).hasSize(1);
  }

  @Test
  @DisplayName("损坏的工作簿：截断的、改过的，都不会当作读完")
  void damaged() {
    byte[] good = Forms.xlsx(Forms.row(1), Forms.row(2));
    assertThat(Forms.refusal(Arrays.copyOf(good, good.length / 2))).isEqualTo(FormProblem.FILE_BROKEN);
    for (int i = 60; i < good.length; i += 97) {
      byte[] changed = good.clone();
      changed[i] ^= 0x55;
      switch (Forms.read(changed)) {
        case FormRead.Rows rows -> assertThat(rows.lines()).hasSize(2);
        case FormRead.Refused refused -> assertThat(refused.fault().column()).isNull();
      }
    }
  }

  @Test
  @DisplayName("缺栏目的指名，重复的指名")
  void headings() {
    List<String> without = new ArrayList<>(Forms.HEADINGS);
    without.set(4, "");
    without.set(9, "");
    FormRead.Refused missing = (FormRead.Refused) Forms.read(headed(without));
    assertThat(missing.fault().problem()).isEqualTo(FormProblem.HEADING_MISSING);
    assertThat(missing.fault().arguments()).containsExactly("身份证号码、医保医师编码");
    List<String> twice = new ArrayList<>(Forms.HEADINGS);
    twice.add("身份证号");
    FormRead.Refused doubled = (FormRead.Refused) Forms.read(headed(twice));
    assertThat(doubled.fault().problem()).isEqualTo(FormProblem.HEADING_TWICE);
    assertThat(doubled.fault().arguments()).containsExactly("身份证号码");
    assertThat(Forms.rows(headed(Forms.HEADINGS)).lines()).hasSize(1);
  }

  @Test
  @DisplayName("太大、行数太多的拒绝，到界限为止的照读")
  void limits() {
    byte[] two = Forms.xlsx(Forms.row(1), Forms.row(2));
    assertThat(Forms.read(two, NARROW)).isInstanceOf(FormRead.Rows.class);
    assertThat(Forms.refusal(Forms.xlsx(Forms.row(1), Forms.row(2), Forms.row(3)), NARROW))
        .isEqualTo(FormProblem.TOO_MANY_ROWS);
    assertThat(Forms.refusal(Forms.csv(StandardCharsets.UTF_8, ',', Forms.row(1, FormColumn.REMARK,
        "长".repeat(7_000))), NARROW)).isEqualTo(FormProblem.FILE_TOO_BIG);
  }

  @Test
  @DisplayName("压缩炸弹拒绝：解压太大的、单格太长的")
  void bombs() throws IOException {
    String types = "<Types/>";
    byte[] big = zip(Map.of("[Content_Types].xml", types, "xl/worksheets/sheet1.xml", "<c/>".repeat(50_000)));
    assertThat(big.length).isLessThan(20_000);
    assertThat(Forms.refusal(big, NARROW)).isEqualTo(FormProblem.FILE_UNPACKS_TOO_BIG);
    byte[] run = zip(Map.of("[Content_Types].xml", types, "xl/worksheets/sheet1.xml", "a".repeat(2_000_000)));
    assertThat(Forms.refusal(run)).isEqualTo(FormProblem.FILE_UNPACKS_TOO_BIG);
    byte[] harmless = zip(Map.of("[Content_Types].xml", types, "xl/worksheets/sheet1.xml", "<c/>".repeat(5_000)));
    assertThat(Forms.refusal(harmless, NARROW)).isEqualTo(FormProblem.FILE_BROKEN);
  }

  @Test
  @DisplayName("单元格地址写得极远、实体层层展开：拒绝或不理，不会耗尽内存")
  void hostileParts() throws IOException {
    byte[] good = Forms.xlsx(Forms.row(1));
    byte[] far = HostileWorkbook.withSheet(good, xml -> xml.replace("r=\"Q3\"", "r=\"ZZZZZZ3\""));
    assertThat(far).isNotEqualTo(good);
    assertThat(Forms.refusal(far)).isEqualTo(FormProblem.FILE_UNPACKS_TOO_BIG);
    byte[] laughs = HostileWorkbook.withSheet(good, xml -> xml.replaceFirst("<worksheet", laughs() + "<worksheet"));
    assertThat(laughs).isNotEqualTo(good);
    assertThat(Forms.refusal(laughs)).isEqualTo(FormProblem.FILE_UNPACKS_TOO_BIG);
    byte[] last = HostileWorkbook.withSheet(good, xml -> xml.replace("r=\"Q3\"", "r=\"XFD3\""));
    assertThat(Forms.problems(last)).containsExactly(List.of(FormProblem.MISSING));
  }

  @Test
  @DisplayName("内容决定，名字不算；从磁盘读和从内存读一样")
  void byContent(@TempDir Path folder) throws IOException {
    byte[] csv = Forms.csv(StandardCharsets.UTF_8, ',', Forms.row(1));
    for (byte[] content : List.of(csv, Forms.xlsx(Forms.row(1)))) {
      Path file = Files.write(folder.resolve("表.xls"), content);
      FormRead fromDisk = ArchiveForm.read("表.xls", file, Forms.RULES, rows -> {});
      FormRead fromMemory = ArchiveForm.read("表.xls", content, Forms.RULES, rows -> {});
      assertThat(fromDisk).isEqualTo(fromMemory).isInstanceOf(FormRead.Rows.class);
    }
  }

  @Test
  @DisplayName("读到几行随时报告；报告时抛出的中止传到外面")
  void progress() throws IOException {
    byte[] file = Forms.csv(StandardCharsets.UTF_8, ',',
        IntStream.rangeClosed(1, 1_200).mapToObj(Forms::row).toArray(this::rows));
    List<Integer> told = new ArrayList<>();
    ArchiveForm.read("表.csv", file, Forms.RULES, told::add);
    assertThat(told).containsExactly(500, 1_000, 1_200);
    assertThatThrownBy(() -> ArchiveForm.read("表.csv", file, Forms.RULES, rows -> {
      throw new CancellationException();
    })).isInstanceOf(CancellationException.class);
  }

  @SuppressWarnings("unchecked")
  private List<String>[] rows(int length) {
    return new List[length];
  }

  private static byte[] headed(List<String> headings) {
    return Forms.workbook(sheet -> {
      Forms.put(sheet, 0, headings);
      Forms.put(sheet, 1, Forms.row(1));
    });
  }

  private static String laughs() {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a \"haha\">");
    for (char c = 'b'; c <= 'z'; c++) {
      doctype.append("<!ENTITY ").append(c).append(" \"").append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
    }
    return doctype.append("]>").toString();
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
