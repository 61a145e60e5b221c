package cn.xingheng.law.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 「答案变化」 An entry of a case whose answer differs under another edition.
 *
 * @param was the fields asked for under the edition the case names, or null when there was no answer
 * @param now the same under the other edition
 */
record CaseChange(
    int index, int line, @Nullable Map<String, @Nullable Object> was, @Nullable Map<String, @Nullable Object> now) {

  static List<CaseChange> between(CaseResult before, CaseResult now) {
    List<CaseChange> changes = new ArrayList<>();
    for (int i = 0; i < now.outcomes().size(); i++) {
      CaseResult.Outcome was = before.outcomes().get(i);
      CaseResult.Outcome is = now.outcomes().get(i);
      if (!Objects.equals(was.asked(), is.asked())) {
        changes.add(new CaseChange(is.index(), is.line(), was.asked(), is.asked()));
      }
    }
    return changes;
  }
}
