package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.foresight.Choice;
import cn.xingheng.core.foresight.Counting;
import cn.xingheng.core.foresight.Counting.CountedDay;
import cn.xingheng.core.foresight.DutyAhead;
import cn.xingheng.core.foresight.DutyAhead.Progress;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.InstitutionAhead;
import cn.xingheng.core.foresight.Ladder;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.house.Notch;
import cn.xingheng.server.house.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.LocalDateRange;

/**
 * The panel: what will follow if the decision is recorded, as core foresees it.
 *
 * @param institutions what comes of it for institutions, the first the one it is about; none when it is refused
 * @param names of the sites
 * @param button the words of the button
 * @param newest the newest fact it was reckoned with
 * @param seal of everything it says
 */
public record WhatIf(
    Law law, Foresight foresight, List<InstitutionAhead> institutions, Map<InstitutionId, String> names,
    Sentence button, String newest, String seal) {

  public WhatIf {
    institutions = List.copyOf(institutions);
    names = Map.copyOf(names);
  }

  /** The panel of a decision. */
  static WhatIf of(Scene scene, Foresight foresight, List<InstitutionAhead> institutions, Sentence button) {
    return new WhatIf(
        scene.law(), foresight, institutions, scene.names(), button, scene.newest(), Seal.of(foresight, institutions));
  }

  /** The rule by which an institution that reached a tier waits for a decision; empty where there are no tiers. */
  public Optional<DutyRule> institutionDuty() {
    return cn.xingheng.core.institution.Consequence.duty(law);
  }

  /** Whether it may be recorded: the law takes it, and nothing recorded today falls because of it. */
  public boolean recordable() {
    return foresight.accepted() && foresight.displaced().isEmpty();
  }

  /** The points that would be added; below nothing when they are taken away. */
  public int more() {
    return foresight.ladderAfter().total() - foresight.ladderBefore().total();
  }

  /** The name of a site, or its code. */
  public String name(InstitutionId site) {
    return names.getOrDefault(site, site.value());
  }

  /** The thresholds on the bar. */
  public List<Notch> notches(Words words) {
    return foresight.ladderAfter().rungs().stream()
        .map(
            rung ->
                new Notch(
                    rung.from(), words.say("forms.rung." + force(rung.force()) + "." + word(rung.consequence())),
                    rung.force() == Force.MUST, !(rung.consequence() instanceof Consequence.Interview)))
        .toList();
  }

  /** A share as people say it: nobody is 0, of however many. */
  public static String share(Share share) {
    return share.part() == 0 ? "0" : share.toString();
  }

  /** The word of a consequence. */
  public static String word(Consequence consequence) {
    return switch (consequence) {
      case Consequence.Interview() -> "interview";
      case Consequence.Suspend(var months) -> "suspend";
      case Consequence.Terminate(var years) -> "terminate";
    };
  }

  /** The word of a force. */
  public static String force(Force force) {
    return force == Force.MUST ? "must" : "may";
  }

  /** The duties in this progress, those left out that the choices tell with their days. */
  public List<DutyAhead> duties(Progress... progress) {
    List<Progress> wanted = List.of(progress);
    return foresight.duties().stream().filter(duty -> wanted.contains(duty.progress())).toList();
  }

  /** A day, or days off in a row, on the way to the first lawful day. */
  public record Token(String css, String text) {}

  /** The days counted, with published days off told as one. */
  public List<Token> tokens(Words words, Counting counting) {
    List<Token> tokens = new ArrayList<>();
    int off = 0;
    for (CountedDay day : counting.days()) {
      if (day.counted()) {
        off = closed(words, tokens, off);
        tokens.add(new Token("", day.day().toString().substring(5)));
      } else if (day.holiday()) {
        off++;
      }
    }
    closed(words, tokens, off);
    tokens.add(new Token("go", counting.earliest().earliest().toString().substring(5)));
    return tokens;
  }

  private static int closed(Words words, List<Token> tokens, int off) {
    if (off > 0) {
      tokens.add(new Token("no", words.say("forms.days.off", off)));
    }
    return 0;
  }

  /** The settings whose lines are decided otherwise in the same days, told together. */
  public Map<List<ClaimSpan.Change>, List<Setting>> lines() {
    Map<List<ClaimSpan.Change>, List<Setting>> told = new LinkedHashMap<>();
    foresight.lines()
        .forEach((setting, changes) -> told.computeIfAbsent(changes, key -> new ArrayList<>()).add(setting));
    return told;
  }

  /** What would become of lines under the suspension or termination that may come next; empty when none may. */
  public Map<Setting, Verdict> ifChosen() {
    Map<Setting, Verdict> verdicts = new EnumMap<>(Setting.class);
    if (foresight.choices().isEmpty()) {
      return verdicts;
    }
    boolean ends = foresight.choices().stream().allMatch(Choice::terminates);
    Standing standing = ends ? Standing.ENDED : Standing.SUSPENDED;
    Set<Cause> causes = EnumSet.of(ends ? Cause.TERMINATED : Cause.POINTS);
    for (Setting setting : Setting.values()) {
      verdicts.put(setting, ClaimAnswer.verdict(law, standing, causes, setting));
    }
    return verdicts;
  }

  /** Days in a row as people say them. */
  public static String days(Words words, LocalDateRange days) {
    LocalDate last = days.getEnd().equals(LocalDate.MAX) ? null : days.getEnd().minusDays(1);
    boolean since = !days.isUnboundedStart();
    if (last == null) {
      return since ? words.say("forms.days.from", words.day(days.getStart())) : words.say("forms.days.always");
    }
    return since
        ? words.say("forms.days.span", words.day(days.getStart()), words.day(last))
        : words.say("forms.days.until", words.day(last));
  }

  /** The rules on years running, of the account as it would be. */
  public List<Ladder.Streak> streaks() {
    return foresight.ladderAfter().streaks();
  }
}
