package cn.xingheng.law.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.foresight.Choice;
import cn.xingheng.core.foresight.DutyAhead;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.Foresight.StandingChange;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.House;
import cn.xingheng.law.cases.Case;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Reads the facts of a case, takes one out of them, and foresees it; says what comes of it in short lines. */
final class Panel {

  private static final CaseEditions EDITIONS = new CaseEditions();
  static final InstitutionId H1 = new InstitutionId("h1");

  private Panel() {}

  /** The foresight of the fact with this id, the other facts being recorded. */
  static Foresight of(String text, String unsaved, String today) {
    Case read = read(text);
    Law law = new Law(((CaseEditions.Ready) EDITIONS.find(read)).edition(), EDITIONS.calendar(read));
    Fact fact = fact(read, unsaved);
    List<Fact> institutions = read.facts().stream().filter(InstitutionFact.class::isInstance).toList();
    List<Fact> others =
        read.facts().stream().filter(one -> !one.equals(fact) && !institutions.contains(one)).toList();
    return Foresight.reckon(law, House.reckon(law, institutions), others, fact, H1, LocalDate.parse(today));
  }

  private static Fact fact(Case read, String id) {
    return read.facts().stream().filter(one -> one.id().equals(new FactId(id))).findFirst().orElseThrow();
  }

  private static Case read(String text) {
    try {
      Path file = Files.createTempFile("panel", ".yaml");
      Files.writeString(file, text);
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.FACTS)) {
        return cases.findFirst().orElseThrow();
      } finally {
        Files.delete(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static List<String> duties(Foresight foresight, DutyAhead.Progress progress) {
    return foresight.duties(progress).stream()
        .map(duty -> duty.force() + " " + duty.duty().word() + " " + duty.since() + " " + duty.citation())
        .toList();
  }

  static List<String> terms(Choice choice) {
    return choice.terms().stream()
        .map(term -> term.length() + " " + (term.first() == null ? "" : term.first().earliest()) + " "
            + (term.last() == null ? "" : term.last().latest()))
        .toList();
  }

  static List<String> changes(Foresight foresight) {
    return foresight.changes().stream().map(Panel::line).toList();
  }

  private static String line(StandingChange change) {
    return change.days() + " " + change.before().word() + words(change.causesBefore().stream()) + " "
        + change.after().word() + words(change.causesAfter().stream());
  }

  private static List<String> words(Stream<Cause> causes) {
    return causes.map(Cause::word).toList();
  }
}
