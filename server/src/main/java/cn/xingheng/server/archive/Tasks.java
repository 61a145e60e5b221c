package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.server.archive.DossierView.Task;
import cn.xingheng.server.standing.Due;
import cn.xingheng.server.standing.Dues;
import java.util.List;
import java.util.Objects;

/** Who must or may do what by when, on the day looked at, as the dossier says it. */
final class Tasks {
  private final Seen seen;

  private Tasks(Seen seen) {
    this.seen = seen;
  }

  /** Those with a last day before the others, the nearest first. */
  static List<Task> reckon(Seen seen) {
    return Dues.reckon(seen.dossier(), seen.asOf()).stream().map(new Tasks(seen)::task).distinct().toList();
  }

  private Task task(Due due) {
    String door = due.duty() == null ? seen.ask().trail(due.figure()) : seen.ask().trail(due.figure(), seen.site());
    return new Task(
        who(due.who()), what(due), due.by(), due.left(), due.since(), due.gone(), due.articles(), door);
  }

  private Phrase who(Due.Who who) {
    return switch (who) {
      case PERSON -> Phrase.of("dossier.who.person", seen.found().person().name());
      case AGENCY -> Phrase.of("dossier.who.agency");
      case INSTITUTION -> Phrase.of("dossier.who.institution");
    };
  }

  private Phrase what(Due due) {
    return switch (due.act()) {
      case DUTY -> duty(Objects.requireNonNull(due.duty()), due);
      case OBJECT_DEDUCTION -> Phrase.of("dossier.task.object-deduction", Objects.requireNonNull(due.from()));
      case OBJECT_SANCTION -> Phrase.of("dossier.task.object-sanction", Objects.requireNonNull(due.from()));
      case ANSWER_OBJECTION -> Phrase.of("dossier.task.answer-objection");
      case RESUME -> fromDay("dossier.task.resume", due);
      case ANSWER_RESUMPTION -> Phrase.of("dossier.task.answer-resumption");
      case REAPPLY -> fromDay("dossier.task.reapply", due);
      case ANSWER_APPLICATION -> Phrase.of("dossier.task.answer-application");
    };
  }

  private static Phrase fromDay(String key, Due due) {
    return due.from() == null ? Phrase.of(key) : Phrase.of(key + "-from", due.from());
  }

  private Phrase duty(Duty duty, Due due) {
    FactId about = due.about();
    Phrase word = Phrase.of("duty." + duty.word());
    return about == null ? word : Phrase.of("dossier.task.about", word, about(about));
  }

  private Phrase about(FactId fact) {
    return seen.history().recorded(fact)
        .map(recorded -> Phrase.of("dossier.fact", Phrase.of("kind." + recorded.kind().word()), recorded.on()))
        .orElse(Phrase.of("dossier.text", fact.value()));
  }
}
