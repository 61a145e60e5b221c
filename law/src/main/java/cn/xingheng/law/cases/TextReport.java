package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.LawFault;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** 「文字报告」 Each failure with its trail, each change with both answers, and the sum in the last line. */
public final class TextReport implements CaseReport {

  private static final int MOST_WHY = 40;

  private final PrintWriter out;
  private final PrintWriter err;

  /** Reports to {@code out}; files that cannot be read to {@code err}. */
  public TextReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void refused(LawFault fault) {
    out.flush();
    err.println(fault.getMessage());
    err.flush();
  }

  @Override
  public void ran(CaseResult result, @Nullable CaseResult before) {
    if (before != null && !changes(before, result).isEmpty()) {
      out.println("变化 CHANGED " + title(result) + (result.passed() ? "" : "（按另一版本不符）"));
      changes(before, result).forEach(out::println);
      return;
    }
    if (!result.passed()) {
      out.println("不符 FAILED " + title(result));
      result.outcomes().stream().filter(outcome -> !outcome.passed()).forEach(this::failure);
    }
  }

  @Override
  public void ended(Totals totals) {
    if (totals.refused() > 0) {
      out.println(totals.refused() + " 个文件不能读取");
    }
    out.println(totals);
    out.flush();
  }

  private static String title(CaseResult result) {
    return result.file() + ":" + result.line() + " " + result.name();
  }

  private void failure(CaseResult.Outcome outcome) {
    SequencedMap<String, @Nullable Object> actual = outcome.actual();
    String place = "  第 " + (outcome.index() + 1) + " 条预期（第 " + outcome.line() + " 行）";
    if (actual == null) {
      out.println(place + "：没有答案");
    } else {
      for (String field : outcome.wrong()) {
        String answered = field.equals("not-due") ? "due" : field;
        out.println(place + "：" + field + " 预期 " + Shown.value(outcome.expected().get(field))
            + "，推算 " + Shown.value(outcomeOf(answered, actual)));
      }
    }
    outcome.why().stream().limit(MOST_WHY).forEach(line -> out.println("      " + line));
    if (outcome.why().size() > MOST_WHY) {
      out.println("      … 另有 " + (outcome.why().size() - MOST_WHY) + " 步");
    }
  }

  /** The answer to a field; to an outcome that is not so, the one that is. */
  private static @Nullable Object outcomeOf(String field, Map<String, @Nullable Object> actual) {
    if (List.of("refused", "accepted", "held").contains(field) && actual.get(field) == null) {
      return actual;
    }
    return actual.get(field);
  }

  private static List<String> changes(CaseResult before, CaseResult now) {
    return CaseChange.between(before, now).stream()
        .map(change -> "  第 " + (change.index() + 1) + " 条预期（第 " + change.line() + " 行）：原 "
            + Shown.value(change.was()) + " → 现 " + Shown.value(change.now()))
        .toList();
  }
}
