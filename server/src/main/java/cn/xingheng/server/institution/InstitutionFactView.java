package cn.xingheng.server.institution;

import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.ledger.Fields;
import cn.xingheng.server.ledger.Sentence;
import cn.xingheng.server.register.Organisation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form about an institution's own agreement as it is shown.
 *
 * @param kind open, halt, restore, end, withdraw or correct
 * @param of the fact that is withdrawn or corrected, or null
 * @param asks the kind whose fields are shown: of a correction that of the fact
 * @param edition the id of the edition, for links to articles
 * @param impact what will follow, or null while the form says too little
 * @param notice what happened to the last try, or null
 */
public record InstitutionFactView(
    String kind, Organisation one, @Nullable Fact of, String asks, String edition, Fields fields,
    @Nullable Impact impact, @Nullable Sentence notice) {

  /**
   * What will follow.
   *
   * @param day the day the counts are of
   * @param refusal why the law does not take it, or null
   * @param blocked whether something recorded today would fall because of it
   * @param effective physicians who may be paid for there on the day, as things are
   * @param stopped physicians stopped because of the institution on the day, as things are
   * @param onlySo those of them who are stopped for no other cause
   * @param change the standing of the first physician looked at who would stand otherwise, or null when none would
   * @param clause the article by which physicians follow the institution
   * @param reading how that article is read
   */
  public record Impact(
      LocalDate day, @Nullable Refusal refusal, boolean blocked, long effective, long stopped, long onlySo,
      @Nullable Change change, Clause clause, String reading) {

    /** Whether it may be recorded. */
    public boolean recordable() {
      return refusal == null && !blocked;
    }

    /** What was seen, in short: two panels with one seal promise the same. */
    public String seal() {
      String turned = change == null ? "" : change.before() + ">" + change.after() + change.causes();
      String refused = refusal == null ? "" : refusal.word().word();
      return day + "/" + refused + "/" + blocked + "/" + effective + "/" + stopped + "/" + onlySo + "/" + turned;
    }
  }

  /**
   * How a physician stands there on the day before and after, and what becomes of lines.
   *
   * @param verdicts after it, for each setting
   */
  public record Change(
      Standing before, Standing after, Set<Cause> causes, Map<Setting, Verdict> verdicts) {}

  /** Where the form is sent to. */
  public String path() {
    return institution() + (of == null ? "" : "/facts/" + of.id()) + "/" + kind;
  }

  /** The page of the institution, the way out. */
  public String institution() {
    return "/institutions/" + one.id();
  }

  /** The seal of the panel shown; empty when none is. */
  public String seal() {
    return impact == null ? "" : impact.seal();
  }

  /** Whether it takes something away. */
  public boolean adverse() {
    return kind.equals("halt") || kind.equals("end");
  }

  /** Where an article is to be read. */
  public Function<String, Cited> articles() {
    return article -> new Cited(article, "/rules/" + edition + "#cite-" + article);
  }
}
