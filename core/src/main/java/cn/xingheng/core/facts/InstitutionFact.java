package cn.xingheng.core.facts;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 「机构事实」 Facts about a designated institution and its own agreement. */
public sealed interface InstitutionFact extends Fact {

  /** The institution. */
  InstitutionId institution();

  /**
   * 「定点机构」 A designated institution with its own agreement.
   *
   * @param region its pooling area
   * @param level 0 to 3
   * @param from first day of its agreement
   * @param through last day, or null when it is open-ended
   * @param physicians headcount, or null to count the signed
   */
  record Opened(
      Head head,
      InstitutionId institution,
      RegionId region,
      int level,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable Integer physicians)
      implements InstitutionFact {
    @Override
    public FactKind kind() {
      return FactKind.INSTITUTION;
    }
  }

  /**
   * 「中止机构协议」 The institution's agreement is suspended.
   *
   * @param from first day
   * @param through last day, or null until it is restored
   * @param responsible persons held responsible (national edition)
   */
  record Halted(
      Head head,
      InstitutionId institution,
      LocalDate from,
      @Nullable LocalDate through,
      List<PersonId> responsible)
      implements InstitutionFact {

    public Halted {
      responsible = List.copyOf(responsible);
    }

    @Override
    public FactKind kind() {
      return FactKind.INSTITUTION_SUSPENDED;
    }
  }

  /** 「恢复机构协议」 The institution's agreement is restored on that day. */
  record Restored(Head head, InstitutionId institution, LocalDate from) implements InstitutionFact {
    @Override
    public FactKind kind() {
      return FactKind.INSTITUTION_RESTORED;
    }
  }

  /** 「解除机构协议」 The institution's agreement has ended on that day. */
  record Closed(Head head, InstitutionId institution, LocalDate from, List<PersonId> responsible)
      implements InstitutionFact {

    public Closed {
      responsible = List.copyOf(responsible);
    }

    @Override
    public FactKind kind() {
      return FactKind.INSTITUTION_ENDED;
    }
  }
}
