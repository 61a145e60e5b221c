package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.cases.FactText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The facts about one person, and about the institutions they name, as a case: nobody's name or identity is in it. */
final class CaseText {

  private CaseText() {}

  /** The facts in order of recording, those about the institutions first. */
  static List<Fact> facts(Seen seen, List<Fact> house) {
    Set<InstitutionId> sites = new HashSet<>();
    List<Fact> own =
        seen.gathered().facts().stream().filter(fact -> !fact.recorded().isAfter(seen.ask().known())).toList();
    for (Fact fact : own) {
      if (fact instanceof AgreementFact agreement) {
        sites.add(agreement.at());
      }
      if (fact instanceof Visiting visit) {
        sites.add(visit.home());
      }
      if (fact instanceof Deducted deducted) {
        sites.add(deducted.at());
      }
    }
    List<Fact> facts = new ArrayList<>();
    Set<FactId> kept = new HashSet<>();
    for (Fact fact : house) {
      FactId about = fact.about();
      boolean ours =
          fact instanceof InstitutionFact institution
              ? sites.contains(institution.institution())
              : about != null && kept.contains(about);
      if (ours && !fact.recorded().isAfter(seen.ask().known())) {
        kept.add(fact.id());
        facts.add(fact);
      }
    }
    facts.addAll(own);
    return facts;
  }

  /** As a file of the case format in YAML. */
  static String yaml(Seen seen, List<Fact> facts) {
    Edition edition = seen.edition();
    StringBuilder text = new StringBuilder();
    text.append("# edition ").append(edition.id()).append(", hash ").append(edition.hash()).append('\n');
    text.append("case: ").append(seen.ask().person()).append('\n');
    text.append("edition: ").append(edition.id()).append('\n');
    if (facts.isEmpty()) {
      return text.append("given: []\n").toString();
    }
    text.append("given:\n");
    facts.forEach(fact -> text.append("  - ").append(FactText.write(fact)).append('\n'));
    return text.toString();
  }

  /** As one line of the case format in JSON lines. */
  static String line(Seen seen, List<Fact> facts) {
    return "{\"case\":\"" + seen.ask().person() + "\",\"edition\":\"" + seen.edition().id() + "\",\"given\":["
        + String.join(",", facts.stream().map(FactText::write).toList()) + "]}\n";
  }
}
