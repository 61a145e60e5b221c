package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.agreement.Ending.Kind;
import cn.xingheng.core.agreement.RenewalBlock;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.facts.AgreementFact.Left;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.register.Register;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Release;
import cn.xingheng.core.sanction.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** 「协议归集」 The agreements of one person with what people and institutions did to them: leaving, releasing, closing. */
final class Enrolments {

  private final Law law;
  private final Register register;
  private final Known known;
  private final List<Signed> signed;

  Enrolments(Law law, Register register, Known known) {
    this.law = law;
    this.register = register;
    this.known = known;
    this.signed = known.all(Signed.class);
  }

  /** The agreements as far as no sanction, measure or bar ends them: enough to tell years, terms and agencies. */
  List<Course> nominal() {
    return courses(agreement -> List.of(), agreement -> RenewalBlock.NONE, LocalDate.MIN);
  }

  /** The agreements with everything that ends them. */
  List<Course> courses(
      Function<Signed, List<Ending>> cuts, Function<Signed, RenewalBlock> blocks, LocalDate settled) {
    List<Course> courses = new ArrayList<>(signed.size());
    for (Signed agreement : signed) {
      Institution institution = register.institution(agreement.at());
      List<Ending> all = new ArrayList<>(cuts.apply(agreement));
      all.addAll(own(agreement, institution));
      RenewalBlock block = blocks.apply(agreement);
      courses.add(
          Course.reckon(
              law, agreement, institution, all, last -> requested(agreement, last).or(() -> block.at(last)), settled));
    }
    return courses;
  }

  /** The first day after the notice of a release, or empty while it is not served. */
  static Optional<DayAnswer> releaseDay(Law law, Released released) {
    Release rule = law.edition().release();
    return released.served().both()
        .or(() -> Optional.ofNullable(released.served().person()))
        .or(() -> Optional.ofNullable(released.served().institution()))
        .map(day -> Effect.after(law, day, rule.workingDays()));
  }

  private List<Ending> own(Signed agreement, Institution institution) {
    List<Ending> endings = new ArrayList<>();
    Release rule = law.edition().release();
    for (Left left : known.all(Left.class)) {
      if (left.at().equals(agreement.at())) {
        endings.add(new Ending(left.on(), Set.of(Kind.LEFT), List.of(left.id()), rule.leaveCitation()));
      }
    }
    for (Released released : known.all(Released.class)) {
      if (released.at().equals(agreement.at())) {
        releaseDay(law, released)
            .ifPresent(
                day -> endings.add(
                    new Ending(day.latest(), Set.of(Kind.LEFT), List.of(released.id()), rule.citation())));
      }
    }
    institution
        .closedWithin(agreement.from(), LocalDate.MAX)
        .ifPresent(
            closed ->
                endings.add(
                    new Ending(
                        closed.from(), Set.of(Kind.INSTITUTION), List.of(closed.id()),
                        law.edition().cascade().citation())));
    for (Signed later : signed) {
      if (later.at().equals(agreement.at()) && later.from().isAfter(agreement.from())) {
        endings.add(
            new Ending(
                later.from(), Set.of(Kind.REPLACED), List.of(later.id()), law.edition().terms().citation()));
      }
    }
    return endings;
  }

  /** No renewal once either side has asked to end the agreement. */
  private Optional<Ending> requested(Signed agreement, LocalDate lastDay) {
    return known.all(Released.class).stream()
        .filter(released -> released.at().equals(agreement.at()))
        .filter(released -> !released.on().isBefore(agreement.from()) && !released.on().isAfter(lastDay))
        .findFirst()
        .map(
            released ->
                new Ending(
                    lastDay.plusDays(1),
                    Set.of(Kind.EXPIRED, Kind.LEFT),
                    List.<FactId>of(agreement.id(), released.id()),
                    law.edition().terms().citation()));
  }
}
