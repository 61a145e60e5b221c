package cn.xingheng.server.standing.band;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Physicians with lives of all kinds, to be drawn. */
final class Lives {

  static final InstitutionId SITE = new InstitutionId("h1");
  static final Words ZH = words("zh");
  static final Words EN = words("en");

  private static final String SIGNED = "{on: 2025-01-01, what: signed, person: zhou, at: h1, through: 2026-12-31}";

  private Lives() {}

  static Words words(String language) {
    ResourceBundle texts = ResourceBundle.getBundle("messages.band_" + language, Locale.ROOT);
    return (key, args) -> new MessageFormat(texts.getString(key), Locale.ROOT).format(args);
  }

  static Dossier dossier(String edition, List<String> facts) {
    try {
      Path file = Files.createTempFile("life", ".yaml");
      String given = facts.isEmpty() ? "given: []\n" : "given:\n  - " + String.join("\n  - ", facts) + "\n";
      Files.writeString(file, "case: life\nedition: " + edition + "\n" + given);
      CaseEditions editions = new CaseEditions();
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.EXPLAIN)) {
        Case c = cases.findFirst().orElseThrow();
        CaseEditions.Ready ready = (CaseEditions.Ready) editions.find(c);
        return Book.reckon(new Law(ready.edition(), editions.calendar(c)), c.facts())
            .dossier(new PersonId("zhou"), LocalDate.MAX);
      } finally {
        Files.delete(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static BandAsk ask(Dossier dossier, String asOf, Reach reach, Words words) {
    return new BandAsk(dossier, "周砚秋", SITE, LocalDate.parse(asOf), true, reach, words);
  }

  private static String deducted(String id, String on, String item) {
    return "{on: " + on + ", what: deducted, id: " + id + ", person: zhou, at: h1, item: \"" + item + "\", act: "
        + LocalDate.parse(on).minusDays(20) + ", served: " + LocalDate.parse(on).plusDays(1) + "}";
  }

  /** Suspended for nine points, with stopped prescribing, an overturned deduction, and a halt of the institution. */
  static Dossier busy() {
    return dossier("anhui-2019", List.of(
        "{on: 2019-01-01, what: institution, institution: h1, region: r1, level: 3}",
        SIGNED,
        deducted("a1", "2025-02-18", "2.5"),
        "{on: 2025-03-10, what: institution-suspended, institution: h1, from: 2025-03-10, through: 2025-04-09}",
        deducted("a2", "2025-05-13", "2.7"),
        "{on: 2025-05-21, what: objected, id: o1, of: a2, received: 2025-05-21}",
        "{on: 2025-06-24, what: objection-answered, of: o1, upheld: true}",
        deducted("a3", "2025-09-16", "1.3"),
        deducted("a4", "2025-11-18", "2.6"),
        deducted("b1", "2026-02-10", "3.3"),
        "{on: 2026-02-26, what: interviewed, person: zhou}",
        deducted("b2", "2026-03-10", "2.1"),
        deducted("b3", "2026-04-01", "1.1"),
        "{on: 2026-04-07, what: suspended, id: s1, person: zhou, months: 2, served: 2026-04-08}",
        "{on: 2026-05-11, what: measure, id: m1, person: zhou, kind: prescribing-stopped, at: h1, from: 2026-05-11,"
            + " through: 2026-06-10}",
        "{on: 2026-06-12, what: resumption-asked, id: q1, person: zhou, of: m1, received: 2026-06-12}"));
  }

  static Dossier nothing() {
    return dossier("anhui-2019", List.of("{on: 2026-01-01, what: institution, institution: h1, region: r1, level: 2}"));
  }

  static Dossier quiet() {
    return dossier("anhui-2019", List.of(
        "{on: 2026-02-01, what: signed, person: zhou, at: h1}", deducted("d1", "2026-03-10", "1.1")));
  }

  /** Twelve deductions within five weeks, far above the budget. */
  static Dossier many() {
    List<String> facts =
        new ArrayList<>(List.of(SIGNED));
    IntStream.range(0, 12).forEach(i ->
        facts.add(deducted("d" + i, LocalDate.of(2026, 4, 1).plusDays(3L * i).toString(), i % 3 == 0 ? "3.1" : "2.1")));
    facts.add("{on: 2026-05-20, what: terminated, id: t1, person: zhou, served: 2026-05-21}");
    return dossier("anhui-2019", facts);
  }

  /** Every kind of stop at once. */
  static Dossier holds() {
    List<String> facts = new ArrayList<>(List.of(
        "{on: 2019-01-01, what: institution, institution: h1, region: r1, level: 3}", SIGNED,
        deducted("b1", "2026-01-12", "3.3"), deducted("b2", "2026-02-10", "2.1"), deducted("b3", "2026-02-12", "1.1"),
        "{on: 2026-02-24, what: suspended, id: s1, person: zhou, months: 1, served: 2026-02-25}",
        "{on: 2026-03-02, what: measure, id: m1, person: zhou, kind: practice-suspended, from: 2026-03-02,"
            + " through: 2026-07-01}",
        "{on: 2026-03-16, what: measure, id: m2, person: zhou, kind: prescribing-stopped, at: h1, from: 2026-03-16,"
            + " through: 2026-04-15}",
        "{on: 2026-04-20, what: institution-suspended, institution: h1, from: 2026-04-20, through: 2026-05-19}",
        "{on: 2026-04-20, what: resumption-asked, id: q1, person: zhou, of: m2, received: 2026-04-20}",
        "{on: 2026-05-06, what: resumption-answered, person: zhou, of: m2, granted: false, served: 2026-05-07}",
        "{on: 2026-05-25, what: measure, id: m3, person: zhou, kind: licence-revoked, from: 2026-05-25}"));
    return dossier("anhui-2019", facts);
  }

  /** Three years, a suspension that was ended well, another reckoned later. */
  static Dossier years() {
    return dossier("anhui-2019", List.of(
        "{on: 2023-11-01, what: signed, person: zhou, at: h1, through: 2027-12-31}",
        deducted("a1", "2024-03-12", "2.1"), deducted("a2", "2024-08-06", "3.1"), deducted("a3", "2024-10-15", "1.1"),
        "{on: 2024-10-21, what: suspended, id: s1, person: zhou, months: 1, served: 2024-10-22}",
        "{on: 2024-12-02, what: resumption-asked, id: q1, person: zhou, of: s1, received: 2024-12-02}",
        "{on: 2024-12-09, what: resumption-answered, person: zhou, of: s1, granted: true, served: 2024-12-10}",
        deducted("b1", "2025-06-10", "2.1"), deducted("b2", "2025-07-10", "2.1"),
        deducted("c1", "2026-03-10", "3.1"), deducted("c2", "2026-05-26", "2.1")));
  }

  /** Suspended under the older edition, which has no budget and higher thresholds. */
  static Dossier older() {
    return dossier("lianyungang-2012", List.of(
        "{on: 2019-01-01, what: institution, institution: h1, region: r1, level: 2}",
        "{on: 2025-01-01, what: signed, person: zhou, at: h1}",
        deducted("d1", "2026-02-10", "14.1"), deducted("d2", "2026-03-10", "13.2"),
        deducted("d3", "2026-04-08", "14.3"), deducted("d4", "2026-05-12", "13.4"),
        "{on: 2026-05-18, what: suspended, id: s1, person: zhou, months: 6, served: 2026-05-19}"));
  }

  /** All of them by name; the day looked at stands in the middle of what happens. */
  static Map<String, BandAsk> all() {
    Map<String, BandAsk> all = new LinkedHashMap<>();
    all.put("busy", ask(busy(), "2026-06-16", Reach.TWO_YEARS, ZH));
    all.put("busy-year", ask(busy(), "2026-06-16", Reach.YEAR, ZH));
    all.put("busy-past", ask(busy(), "2025-06-02", Reach.ALL, ZH));
    all.put("busy-english", ask(busy(), "2026-06-16", Reach.TWO_YEARS, EN));
    all.put("nothing", ask(nothing(), "2026-06-16", Reach.TWO_YEARS, ZH));
    all.put("quiet", ask(quiet(), "2026-03-16", Reach.ALL, ZH));
    all.put("many", ask(many(), "2026-05-25", Reach.TWO_YEARS, ZH));
    all.put("many-all", ask(many(), "2026-05-25", Reach.ALL, ZH));
    all.put("holds", ask(holds(), "2026-06-16", Reach.TWO_YEARS, ZH));
    all.put("holds-english", ask(holds(), "2026-06-16", Reach.YEAR, EN));
    all.put("years", ask(years(), "2026-06-01", Reach.ALL, ZH));
    all.put("older", ask(older(), "2026-06-16", Reach.TWO_YEARS, ZH));
    all.put("older-january", ask(older(), "2026-01-05", Reach.TWO_YEARS, ZH));
    all.put("december", ask(busy(), "2026-12-28", Reach.YEAR, ZH));
    return all;
  }
}
