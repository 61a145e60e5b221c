package cn.xingheng.server.archive.form;

import java.util.List;
import java.util.regex.Pattern;

/** Tells rows that fill the form from what stands around them: blank rows, filling-in notes, sums and signatures. */
final class NoteRows {

  private static final Pattern NOTES =
      Pattern.compile("(填报|填表|填写)?说明[:：]?.*|[注备][:：].*|备注[:：].*|编码说明.*", Pattern.DOTALL);
  private static final Pattern AROUND = Pattern.compile(
      "-?\\d+[.．、)）]\\s*\\D.*|(填报|填表|制表|审核|经办|负责|复核)(人|单位|日期|时间).*|单位.{0,3}盖章.*|(合|小|总|共)计.*",
      Pattern.DOTALL);
  private static final int FEW = 3;

  private boolean below;

  /** Whether a row says nothing about a physician. Rows are shown to it in their order. */
  boolean skips(Headings headings, RowSource.Row row) {
    List<FoundCell> cells = headings.cells(row);
    boolean blank = cells.stream().skip(1).allMatch(FoundCell::blank);
    List<FoundCell> filled = row.filled();
    if (filled.isEmpty() || filled.size() > FEW) {
      return blank;
    }
    String first = Looks.squeezed(filled.getFirst().text());
    if (NOTES.matcher(first).matches()) {
      below = true;
      return true;
    }
    return blank || below || AROUND.matcher(first).matches();
  }
}
