package cn.xingheng.server.claims;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.standing.Cause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is answered about one line.
 *
 * @param because the first cause by precedence, or null when there is none
 * @param causes every cause, in order of precedence
 * @param articles the articles of the causes, and of the exception where it pays
 * @param until the last day, inclusive, on which this verdict holds for the same physician, institution and setting by
 *     what is known now, or null when no end is known
 */
@Schema(description = "一行的判定 The verdict on one line")
public record ClaimVerdict(
    @Schema(description = "请求中的 id，原样返回 the id of the line", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,
    @Schema(
            description =
                "payable 可付；refused 不付；excepted 资格不具备，但按急诊、抢救的例外照付；unresolved 不能判定，须人工核实，"
                    + "不得当作可付或不付。 unresolved: something needed is unknown; neither a yes nor a no",
            allowableValues = {"payable", "refused", "excepted", "unresolved"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String verdict,
    @Schema(
            description = "首要原因；没有时为 null the decisive cause, or null",
            allowableValues = {
              "no-code", "unknown-code", "other-institution", "not-signed", "left", "terminated", "barred", "expired",
              "licence-revoked", "registration-cancelled", "practice-suspended", "prescribing-stopped", "points",
              "resumption-refused", "pending-review", "not-applied", "institution", "stated"
            },
            requiredMode = Schema.RequiredMode.REQUIRED, nullable = true, types = {"string", "null"})
        @Nullable String because,
    @Schema(description = "全部原因，按次序 every cause, the decisive one first",
            requiredMode = Schema.RequiredMode.REQUIRED)
        List<String> causes,
    @Schema(description = "依据的条文 the articles", requiredMode = Schema.RequiredMode.REQUIRED) List<String> articles,
    @Schema(
            description = "按目前所知，同一医师、机构、就诊类型的判定维持到哪一天（含）；null 为没有期限"
                + " the last day, inclusive, on which the verdict holds by what is known now; null: open-ended",
            requiredMode = Schema.RequiredMode.REQUIRED, nullable = true, types = {"string", "null"}, format = "date")
        @Nullable LocalDate until) {

  /** The verdict in words, with its articles in this edition. */
  static ClaimVerdict of(
      String id, Edition edition, Verdict verdict, Collection<Cause> causes, @Nullable LocalDate until) {
    List<String> words = causes.stream().map(Cause::word).toList();
    Set<String> articles = new LinkedHashSet<>();
    List<Citation> citations = new ArrayList<>();
    words.forEach(word -> citations.add(edition.cause(word).citation()));
    if (verdict == Verdict.EXCEPTED) {
      citations.add(edition.emergency().citation());
    }
    citations.forEach(citation -> articles.addAll(citation.articles()));
    return new ClaimVerdict(
        id, verdict.word(), words.isEmpty() ? null : words.getFirst(), words, List.copyOf(articles), until);
  }

  /** The verdict where the house does not have the edition that governs: nothing is guessed. */
  static ClaimVerdict withoutEdition(String id) {
    return new ClaimVerdict(id, Verdict.UNRESOLVED.word(), null, List.of(), List.of(), null);
  }
}
