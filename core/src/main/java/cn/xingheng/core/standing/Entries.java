package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 「入账」 Which account each standing deduction goes to: that of the site, or of the home agreement of a visitor (R2). */
final class Entries {

  private Entries() {}

  static List<Entry> reckon(Dossier dossier) {
    List<Entry> entries = new ArrayList<>();
    for (Deducted deducted : dossier.known().all(Deducted.class)) {
      dossier
          .law()
          .edition()
          .findItem(deducted.item())
          .ifPresent(item -> entries.add(entry(dossier, deducted, item)));
    }
    return entries;
  }

  private static Entry entry(Dossier dossier, Deducted deducted, Item item) {
    boolean byAct = dossier.law().reads(ReadingKey.POINTS_YEAR, "act");
    LocalDate day = byAct ? deducted.actThrough() : deducted.on();
    List<FactId> basis = new ArrayList<>();
    InstitutionId home = home(dossier, deducted, basis);
    dossier.register().institution(home).opened().forEach(opened -> basis.add(opened.id()));
    return new Entry(deducted, item, dossier.account(dossier.register().region(home)), day, basis);
  }

  private static InstitutionId home(Dossier dossier, Deducted deducted, List<FactId> basis) {
    Optional<Course> own = nominalAt(dossier, deducted.at(), deducted.actThrough());
    if (own.isPresent()) {
      basis.add(own.get().signed().id());
      return deducted.at();
    }
    for (Visit visit : dossier.visits()) {
      if (visit.fact().at().equals(deducted.at()) && visit.on(deducted.actThrough())) {
        basis.add(visit.fact().id());
        nominalAt(dossier, visit.fact().home(), deducted.actThrough())
            .ifPresent(course -> basis.add(course.signed().id()));
        return visit.fact().home();
      }
    }
    return deducted.at();
  }

  private static Optional<Course> nominalAt(Dossier dossier, InstitutionId site, LocalDate day) {
    for (Course course : dossier.nominal()) {
      if (course.at().equals(site) && course.inForceOn(day)) {
        return Optional.of(course);
      }
    }
    return Optional.empty();
  }
}
