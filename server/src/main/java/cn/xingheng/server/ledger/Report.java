package cn.xingheng.server.ledger;

import cn.xingheng.core.foresight.DutyAhead;
import cn.xingheng.core.foresight.DutyAhead.Progress;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.Foresight.StandingChange;
import cn.xingheng.core.foresight.InstitutionAhead;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.server.house.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentence after a decision is recorded: what was done, where the points are, what must and may follow. */
final class Report {
  private final Words words;

  Report(Words words) {
    this.words = words;
  }

  String of(Answer.Done done) {
    WhatIf panel = done.panel();
    if (panel == null) {
      return words.say("forms.done.again");
    }
    Foresight seen = panel.foresight();
    StringBuilder text = new StringBuilder(words.say("forms.done." + done.act()));
    if (panel.more() != 0) {
      text.append(points(seen));
    }
    text.append(standing(panel));
    text.append(duties(seen, Force.MUST, "forms.done.must"));
    text.append(duties(seen, Force.MAY, "forms.done.may"));
    for (InstitutionAhead one : panel.institutions()) {
      one.reached().ifPresent(
          tier -> text.append(words.say("forms.done.institution", panel.name(one.site()), tier.gloss())));
    }
    if (seen.waitsFor() != null) {
      text.append(words.say("forms.done.waits", words.say("refusal." + seen.waitsFor().word())));
    }
    return text.toString();
  }

  private String points(Foresight seen) {
    int total = seen.ladderAfter().total();
    return seen.ladderAfter().remaining()
        .map(left -> words.say("forms.done.points-left", total, left))
        .orElseGet(() -> words.say("forms.done.points", total));
  }

  private String standing(WhatIf panel) {
    Optional<StandingChange> change = panel.foresight().nextChange();
    return change
        .map(
            next ->
                words.say(
                    "forms.done.standing", panel.name(next.site()), WhatIf.days(words, next.days()),
                    words.say("standing." + next.after().word())))
        .orElse(panel.foresight().standingUnchanged() ? words.say("forms.done.unchanged") : "");
  }

  private String duties(Foresight seen, Force force, String key) {
    List<DutyAhead> found =
        seen.duties(Progress.NEW).stream().filter(duty -> duty.force() == force).toList();
    return found.isEmpty()
        ? ""
        : words.say(
            key,
            found.stream().map(duty -> words.say("duty." + duty.duty().word())).distinct()
                .collect(Collectors.joining(words.say("forms.list"))));
  }
}
