package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("资格区间")
class ClaimSpansTest {

  private static final InstitutionId H1 = new InstitutionId("h1");

  /** The physician of the file whose trails were read line by line, as known at the end of a day. */
  private static Dossier zhang(String file, LocalDate known) throws URISyntaxException {
    Path path = Path.of(ClaimSpansTest.class.getResource("/trails/" + file).toURI());
    CaseEditions editions = new CaseEditions();
    try (Stream<Case> cases = CaseReader.cases(path, CaseReader.Use.RUN)) {
      Case c = cases.findFirst().orElseThrow();
      var ready = (CaseEditions.Ready) editions.find(c);
      return Book.reckon(new Law(ready.edition(), editions.calendar(c)), c.facts())
          .dossier(new PersonId("zhang"), known);
    }
  }

  private static String line(ClaimSpan span) {
    return span.days() + " " + span.standing().word() + " " + span.causes().stream().map(Cause::word).toList();
  }

  @Test
  @DisplayName("一段接一段，相邻两段总有不同，最后一段没有末日")
  void spans() throws URISyntaxException {
    assertThat(ClaimSpans.reckon(zhang("suspension.yaml", LocalDate.MAX), H1).stream().map(ClaimSpansTest::line))
        .containsExactly(
            "2026-01-01/2026-05-11 effective []",
            "2026-05-11/2026-05-20 suspended [points]",
            "2026-05-20/2026-05-28 suspended [points, institution]",
            "2026-05-28/2026-07-11 suspended [points]",
            "2026-07-11/2026-07-21 suspended [pending-review]",
            "2026-07-21/2027-01-01 effective []",
            "2027-01-01/+999999999-12-31 ended [expired, institution]");
  }

  @Test
  @DisplayName("来院服务的区间：措施、待恢复、解除")
  void visit() throws URISyntaxException {
    assertThat(ClaimSpans.reckon(zhang("visiting.yaml", LocalDate.MAX), new InstitutionId("h2")).stream()
            .filter(span -> span.days().getStart().getYear() == 2026 && span.days().getStart().getMonthValue() < 6)
            .map(ClaimSpansTest::line))
        .containsExactly(
            "2026-01-01/2026-02-01 none [other-institution]",
            "2026-02-01/2026-03-02 effective []",
            "2026-03-02/2026-04-01 suspended [practice-suspended]",
            "2026-04-01/2026-04-02 suspended [not-applied]",
            "2026-04-02/2026-04-13 suspended [pending-review]",
            "2026-04-13/2026-05-29 effective []",
            "2026-05-29/2026-10-01 ended [terminated, barred]");
  }

  @Test
  @DisplayName("一段的第一个原因按次序取；有效的没有")
  void first() throws URISyntaxException {
    var spans = ClaimSpans.reckon(zhang("suspension.yaml", LocalDate.MAX), H1);
    assertThat(spans.get(2).first()).contains(Cause.POINTS);
    assertThat(spans.getFirst().first()).isEmpty();
  }

  @Test
  @DisplayName("知道得多了，哪些日子的判定变了：变得一样的相邻日子合成一段")
  void changes() throws URISyntaxException {
    Dossier before = zhang("suspension.yaml", LocalDate.of(2026, 4, 7));
    Dossier after = zhang("suspension.yaml", LocalDate.MAX);
    assertThat(ClaimSpans.changes(before, after, H1, Setting.OUTPATIENT).stream()
            .map(change -> change.days() + " " + change.before().word() + " " + change.after().word()))
        .containsExactly("2026-05-11/2026-07-21 payable refused");
    assertThat(ClaimSpans.changes(before, after, H1, Setting.EMERGENCY).stream()
            .map(change -> change.days() + " " + change.before().word() + " " + change.after().word()))
        .containsExactly("2026-05-11/2026-07-21 payable excepted");
    assertThat(ClaimSpans.changes(after, after, H1, Setting.OUTPATIENT)).isEmpty();
  }
}
