package cn.xingheng.client;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「判定回答」 What is answered about a line.
 *
 * @param id of the line
 * @param because the decisive cause, or null when there is none
 * @param causes every cause in the words of the house; from the snapshot the decisive one only
 * @param articles the articles; none from the snapshot, which holds no law
 * @param until the last day, inclusive, on which the verdict holds by what is known; null when no end is known
 */
public record Answer(
    String id, Verdict verdict, @Nullable Cause because, List<String> causes, List<String> articles,
    @Nullable LocalDate until, Source source) {
  /** Keeps the lists. */
  public Answer {
    causes = List.copyOf(causes);
    articles = List.copyOf(articles);
  }

  /** Nothing is known that may be answered by. */
  static Answer unresolved(String id, Source source) {
    return new Answer(id, Verdict.UNRESOLVED, null, List.of(), List.of(), null, source);
  }
}
