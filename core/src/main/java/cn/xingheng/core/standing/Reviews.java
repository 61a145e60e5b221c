package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.MeasureFact.MeasureTaken;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.sanction.Review;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 「恢复申请归属」 Which application and answer belong to which suspension or measure. */
final class Reviews {

  private final Map<FactId, Stop> stops = new LinkedHashMap<>();

  /** One thing that resumes only on approval, and what was filed about it. */
  private static final class Stop {
    final FactId id;
    final LocalDate first;
    final LocalDate ends;
    final boolean suspension;
    final List<Review.Filing> filings = new ArrayList<>();

    Stop(FactId id, LocalDate first, LocalDate ends, boolean suspension) {
      this.id = id;
      this.first = first;
      this.ends = ends;
      this.suspension = suspension;
    }

    boolean resumedBy(LocalDate day) {
      return filings.stream()
          .anyMatch(
              filing -> {
                ResumptionAnswered answer = filing.answer();
                return answer != null && answer.granted() && !answer.on().isAfter(day);
              });
    }

    Optional<Review.Filing> open() {
      return filings.isEmpty() || filings.getLast().answer() != null
          ? Optional.empty()
          : Optional.of(filings.getLast());
    }
  }

  /** The reviews of everything that resumes only on approval. */
  static Reviews reckon(Law law, List<Sanction> sanctions, List<Outside> measures, Known known, LocalDate knownAt) {
    Reviews reviews = new Reviews();
    if (law.edition().resumption() instanceof Resumption.OnApproval) {
      for (Sanction sanction : sanctions) {
        if (sanction.runs() && !sanction.terminates()) {
          reviews.stop(sanction.id(), sanction.days().getStart(), sanction.days().getEnd(), true);
        }
      }
    }
    for (Outside measure : measures) {
      if (measure.rule().approval()) {
        MeasureTaken fact = measure.fact();
        reviews.stop(fact.id(), fact.from(), measure.days().getEnd(), false);
      }
    }
    for (ReviewFact fact : known.all(ReviewFact.class)) {
      if (fact instanceof ResumptionAsked asked) {
        reviews.file(asked);
      } else if (fact instanceof ResumptionAnswered answer
          && (!answer.granted() || !answer.served().isAfter(knownAt))) {
        reviews.answer(answer);
      }
    }
    return reviews;
  }

  private void stop(FactId id, LocalDate first, LocalDate ends, boolean suspension) {
    stops.put(id, new Stop(id, first, ends, suspension));
  }

  private void file(ResumptionAsked asked) {
    target(asked).ifPresent(stop -> stop.filings.add(new Review.Filing(asked, null)));
  }

  private void answer(ResumptionAnswered answer) {
    open(answer)
        .ifPresent(
            stop -> {
              Review.Filing filing = stop.filings.removeLast();
              stop.filings.add(new Review.Filing(filing.asked(), answer));
            });
  }

  private Optional<Stop> target(ResumptionAsked asked) {
    return findTarget(asked.of(), asked.on());
  }

  /** The suspension or measure that an application of this day means. */
  Optional<FactId> means(@Nullable FactId of, LocalDate on) {
    return findTarget(of, on).map(stop -> stop.id);
  }

  private Optional<Stop> findTarget(@Nullable FactId of, LocalDate on) {
    if (of != null) {
      return Optional.ofNullable(stops.get(of));
    }
    List<Stop> left = stops.values().stream().filter(stop -> !stop.resumedBy(on)).toList();
    Comparator<Stop> newest =
        Comparator.comparing((Stop stop) -> stop.suspension).thenComparing(stop -> stop.first);
    Optional<Stop> begun = left.stream().filter(stop -> !stop.first.isAfter(on)).max(newest);
    return begun.isPresent() ? begun : left.stream().min(Comparator.comparing(stop -> stop.first));
  }

  private Optional<Stop> open(ResumptionAnswered answer) {
    return openFiling(answer.of(), answer.on());
  }

  private Optional<Stop> openFiling(@Nullable FactId of, LocalDate on) {
    return stops.values().stream()
        .filter(stop -> stop.open().isPresent() && !stop.open().get().asked().on().isAfter(on))
        .filter(stop -> of == null || of.equals(stop.id) || of.equals(stop.open().get().asked().id()))
        .max(Comparator.comparing(stop -> stop.open().orElseThrow().asked().on()));
  }

  /** The open application that an answer of this day means, or empty. */
  Optional<ResumptionAsked> open(@Nullable FactId of, LocalDate on) {
    return openFiling(of, on).flatMap(Stop::open).map(Review.Filing::asked);
  }

  /** The review of this suspension or measure, or empty when it needs none. */
  Optional<Review> find(FactId of) {
    return Optional.ofNullable(stops.get(of))
        .map(stop -> Review.reckon(stop.id, stop.first, stop.ends, stop.filings));
  }
}
