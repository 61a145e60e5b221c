package cn.xingheng.law.standings;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes rows in order as a standings file (RFC 4180, line feeds), and refuses two rows that share a day. */
final class StandingsWriter implements RowSorter.Taker {

  /** Bytes of a code that matching takes. */
  private static final int CODE = 32;

  private final String file;
  private final Writer out;
  private @Nullable StandingRow last;
  private long rows;

  /** Writes the header. */
  StandingsWriter(String file, Writer out) throws IOException {
    this.file = file;
    this.out = out;
    out.write("physician_code,institution_code,from,through,standing,because\n");
  }

  @Override
  public void take(StandingRow row) throws IOException {
    StandingRow before = last;
    if (before != null && before.overlaps(row)) {
      int later = Math.max(before.line(), row.line());
      throw new LawFault(
          new Place(file, later, 1),
          row.physician() + " 在 " + row.institution() + " 的状态已由第 " + Math.min(before.line(), row.line())
              + " 行的案例给出，两处日期重叠（" + row.from() + "）",
          "同一编码的事实写在同一个案例里");
    }
    code(row.physician(), row.line());
    code(row.institution(), row.line());
    Cause because = row.because();
    out.write(quoted(row.physician()) + "," + quoted(row.institution()) + "," + row.from() + "," + row.through() + ","
        + row.standing().word() + "," + (because == null ? "" : because.word()) + "\n");
    last = row;
    rows++;
  }

  /** How many rows were written. */
  long rows() {
    return rows;
  }

  private void code(String code, int line) {
    int bytes = code.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > CODE) {
      throw new LawFault(new Place(file, line, 1), "编码 `" + code + "` 有 " + bytes + " 个字节，最多 " + CODE + " 个",
          "这里写的是名称，不是编码");
    }
  }

  private static String quoted(String code) {
    boolean plain = code.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? code : '"' + code.replace("\"", "\"\"") + '"';
  }
}
