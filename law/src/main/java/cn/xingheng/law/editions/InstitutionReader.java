package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.rulebook.Declaration;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.FundCeiling;
import cn.xingheng.core.rulebook.HonourTerm;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what concerns institutions, awards and money, the duties to tell, and the articles behind the causes. */
final class InstitutionReader {

  private static final Set<String> CAUSES =
      new LinkedHashSet<>(Arrays.stream(Cause.values()).map(Cause::word).toList());
  private static final List<Duty> BY_RULES =
      List.of(Duty.INTERVIEW, Duty.CONSIDER_SUSPENSION, Duty.SUSPEND, Duty.TERMINATE);
  private static final List<String> TOLD = Arrays.stream(Duty.values())
      .filter(duty -> !BY_RULES.contains(duty)).map(Duty::word).toList();

  private final Pieces pieces;

  InstitutionReader(Pieces pieces) {
    this.pieces = pieces;
  }

  List<InstitutionTier> tiers(Element element) {
    List<InstitutionTier> tiers = List.copyOf(Pieces.listed(element, this::tier).values());
    Faults faults = new Faults();
    for (int i = 1; i < tiers.size(); i++) {
      InstitutionTier lower = tiers.get(i - 1);
      InstitutionTier higher = tiers.get(i);
      if (higher.points() <= lower.points() || higher.share().compareTo(lower.share()) <= 0) {
        Entries entries = element.entries();
        faults.add(new Fault(entries.keyPlace(higher.id()),
            "档次 `" + higher.id() + "`（" + higher.citation() + "）的分数和占比应当都高于前一档 `" + lower.id()
                + "`（第 " + entries.keyPlace(lower.id()).line() + " 行，" + lower.citation() + "）",
            "两档的次序写反了，或数写错了"));
      }
    }
    faults.throwAny();
    return tiers;
  }

  private InstitutionTier tier(String id, Element element) {
    Entries entries = element.entries("points", "share", "cite", "gloss");
    Faults faults = new Faults();
    var points = faults.attempt(() -> entries.get("points").number(1, Pieces.MOST_POINTS));
    var share = faults.attempt(() -> Pieces.share(entries.get("share")));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new InstitutionTier(id, points.get(), share.get(), cite.get(), gloss.get());
  }

  HonourTerm honour(Element element) {
    Entries entries = element.entries("months", "cite", "gloss");
    Faults faults = new Faults();
    var months = faults.attempt(() -> entries.get("months").number(1, Pieces.MOST_MONTHS));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new HonourTerm(months.get(), cite.get(), gloss.get());
  }

  FundCeiling fund(Element element) {
    Entries entries = element.entries("percent", "cite", "gloss");
    Faults faults = new Faults();
    var percent = faults.attempt(() -> entries.get("percent").number(0, 100));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new FundCeiling(percent.get(), cite.get(), gloss.get());
  }

  Declaration declaration(Element element) {
    Entries entries = element.entries("until", "cite", "special-cite", "gloss");
    Faults faults = new Faults();
    var until = faults.attempt(() -> entries.get("until").monthDay());
    var cite = faults.attempt(() -> pieces.cite(entries));
    var special = faults.attempt(() -> pieces.cite(entries, "special-cite"));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Declaration(until.get(), cite.get(), special.get(), gloss.get());
  }

  List<String> grades(Element element) {
    return Pieces.unique(element, Faults.each(element.list(), grade -> grade.line(Pieces.LONGEST_WORD)));
  }

  List<DutyRule> duties(Element element) {
    return List.copyOf(Pieces.listed(element, this::duty).values());
  }

  private DutyRule duty(String word, Element element) {
    Entries entries = element.entries("on", "cite", "gloss");
    Faults faults = new Faults();
    if (!TOLD.contains(word)) {
      faults.add(element.fault("`" + word + "` 不是告知义务", Near.hint(word, TOLD)));
    }
    var on = faults.attempt(() -> events(entries.get("on")));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new DutyRule(Duty.find(word).orElseThrow(), on.get(), cite.get(), gloss.get());
  }

  private static Set<DutyRule.Event> events(Element list) {
    return Set.copyOf(Pieces.unique(list,
        Faults.each(list.listOfSome(), event -> event.word(DutyRule.Event.class, DutyRule.Event::word))));
  }

  Map<String, Clause> causes(Element element) {
    return Pieces.exactly(element, CAUSES, (_, cause) -> pieces.clause(cause));
  }
}
