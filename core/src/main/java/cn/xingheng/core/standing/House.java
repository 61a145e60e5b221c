package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.register.Register;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「机构事实簿」 The facts about institutions, each judged once, and the register as known at any day.
 *
 * <p>Safe for use by several threads.
 */
public final class House {

  private final Law law;
  private final List<Fact> accepted = new ArrayList<>();
  private final Map<FactId, Fact> facts = new LinkedHashMap<>();
  private final Map<FactId, Judgment> judgments = new LinkedHashMap<>();
  private final Map<Integer, Known> known = new ConcurrentHashMap<>();
  private final Map<Integer, Register> registers = new ConcurrentHashMap<>();

  private House(Law law) {
    this.law = law;
  }

  /** The book of these facts: institution facts, and the revisions of institution facts. */
  public static House reckon(Law law, Collection<? extends Fact> facts) {
    House house = new House(law);
    for (Fact fact : facts.stream().sorted(Fact.ORDER).toList()) {
      house.facts.put(fact.id(), fact);
      Known before = Known.reckon(law.edition(), house.accepted, fact.recorded());
      Optional<Refusal> refusal = house.judge(before, fact);
      house.judgments.put(
          fact.id(), refusal.<Judgment>map(Judgment.Refused::new).orElseGet(Judgment.Accepted::new));
      if (refusal.isEmpty()) {
        house.accepted.add(fact);
      }
    }
    return house;
  }

  /** What it is reckoned under. */
  Law law() {
    return law;
  }

  /** What was made of each fact. */
  public Map<FactId, Judgment> judgments() {
    return judgments;
  }

  /** The institutions as known at the end of a day. */
  public Register registerAt(LocalDate day) {
    return registers.computeIfAbsent(
        count(day), key -> Register.reckon(knownAt(day).all(InstitutionFact.class)));
  }

  /** The facts that stood with what was known at the end of a day. */
  public Known knownAt(LocalDate day) {
    return known.computeIfAbsent(count(day), key -> Known.reckon(law.edition(), accepted, day));
  }

  /** Every fact, refused or not, in the order in which they were taken. */
  Collection<Fact> facts() {
    return facts.values();
  }

  /** The fact with this id, refused or not, or null. */
  @Nullable Fact find(FactId id) {
    return facts.get(id);
  }

  private int count(LocalDate day) {
    int count = accepted.size();
    while (count > 0 && accepted.get(count - 1).recorded().isAfter(day)) {
      count--;
    }
    return count;
  }

  private Optional<Refusal> judge(Known before, Fact fact) {
    return switch (fact) {
      case InstitutionFact institution -> judge(
          Register.reckon(before.all(InstitutionFact.class)).institution(institution.institution()), institution);
      case RevisionFact.Withdrawn withdrawn -> Judge.withdrawn(law.edition(), before, withdrawn);
      case RevisionFact.Corrected corrected -> before.find(corrected.of()).isPresent()
          ? Optional.empty()
          : refuse(Word.NO_GROUND, law.edition().cascade().citation(), corrected.of() + " 无可更正", "只能更正有效的事实");
      case Fact other -> throw new IllegalArgumentException("not about an institution: " + other.id());
    };
  }

  private Optional<Refusal> judge(Institution institution, InstitutionFact fact) {
    Citation citation = law.edition().cascade().citation();
    return switch (fact) {
      case InstitutionFact.Closed closed when !closed.responsible().isEmpty() -> responsible(citation);
      case InstitutionFact.Halted halted when !halted.responsible().isEmpty() -> responsible(citation);
      case InstitutionFact.Opened opened -> institution.opened().stream()
          .filter(other -> institution.range(other).overlaps(days(opened)))
          .findFirst()
          .flatMap(
              other ->
                  refuse(Word.OVERLAPS, citation, "机构协议与 " + other.id() + " 重叠", "原协议结束之后再签订", List.of(other.id())));
      case InstitutionFact.Halted halted -> !institution.inForceOn(halted.from())
          ? refuse(Word.NOT_IN_FORCE, citation, halted.institution() + " 没有有效的机构协议", "只能中止有效的协议")
          : institution.haltOn(halted.from())
              .flatMap(halt -> refuse(Word.OVERLAPS, citation, "机构协议已在中止期间", "先恢复再中止", halt.facts()));
      case InstitutionFact.Restored restored -> institution.haltOn(restored.from()).isPresent()
          ? Optional.empty()
          : refuse(Word.NO_GROUND, citation, restored.institution() + " 未在中止期间", "只能恢复中止的协议");
      case InstitutionFact.Closed closed -> institution.inForceOn(closed.from())
          ? Optional.empty()
          : refuse(Word.NOT_IN_FORCE, citation, closed.institution() + " 没有有效的机构协议", "只能解除有效的协议");
    };
  }

  private Optional<Refusal> responsible(Citation citation) {
    return refuse(Word.NO_EDITION, citation, law.edition().id() + " 不认责任人员，机构停止的及于其全部医师", "删去责任人员");
  }

  private static LocalDateRange days(InstitutionFact.Opened opened) {
    LocalDate through = opened.through() == null ? LocalDate.MAX : opened.through();
    return through.equals(LocalDate.MAX)
        ? LocalDateRange.ofUnboundedEnd(opened.from())
        : LocalDateRange.ofClosed(opened.from(), through);
  }
}
