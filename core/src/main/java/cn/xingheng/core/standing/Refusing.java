package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.facts.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says a refusal in one call. */
final class Refusing {

  private Refusing() {}

  static Optional<Refusal> refuse(Word word, Citation citation, String why, String lawful, List<FactId> facts) {
    return Optional.of(new Refusal(word, citation, why, lawful, facts));
  }

  static Optional<Refusal> refuse(Word word, Citation citation, String why, String lawful) {
    return refuse(word, citation, why, lawful, List.of());
  }

  /** The facts about agreements, sanctions and measures on which a judgment about being in force rests. */
  static List<FactId> inForceFacts(Dossier dossier) {
    Stream<FactId> courses =
        dossier.courses().stream()
            .flatMap(
                course ->
                    Stream.concat(
                        Stream.of(course.signed().id()),
                        course.ending() == null ? Stream.empty() : course.ending().facts().stream()));
    Stream<FactId> visits = dossier.visits().stream().map(visit -> visit.fact().id());
    return Stream.concat(courses, visits).distinct().toList();
  }

  static <F extends Fact> boolean any(Dossier dossier, Class<F> type, java.util.function.Predicate<F> test) {
    return dossier.known().all(type).stream().anyMatch(test);
  }

  static <F extends Fact> List<FactId> ids(Dossier dossier, Class<F> type, java.util.function.Predicate<F> test) {
    return dossier.known().all(type).stream().filter(test).map(Fact::id).toList();
  }
}
