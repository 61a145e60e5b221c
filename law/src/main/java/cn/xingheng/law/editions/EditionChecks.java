package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.OutsideMeasure;
import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Checks that the parts of an edition agree with each other; each fault names both places. */
final class EditionChecks {

  private final Edition edition;
  private final Entries root;
  private final Faults faults = new Faults();

  private EditionChecks(Edition edition, Entries root) {
    this.edition = edition;
    this.root = root;
  }

  static void check(Edition edition, Entries root) {
    EditionChecks checks = new EditionChecks(edition, root);
    RuleConflicts.note(edition.rules(), root.get("rules").entries(), checks.faults);
    checks.ruleReadings();
    checks.sanctionReadings();
    checks.partReadings();
    checks.measures();
    checks.duties();
    checks.faults.throwAny();
  }

  private void ruleReadings() {
    agree("rules", any(rule -> rule.trigger() instanceof Trigger.Streak), ReadingKey.STREAK);
    agree("rules", any(rule -> rule.trigger() instanceof Trigger.AtOnce), ReadingKey.AT_ONCE);
    agree("rules", any(rule -> rule.force() == Force.MAY), ReadingKey.MAY_TIER);
    long tiers = edition.rules().stream()
        .filter(rule -> rule.consequence() instanceof Consequence.Suspend && rule.force() == Force.MUST)
        .count();
    agree("rules", tiers > 1, ReadingKey.ESCALATION);
  }

  private boolean any(Predicate<Rule> question) {
    return edition.rules().stream().anyMatch(question);
  }

  private void sanctionReadings() {
    boolean advance = edition.notice().workingDays() > 0;
    agree("sanctions", advance, ReadingKey.ADVANCE_NOTICE);
    agree("sanctions", !advance, ReadingKey.EFFECT);
    agree("bars", edition.bar().withTerm(), ReadingKey.BAR_AND_TERM);
    agree("findings", edition.findings() != null, ReadingKey.MONTHS);
    agree("reapplication", edition.reapplication() != null, ReadingKey.REAPPLICATION);
    boolean approval = edition.resumption() instanceof Resumption.OnApproval;
    agree("resumption", approval, ReadingKey.RESUME_WINDOW);
    agree("resumption", approval, ReadingKey.NO_APPLICATION);
    String way = approval ? "approval" : "automatic";
    Reading resume = edition.readings().get(ReadingKey.RESUME);
    if (resume != null && (!resume.word().equals(way) || !resume.alternatives().isEmpty())) {
      Element reading = reading(ReadingKey.RESUME);
      faults.add(reading.fault("读法 `resume` 应当只有 `" + way + "`：`resumption`（" + line("resumption") + "）是 " + way,
          "改读法，或改 `resumption` 的 `way`"));
    }
  }

  private void partReadings() {
    agree("visiting", edition.visits() != null, ReadingKey.VISITING);
    agree("honour", edition.honour() != null, ReadingKey.HONOUR);
    agree("fund", edition.fund() != null, ReadingKey.FUND);
  }

  /** A reading is in use when, and only when, the part has the passage it reads. */
  private void agree(String part, boolean needed, ReadingKey key) {
    if (needed == edition.readings().containsKey(key)) {
      return;
    }
    String where = "`" + part + "`（" + line(part) + "）";
    Element reading = reading(key);
    String wrong = needed
        ? where + "用到读法 `" + key.word() + "`（第 " + reading.place().line() + " 行），这里却写 not-used"
        : where + "没有读法 `" + key.word() + "`（第 " + reading.place().line() + " 行）所说的情形";
    String maybe = needed ? "写出这个读法，或改 `" + part + "`" : "把读法写成 not-used，或改 `" + part + "`";
    faults.add(reading.fault(wrong, maybe));
    faults.add(root.get(part).fault(wrong, maybe));
  }

  private Element reading(ReadingKey key) {
    return root.get("readings").entries().get(key.word());
  }

  private String line(String part) {
    return "第 " + root.get(part).place().line() + " 行";
  }

  private void measures() {
    Set<String> grounds = edition.findings() == null ? Set.of() : edition.findings().grounds().keySet();
    for (Map.Entry<String, OutsideMeasure> entry : edition.measures().entrySet()) {
      OutsideMeasure measure = entry.getValue();
      Entries entries = root.get("measures").entries().get(entry.getKey()).entries();
      String ground = measure.ground();
      if (ground != null && !grounds.contains(ground)) {
        faults.add(entries.get("ground").fault(
            "`findings`（" + line("findings") + "）里没有事由 `" + ground + "`", Near.hint(ground, grounds)));
      }
      if (measure.terminate() && ground == null) {
        faults.add(entries.get("due").fault("应当解除的措施须有事由，`ground` 却是 none", "写上 `ground`，或把 `due` 写成 none"));
      }
      if (measure.ends() && (measure.approval() || measure.terminate())) {
        faults.add(entries.get("effect").fault("协议已随之结束，就没有恢复或解除", "把 `after` 写成 lifting、`due` 写成 none"));
      }
      if (measure.approval() && edition.resumption() instanceof Resumption.Automatic) {
        faults.add(entries.get("after").fault(
            "须经同意才恢复，而 `resumption`（" + line("resumption") + "）是自行恢复", "写 lifting，或改 `resumption`"));
      }
    }
  }

  private void duties() {
    for (DutyRule rule : edition.duties()) {
      if (rule.on().contains(DutyRule.Event.INSTITUTION_TIER) && edition.institutionTiers().isEmpty()) {
        faults.add(root.get("duties").entries().get(rule.duty().word()).fault(
            "义务 `" + rule.duty().word() + "`（" + rule.citation() + "）待机构达到档次，而 `institution-tiers`（"
                + line("institution-tiers") + "）没有档次", "删去 institution-tier，或写出档次"));
      }
    }
  }
}
