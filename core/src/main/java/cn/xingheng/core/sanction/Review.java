package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「恢复审核」 What happens after the last day of a stop that resumes only on application and approval (M14, R3.2c, R3.2d).
 *
 * @param of the suspension or measure
 * @param begins its first day
 * @param ends the first day after its last, or {@link LocalDate#MAX}
 * @param segments what holds from then on, in order, without gaps, until it resumes
 * @param resumes the first day it no longer stops anything, or null while nobody has approved
 * @param asked the first application, or null while there is none
 */
public record Review(
    FactId of,
    LocalDate begins,
    LocalDate ends,
    List<Segment> segments,
    @Nullable LocalDate resumes,
    @Nullable ResumptionAsked asked,
    List<FactId> facts) {

  public Review {
    segments = List.copyOf(segments);
    facts = List.copyOf(facts);
  }

  /** 「审核阶段」 One stage of it. */
  public record Segment(State state, LocalDateRange days) {}

  /** 「审核状态」 What is missing. */
  public enum State {
    NOT_APPLIED,
    PENDING,
    REFUSED
  }

  /** 「申请与答复」 One application and its answer, if it has one. */
  public record Filing(ResumptionAsked asked, @Nullable ResumptionAnswered answer) {}

  /** The review of a stop with these filings, in order. */
  public static Review reckon(FactId of, LocalDate begins, LocalDate ends, List<Filing> filings) {
    List<Segment> segments = new ArrayList<>();
    List<FactId> facts = new ArrayList<>(List.of(of));
    LocalDate from = ends;
    State state = State.NOT_APPLIED;
    LocalDate resumes = null;
    for (Filing filing : filings) {
      facts.add(filing.asked().id());
      from = close(segments, state, from, filing.asked().on());
      state = State.PENDING;
      ResumptionAnswered answer = filing.answer();
      if (answer != null) {
        facts.add(answer.id());
        from = close(segments, state, from, answer.granted() ? answer.served() : answer.on());
        state = State.REFUSED;
        resumes = answer.granted() ? from : null;
      }
    }
    if (resumes == null) {
      close(segments, state, from, LocalDate.MAX);
    }
    return new Review(
        of, begins, ends, segments, resumes, filings.isEmpty() ? null : filings.getFirst().asked(), facts);
  }

  private static LocalDate close(List<Segment> segments, State state, LocalDate from, LocalDate until) {
    if (!until.isAfter(from)) {
      return from;
    }
    segments.add(new Segment(state, LocalDateRange.of(from, until)));
    return until;
  }

  /** What is missing on a day, or empty when the stop still runs, or has resumed. */
  public Optional<State> on(LocalDate day) {
    return segments.stream().filter(segment -> segment.days().contains(day)).map(Segment::state).findFirst();
  }
}
