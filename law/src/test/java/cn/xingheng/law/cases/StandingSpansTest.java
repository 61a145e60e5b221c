package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Overturned;
import cn.xingheng.core.standing.PointsSpan;
import cn.xingheng.core.standing.PointsSpans;
import cn.xingheng.core.standing.Qualification;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.StandingSpan;
import cn.xingheng.core.standing.StandingSpans;
import cn.xingheng.core.standing.States;
import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.law.editions.Editions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.LocalDateRange;

@DisplayName("资格时段与累计时段")
class StandingSpansTest {

  private static final Path GOOD =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases", "good"));
  private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);
  private static final LocalDate FAR_OFF = LocalDate.of(2090, 1, 1);
  private static final InstitutionId H1 = new InstitutionId("h1");

  private final CaseEditions editions = new CaseEditions();
  private final Random chance = new Random(20260622);

  /** Every physician of every shipped case and of one that counts by terms, as known at the end. */
  private int each(BiConsumer<String, Dossier> look) {
    int seen = 0;
    List<Path> files = new ArrayList<>(CaseFiles.under(GOOD));
    files.add(Path.of("src", "test", "resources", "other-edition", "case.yaml"));
    for (Path file : files) {
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN)) {
        for (Case c : cases.toList()) {
          if (editions.find(c) instanceof CaseEditions.Ready ready) {
            Book book = Book.reckon(new Law(ready.edition(), editions.calendar(c)), c.facts());
            for (PersonId person : book.histories().keySet()) {
              look.accept(c.name() + " " + person, book.dossier(person, LocalDate.MAX));
              seen++;
            }
          }
        }
      }
    }
    return seen;
  }

  private static Dossier dossier(List<Case> cases) {
    CaseEditions editions = new CaseEditions();
    Case c = cases.getFirst();
    var ready = (CaseEditions.Ready) editions.find(c);
    return Book.reckon(new Law(ready.edition(), editions.calendar(c)), c.facts())
        .dossier(new PersonId("zhang"), LocalDate.MAX);
  }

  /** The first and last day of a span, and some between, within a hundred years. */
  private Set<LocalDate> sample(LocalDateRange days) {
    LocalDate first = days.getStart().isBefore(LONG_AGO) ? LONG_AGO : days.getStart();
    LocalDate last = days.getEnd().isAfter(FAR_OFF) ? FAR_OFF : days.getEnd().minusDays(1);
    Set<LocalDate> sample = new LinkedHashSet<>(List.of(first, last));
    int length = Math.toIntExact(last.toEpochDay() - first.toEpochDay());
    for (int i = 0; i < 2 && length > 1; i++) {
      sample.add(first.plusDays(chance.nextInt(Math.min(length, 800))));
    }
    return sample;
  }

  private static void wholeTime(String name, List<LocalDateRange> days) {
    assertThat(days.getFirst().isUnboundedStart()).as(name).isTrue();
    assertThat(days.getLast().isUnboundedEnd()).as(name).isTrue();
    for (int i = 1; i < days.size(); i++) {
      assertThat(days.get(i).getStart()).as(name).isEqualTo(days.get(i - 1).getEnd());
    }
  }

  @Test
  @DisplayName("随附案例的每个人、每家机构：时段首尾相接，任一日与当日的资格判断相同")
  void standing() {
    int[] asked = {0};
    int people = each((name, dossier) -> {
      Set<InstitutionId> sites = new LinkedHashSet<>(dossier.sites());
      sites.add(H1);
      for (InstitutionId site : sites) {
        List<StandingSpan> spans = StandingSpans.reckon(dossier, site);
        wholeTime(name, spans.stream().map(StandingSpan::days).toList());
        for (int i = 0; i < spans.size(); i++) {
          StandingSpan span = spans.get(i);
          StandingSpan before = i == 0 ? null : spans.get(i - 1);
          assertThat(before != null && before.standing() == span.standing() && before.causes().equals(span.causes()))
              .as("%s %s: neighbours alike at %s", name, site, span.days()).isFalse();
          for (LocalDate day : sample(span.days())) {
            Qualification that = Qualifications.reckon(dossier, site, day);
            assertThat(span.standing()).as("%s %s %s", name, site, day).isEqualTo(that.standing());
            assertThat(span.causes()).as("%s %s %s", name, site, day).isEqualTo(that.causes());
            asked[0]++;
          }
        }
      }
    });
    assertThat(people).isGreaterThan(250);
    assertThat(asked[0]).isGreaterThan(3_000);
  }

  @Test
  @DisplayName("随附案例的每个人、每家机构：任一日的累计与当日的状态相同")
  void points() {
    int[] above = {0};
    each((name, dossier) -> {
      Set<InstitutionId> sites = new LinkedHashSet<>(dossier.sites());
      sites.add(H1);
      for (InstitutionId site : sites) {
        Account account = dossier.accountAt(site, LONG_AGO);
        List<PointsSpan> spans = PointsSpans.reckon(dossier, account);
        wholeTime(name, spans.stream().map(PointsSpan::days).toList());
        for (PointsSpan span : spans) {
          for (LocalDate day : sample(span.days())) {
            if (dossier.accountAt(site, day).equals(account)) {
              assertThat(span.points()).as("%s %s %s", name, site, day)
                  .isEqualTo(States.reckon(dossier, site, day, null).points());
              above[0] += span.points() > 0 ? 1 : 0;
            }
          }
        }
      }
    });
    assertThat(above[0]).isGreaterThan(500);
  }

  @Test
  @DisplayName("没有事实：一段未签，一段零分，都无首日无末日")
  void nothing() {
    Dossier dossier = Book.reckon(
            new Law(Editions.load("anhui-2019", Path.of("")),
                HolidayTables.shipped()), List.of())
        .dossier(new PersonId("nobody"), LocalDate.MAX);
    assertThat(StandingSpans.reckon(dossier, H1)).singleElement()
        .satisfies(span -> assertThat(span.days()).isEqualTo(LocalDateRange.ALL))
        .satisfies(span -> assertThat(span.standing().word()).isEqualTo("none"));
    assertThat(PointsSpans.reckon(dossier, dossier.accountAt(H1, LONG_AGO))).singleElement()
        .satisfies(span -> assertThat(span.days()).isEqualTo(LocalDateRange.ALL))
        .satisfies(span -> assertThat(span.points()).isZero());
  }

  @Test
  @DisplayName("按自然年清零；按协议年读，则到协议年末清零")
  void years(@TempDir Path folder) {
    List<String> facts = List.of(
        "{on: 2025-03-01, what: signed, person: zhang, at: h1, through: 2027-02-28}",
        "{on: 2025-06-10, what: deducted, id: d1, person: zhang, at: h1, item: \"2.1\", act: 2025-06-01,"
            + " served: 2025-06-11}");
    CaseText text = new CaseText(folder);
    List<Case> plain = List.of(text.read(facts));
    assertThat(totals(dossier(plain))).containsExactly("0", "2025-06-10 2", "2026-01-01 0");
    Path file = text.file(
        "agreement.yaml",
        CaseText.document("anhui-2019", facts, List.of(CaseText.POINTS))
            .replace("given:", "readings: {year: agreement}\ngiven:"));
    assertThat(totals(dossier(text.read(file)))).containsExactly("0", "2025-06-10 2", "2026-03-01 0");
  }

  private static List<String> totals(Dossier dossier) {
    List<String> lines = new ArrayList<>();
    for (PointsSpan span : PointsSpans.reckon(dossier, dossier.accountAt(H1, LONG_AGO))) {
      lines.add((span.days().isUnboundedStart() ? "" : span.days().getStart() + " ") + span.points());
    }
    return lines;
  }

  @Test
  @DisplayName("撤销的扣分：异议成立与撤销都在，站得住的不在")
  void overturned(@TempDir Path folder) {
    List<String> facts = List.of(
        CaseText.SIGNED,
        CaseText.DEDUCTED,
        CaseText.DEDUCTED.replace("id: d1", "id: d2").replace("3.1", "2.1"),
        CaseText.DEDUCTED.replace("id: d1", "id: d3").replace("3.1", "1.1"),
        "{on: 2026-03-16, what: objected, id: o1, of: d1}",
        "{on: 2026-03-20, what: objection-answered, of: o1, upheld: true}",
        "{on: 2026-04-01, what: withdrawn, of: d2}");
    Dossier dossier = dossier(List.of(new CaseText(folder).read(facts)));
    assertThat(Overturned.reckon(dossier).stream().map(one -> one.fact().id() + " " + one.points() + " " + one.on()))
        .containsExactly("d1 6 2026-03-20", "d2 2 2026-04-01");
    assertThat(totals(dossier)).containsExactly("0", "2026-03-10 1", "2027-01-01 0");
  }
}
