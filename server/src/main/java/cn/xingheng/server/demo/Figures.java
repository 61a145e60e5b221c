package cn.xingheng.server.demo;

import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Puts the figures of a history into the places that a text leaves for them. */
final class Figures {

  private Figures() {}

  /** {@code {count}} deductions of {@code {points}} points in the last year that has any; days of the last sanction. */
  static String fill(String text, Tale tale) {
    Dossier dossier = tale.dossier();
    List<Entry> all = dossier.ledger().entries();
    int year = all.stream().mapToInt(entry -> entry.on().getYear()).max().orElse(0);
    List<Entry> entries = all.stream().filter(entry -> entry.on().getYear() == year).toList();
    Optional<Sanction> sanction = tale.facts().stream()
        .filter(SanctionDecision.class::isInstance)
        .reduce((earlier, later) -> later)
        .flatMap(fact -> dossier.sanction(fact.id()));
    return text
        .replace("{count}", Integer.toString(entries.size()))
        .replace("{points}", Integer.toString(entries.stream().mapToInt(Entry::points).sum()))
        .replace("{from}", sanction.map(Sanction::first).map(LocalDate::toString).orElse("—"))
        .replace("{last}", sanction.map(Sanction::last).map(LocalDate::toString).orElse("—"));
  }
}
