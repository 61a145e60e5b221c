package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;

/** 「更正与撤销」 Facts about what another fact is worth. */
public sealed interface RevisionFact extends Fact {

  /** The fact that is revised. */
  FactId of();

  @Override
  default FactId about() {
    return of();
  }

  /** 「撤销」 A deduction or sanction overturned, void from the start. */
  record Withdrawn(Head head, FactId of) implements RevisionFact {
    @Override
    public FactKind kind() {
      return FactKind.WITHDRAWN;
    }
  }

  /**
   * 「更正」 A recorded fact was wrong; this is how it should have read.
   *
   * @param as the fact as corrected: same id and kind, the whole of it
   */
  record Corrected(Head head, FactId of, Fact as) implements RevisionFact {

    /** Refuses a correction that makes another fact of it. */
    public Corrected {
      if (!as.id().equals(of)) {
        throw new IllegalArgumentException("correction " + head.id() + " of " + of + " reads " + as.id());
      }
    }

    @Override
    public FactKind kind() {
      return FactKind.CORRECTED;
    }
  }
}
