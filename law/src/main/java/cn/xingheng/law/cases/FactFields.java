package cn.xingheng.law.cases;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.facts.MeasureFact.MeasureLifted;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.NationalFact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.facts.StatementFact;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a fact by the words of the case format: the way back from {@link FactReader}. */
final class FactFields {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final boolean whole;

  private FactFields(boolean whole) {
    this.whole = whole;
  }

  /** The fields in the order in which they are written; in a correction, null for those that the fact has not. */
  static Map<String, @Nullable Object> of(Fact fact) {
    boolean correction = fact instanceof Corrected;
    FactFields all = new FactFields(correction);
    all.put("what", fact.kind().word());
    all.put("id", fact.id());
    all.put("on", fact instanceof MeasureLifted ? earlier(fact.on(), fact.recorded()) : fact.on());
    all.put("recorded", fact.recorded());
    if (fact instanceof Corrected corrected) {
      all.put("decided", corrected.as().on());
      all.rest(corrected.as());
      all.put("of", corrected.of());
    } else {
      all.rest(fact);
    }
    return all.fields;
  }

  /** Whether every field is written, be it there or not. */
  boolean whole() {
    return whole;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Puts a field; one without a value only in a correction. */
  void put(String key, @Nullable Object value) {
    if (value != null || whole) {
      fields.put(key, value);
    }
  }

  private void rest(Fact fact) {
    switch (fact) {
      case AgreementFact agreement -> agreement(agreement);
      case DecisionFact decision -> new DecisionFields(this).put(decision);
      case DutyFact duty -> duty(duty);
      case InstitutionFact institution -> institution(institution);
      case MeasureFact measure -> measure(measure);
      case MeritFact merit -> merit(merit);
      case NationalFact national -> national(national);
      case ReviewFact review -> review(review);
      case StatementFact statement -> statement(statement);
      case RevisionFact.Withdrawn withdrawn -> put("of", withdrawn.of());
      case Corrected corrected ->
          throw new IllegalArgumentException("a correction of a correction: " + corrected.id());
    }
  }

  private void agreement(AgreementFact fact) {
    put("person", fact.person());
    put("at", fact.at());
    switch (fact) {
      case AgreementFact.Signed signed -> {
        put("from", signed.from());
        put("through", signed.through());
        put("renews", signed.renews());
      }
      case AgreementFact.Left _ -> { }
      case AgreementFact.Released released -> {
        put("by", switch (released.by()) {
          case PERSON -> "person";
          case AGENCY -> "agency";
        });
        served(released.served());
      }
      case AgreementFact.Visiting visiting -> {
        put("home", visiting.home());
        put("from", visiting.from());
        put("through", visiting.through());
      }
      case AgreementFact.Declared declared -> {
        put("round", declared.round());
        put("special", declared.special());
      }
    }
  }

  void served(Service served) {
    LocalDate both = served.both().orElse(null);
    if (served.equals(Service.NONE)) {
      put("served", whole ? Map.of() : null);
    } else if (both != null && both.equals(served.person()) && both.equals(served.institution())) {
      put("served", both);
    } else {
      put("served", ordered("person", served.person(), "institution", served.institution()));
    }
  }

  /** A mapping of the two that are there. */
  static Map<String, Object> ordered(
      String one, @Nullable Object first, String other, @Nullable Object second) {
    Map<String, Object> both = new LinkedHashMap<>();
    if (first != null) {
      both.put(one, first);
    }
    if (second != null) {
      both.put(other, second);
    }
    return both;
  }

  private void duty(DutyFact fact) {
    switch (fact) {
      case DutyFact.Interviewed interviewed -> {
        put("person", interviewed.person());
        put("of", interviewed.of());
      }
      case DutyFact.Notified notified -> {
        put("person", notified.person());
        put("institution", notified.institution());
        put("of", notified.of());
        put("duty", notified.duty());
      }
      case DutyFact.Graded graded -> {
        put("person", graded.person());
        put("year", graded.year());
        put("grade", graded.grade());
      }
    }
  }

  private void institution(InstitutionFact fact) {
    put("institution", fact.institution());
    switch (fact) {
      case InstitutionFact.Opened opened -> {
        put("region", opened.region());
        put("level", opened.level());
        put("from", opened.from());
        put("through", opened.through());
        put("physicians", opened.physicians());
      }
      case InstitutionFact.Halted halted -> {
        put("from", halted.from());
        put("through", halted.through());
        responsible(halted.responsible());
      }
      case InstitutionFact.Restored restored -> put("from", restored.from());
      case InstitutionFact.Closed closed -> {
        put("from", closed.from());
        responsible(closed.responsible());
      }
    }
  }

  private void responsible(List<PersonId> persons) {
    put("responsible", persons.isEmpty() ? null : persons);
  }

  private void measure(MeasureFact fact) {
    put("person", fact.person());
    put("kind", fact.measure().word());
    switch (fact) {
      case MeasureFact.MeasureTaken taken -> {
        put("from", taken.from());
        put("through", taken.through());
        put("at", taken.at());
        boolean cancelled = taken.measure() == MeasureKind.REGISTRATION_CANCELLED || taken.sanction();
        put("sanction", cancelled ? (Boolean) taken.sanction() : null);
      }
      case MeasureLifted lifted -> {
        put("from", lifted.on());
        put("at", lifted.at());
      }
    }
  }

  private void merit(MeritFact fact) {
    switch (fact) {
      case MeritFact.Honoured honoured -> put("person", honoured.person());
      case MeritFact.Penalty penalty -> {
        put("institution", penalty.institution());
        put("yuan", penalty.amount());
      }
      case MeritFact.Reward reward -> put("yuan", reward.amount());
    }
  }

  private void national(NationalFact fact) {
    put("person", fact.person());
    switch (fact) {
      case NationalFact.Committed committed -> put("at", committed.at());
      case NationalFact.Repaired repaired -> put("points", repaired.points());
      case NationalFact.NotScored notScored -> put("because", notScored.because());
    }
  }

  private void statement(StatementFact fact) {
    switch (fact) {
      case StatementFact.Stated stated -> {
        put("person", stated.person());
        put("at", stated.at());
        put("status", stated.status().number());
        put("points", stated.points());
        put("last", stated.last());
        put("category", stated.category());
        put("description", stated.description());
        put("source", stated.source());
      }
      case StatementFact.StatementSettled settled -> {
        put("of", settled.of());
        put("by", settled.by());
        put("because", settled.because());
      }
    }
  }

  private void review(ReviewFact fact) {
    switch (fact) {
      case ReviewFact.Objected objected -> {
        put("of", objected.of());
        put("received", objected.received());
      }
      case ReviewFact.ObjectionAnswered answered -> {
        put("of", answered.of());
        put("upheld", answered.upheld());
      }
      case ReviewFact.ResumptionAsked asked -> {
        put("person", asked.person());
        put("of", asked.of());
        put("received", asked.received());
      }
      case ReviewFact.ResumptionAnswered answered -> {
        put("person", answered.person());
        put("of", answered.of());
        put("granted", answered.granted());
        put("served", answered.served());
      }
      case ReviewFact.Reapplied reapplied -> {
        put("person", reapplied.person());
        put("at", reapplied.at());
        put("received", reapplied.received());
      }
      case ReviewFact.ReappliedAnswered answered -> {
        put("person", answered.person());
        put("granted", answered.granted());
      }
    }
  }
}
