package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「期初申报」 What an institution states of a physician when its archive form is taken over, without days and without
 * decisions (R4, L16).
 *
 * <p>It never counts as a deduction or a sanction. What it states of the agreement is unknown until it is settled.
 */
public sealed interface StatementFact extends Fact {

  /** 「申报状态」 What the form says of the agreement, by the form's own numbers. */
  enum Status {
    EFFECTIVE(0),
    SUSPENDED(1),
    ENDED(2);

    private final int number;

    Status(int number) {
      this.number = number;
    }

    /** The number in the form and in case files. */
    public int number() {
      return number;
    }

    /** The status with this number, or empty when there is none. */
    public static Optional<Status> find(int number) {
      return Arrays.stream(values()).filter(status -> status.number == number).findFirst();
    }
  }

  /**
   * 「期初申报」 One row of the form; its legal day is the day of the statement.
   *
   * @param at the institution that states it
   * @param points the total of points as stated, for show only, or null
   * @param last the last single deduction as stated, for show only, or null
   * @param category the kind of the violation as stated, or null
   * @param description the violation as stated, or null
   * @param source the file and the row
   */
  record Stated(
      Head head,
      PersonId person,
      InstitutionId at,
      Status status,
      @Nullable Integer points,
      @Nullable Integer last,
      @Nullable String category,
      @Nullable String description,
      String source)
      implements StatementFact {
    @Override
    public FactKind kind() {
      return FactKind.STATED;
    }
  }

  /**
   * 「申报确认」 An officer's finding about a statement.
   *
   * @param of the statement
   * @param by the decision that it is about, or null when nothing of the kind was decided
   * @param because the reason, or null where the decision is reason enough
   */
  record StatementSettled(Head head, FactId of, @Nullable FactId by, @Nullable String because)
      implements StatementFact {

    /** Refuses a finding with neither a decision nor a reason. */
    public StatementSettled {
      if (by == null && because == null) {
        throw new IllegalArgumentException("settlement " + head.id() + " of " + of + " names no decision, no reason");
      }
    }

    @Override
    public FactKind kind() {
      return FactKind.STATEMENT_SETTLED;
    }

    @Override
    public FactId about() {
      return of;
    }
  }
}
