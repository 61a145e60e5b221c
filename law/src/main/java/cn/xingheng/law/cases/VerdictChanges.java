package cn.xingheng.law.cases;

import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.standing.Book;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Answers which days of a site are decided differently by a later knowledge. */
final class VerdictChanges {

  private VerdictChanges() {}

  static Reckoning.Answer answer(Book book, Expectation.Changed ask) {
    List<ClaimSpan.Change> changes =
        ClaimSpans.changes(
            book.dossier(ask.person(), ask.before()), book.dossier(ask.person(), ask.after()), ask.at(),
            Setting.OUTPATIENT);
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("spans", changes.stream().map(VerdictChanges::span).toList());
    return new Reckoning.Answer(actual, List.of());
  }

  private static SequencedMap<String, @Nullable Object> span(ClaimSpan.Change change) {
    SequencedMap<String, @Nullable Object> span = new LinkedHashMap<>();
    span.put("from", change.days().getStart());
    span.put("through", change.days().isUnboundedEnd() ? null : change.days().getEndInclusive());
    span.put("was", change.before().word());
    span.put("now", change.after().word());
    return span;
  }
}
