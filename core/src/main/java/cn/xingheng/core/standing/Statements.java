package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.sanction.Sanction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「期初申报情况」 The opening statements about one physician, and which of them are settled.
 *
 * <p>A settlement by a decision lasts as long as the decision stands: with it, it loses its ground.
 */
final class Statements {

  private final Dossier dossier;
  private final Map<Stated, @Nullable StatementSettled> all;

  private Statements(Dossier dossier, Map<Stated, @Nullable StatementSettled> all) {
    this.dossier = dossier;
    this.all = all;
  }

  static Statements reckon(Dossier dossier) {
    Map<Stated, @Nullable StatementSettled> all = new LinkedHashMap<>();
    List<StatementSettled> findings = dossier.known().all(StatementSettled.class);
    for (Stated stated : dossier.known().all(Stated.class)) {
      StatementSettled settled = null;
      for (StatementSettled finding : findings) {
        if (finding.of().equals(stated.id()) && grounded(dossier, stated, finding)) {
          settled = finding;
        }
      }
      all.put(stated, settled);
    }
    return new Statements(dossier, all);
  }

  private static boolean grounded(Dossier dossier, Stated stated, StatementSettled finding) {
    return finding.by() == null
        || confirming(dossier, stated, finding.by())
            .filter(sanction -> sanction.actsOn(dossier.register().region(stated.at())))
            .isPresent();
  }

  /** The standing decision of this name that is of the kind which the statement states, or empty. */
  static Optional<Sanction> confirming(Dossier dossier, Stated stated, FactId decision) {
    return dossier.sanction(decision)
        .filter(Sanction::stands)
        .filter(
            sanction ->
                switch (stated.status()) {
                  case EFFECTIVE -> false;
                  case SUSPENDED -> !sanction.terminates();
                  case ENDED -> sanction.terminates();
                });
  }

  /** Whether anything was ever stated. */
  boolean any() {
    return !all.isEmpty();
  }

  /** What settles a statement, or empty while nothing does. */
  Optional<StatementSettled> settling(Stated stated) {
    return Optional.ofNullable(all.get(stated));
  }

  /** Whether agreements with the agency of this pooling area are stated to be suspended or ended, and nobody knows. */
  boolean open(RegionId region) {
    for (Map.Entry<Stated, @Nullable StatementSettled> entry : all.entrySet()) {
      Stated stated = entry.getKey();
      if (entry.getValue() == null && stated.status() != Status.EFFECTIVE && covers(stated, region)) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(Stated stated, RegionId region) {
    return dossier.register().region(stated.at()).equals(region);
  }

  /** What was stated of agreements with the agency of this pooling area, and what was found about it. */
  List<Step> steps(RegionId region) {
    List<Step> steps = new ArrayList<>();
    all.forEach(
        (stated, settled) -> {
          if (covers(stated, region)) {
            steps.add(step(stated, settled));
          }
        });
    return steps;
  }

  private Step step(Stated stated, @Nullable StatementSettled settled) {
    List<FactId> facts = new ArrayList<>(List.of(stated.id()));
    String says =
        stated.at() + " 于 " + stated.on() + " 申报"
            + switch (stated.status()) {
              case EFFECTIVE -> "协议有效，不作依据";
              case SUSPENDED -> "协议已暂停";
              case ENDED -> "协议已解除";
            };
    if (stated.status() != Status.EFFECTIVE) {
      says += settled == null ? "，尚未经处理决定确认" : "，" + found(settled);
    }
    if (settled != null) {
      facts.add(settled.id());
      Optional.ofNullable(settled.by()).ifPresent(facts::add);
    }
    return new Step(
        facts, dossier.law().edition().cause(Cause.STATED.word()).citation(), List.of(),
        says + "（" + stated.source() + "）");
  }

  private static String found(StatementSettled settled) {
    return settled.by() == null ? "经查没有这样的处理：" + settled.because() : "即处理决定 " + settled.by();
  }
}
