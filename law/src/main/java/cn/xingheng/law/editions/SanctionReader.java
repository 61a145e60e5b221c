package cn.xingheng.law.editions;

import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.rulebook.Bar;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.rulebook.Findings;
import cn.xingheng.core.rulebook.Notice;
import cn.xingheng.core.rulebook.Objection;
import cn.xingheng.core.rulebook.OutsideMeasure;
import cn.xingheng.core.rulebook.Reapplication;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what surrounds a sanction: grounds, notice, bar, its end, and the measures of other authorities. */
final class SanctionReader {

  private static final String WINDOW = "window-working-days";
  private static final String ANSWER = "answer-working-days";
  private static final Set<String> MEASURES = new LinkedHashSet<>(
      Stream.concat(
              Arrays.stream(MeasureKind.values()).map(MeasureKind::word),
              Stream.of(MeasureKind.REGISTRATION_CANCELLED.word() + "-as-sanction"))
          .toList());

  private final Pieces pieces;

  SanctionReader(Pieces pieces) {
    this.pieces = pieces;
  }

  Findings findings(Element element) {
    Entries entries = element.entries("suspend", "terminate", "cite", "grounds");
    Faults faults = new Faults();
    var months = faults.attempt(() -> pieces.range(entries.get("suspend"), Pieces.MOST_MONTHS));
    var years = faults.attempt(() -> pieces.range(entries.get("terminate"), Pieces.MOST_YEARS));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var grounds = faults.attempt(() -> grounds(entries.get("grounds")));
    faults.throwAny();
    return new Findings(months.get(), years.get(), cite.get(), grounds.get());
  }

  private Map<String, Clause> grounds(Element element) {
    Map<String, Clause> grounds = Pieces.listed(element, (_, ground) -> pieces.clause(ground));
    if (grounds.isEmpty()) {
      throw element.refuse("没有列出任何事由", "若本规则没有，写 `findings: none`");
    }
    return grounds;
  }

  Notice notice(Element element) {
    Entries entries = element.entries("advance-working-days", "cite", "gloss");
    Faults faults = new Faults();
    var days = faults.attempt(() -> entries.get("advance-working-days").number(0, Pieces.MOST_WORKING_DAYS));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Notice(days.get(), cite.get(), gloss.get());
  }

  Bar bar(Element element) {
    Entries entries = element.entries("with-term", "term-cite", "fraud", "cite", "gloss");
    Faults faults = new Faults();
    var withTerm = faults.attempt(() -> entries.get("with-term").truth());
    var termCite = faults.attempt(() -> pieces.cite(entries, "term-cite"));
    var fraud = faults.attempt(() ->
        Pieces.orNone(entries.get("fraud"), range -> pieces.range(range, Pieces.MOST_YEARS)));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Bar(withTerm.get(), termCite.get(), fraud.get().orElse(null), cite.get(), gloss.get());
  }

  Resumption resumption(Element element) {
    SequencedMap<String, Boolean> ways = new LinkedHashMap<>();
    ways.put("automatic", false);
    ways.put("approval", true);
    boolean approval = element.entries().lead("way").word(ways);
    Entries entries = approval
        ? element.entries("way", WINDOW, ANSWER, "cite", "gloss")
        : element.entries("way", "cite", "gloss");
    Faults faults = new Faults();
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    var window = faults.attempt(() -> approval ? days(entries, WINDOW) : 0);
    var answer = faults.attempt(() -> approval ? days(entries, ANSWER) : 0);
    faults.throwAny();
    return approval
        ? new Resumption.OnApproval(window.get(), answer.get(), cite.get(), gloss.get())
        : new Resumption.Automatic(cite.get(), gloss.get());
  }

  private static int days(Entries entries, String key) {
    return entries.get(key).number(1, Pieces.MOST_WORKING_DAYS);
  }

  Reapplication reapplication(Element element) {
    Entries entries = element.entries(WINDOW, ANSWER, "cite", "gloss");
    Faults faults = new Faults();
    var window = faults.attempt(() -> days(entries, WINDOW));
    var answer = faults.attempt(() -> days(entries, ANSWER));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Reapplication(window.get(), answer.get(), cite.get(), gloss.get());
  }

  Objection objection(Element element) {
    Entries entries = element.entries("working-days", "cite", "gloss");
    Faults faults = new Faults();
    var days = faults.attempt(() -> days(entries, "working-days"));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Objection(days.get(), cite.get(), gloss.get());
  }

  Map<String, OutsideMeasure> measures(Element element) {
    return Pieces.exactly(element, MEASURES, (_, measure) -> measure(measure));
  }

  private OutsideMeasure measure(Element element) {
    Entries entries = element.entries("effect", "after", "due", "ground", "cite", "gloss");
    Faults faults = new Faults();
    var ends = faults.attempt(() -> choice(entries.get("effect"), "suspend", "end"));
    var approval = faults.attempt(() -> choice(entries.get("after"), "lifting", "approval"));
    var terminate = faults.attempt(() -> choice(entries.get("due"), "none", "terminate"));
    var ground = faults.attempt(() -> Pieces.word(entries.get("ground")));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    String named = ground.get();
    return new OutsideMeasure(ends.get(), approval.get(), terminate.get(),
        named.equals("none") ? null : named, cite.get(), gloss.get());
  }

  private static boolean choice(Element element, String no, String yes) {
    SequencedMap<String, Boolean> words = new LinkedHashMap<>();
    words.put(no, false);
    words.put(yes, true);
    return element.word(words);
  }
}
