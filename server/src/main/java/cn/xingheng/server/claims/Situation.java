package cn.xingheng.server.claims;

import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** How somebody stands under an edition, with the answer to a line of each setting, worked out once. */
final class Situation {
  private static final Setting[] SETTINGS = Setting.values();
  private final boolean known;
  private final Standing standing;
  private final Set<Cause> causes;
  private final Verdict[] verdicts = new Verdict[SETTINGS.length];
  private final ClaimVerdict[] answers = new ClaimVerdict[SETTINGS.length];

  private Situation(@Nullable Law law, Standing standing, Set<Cause> causes) {
    this.known = law != null;
    this.standing = standing;
    this.causes = Set.copyOf(causes);
    for (Setting setting : SETTINGS) {
      Verdict verdict = law == null ? Verdict.UNRESOLVED : ClaimAnswer.verdict(law, standing, causes, setting);
      verdicts[at(setting)] = verdict;
      answers[at(setting)] =
          law == null
              ? ClaimVerdict.withoutEdition("")
              : ClaimVerdict.of("", law.edition(), verdict, new TreeSet<>(causes), null);
    }
  }

  @SuppressWarnings("EnumOrdinal") // a place in an array of this object's life
  private static int at(Setting setting) {
    return setting.ordinal();
  }

  /** Whether an agreement is in force: effective or suspended. */
  boolean inForce() {
    return standing == Standing.EFFECTIVE || standing == Standing.SUSPENDED;
  }

  /** Whether something bars this person that may reach other institutions too. */
  boolean barred() {
    return causes.contains(Cause.BARRED) || causes.contains(Cause.TERMINATED);
  }

  Verdict verdict(Setting setting) {
    return verdicts[at(setting)];
  }

  /** The answer to a line. */
  ClaimVerdict answer(String id, Setting setting, @Nullable LocalDate until) {
    ClaimVerdict ready = answers[at(setting)];
    return new ClaimVerdict(id, ready.verdict(), ready.because(), ready.causes(), ready.articles(), until);
  }

  /** Days on which it is so; where the edition is not there, nothing is said of them. */
  StandingDays days(LocalDate from, @Nullable LocalDate through) {
    if (!known) {
      return new StandingDays(from, through, Standing.UNRESOLVED.word(), null, List.of());
    }
    List<String> words = new TreeSet<>(causes).stream().map(Cause::word).toList();
    return new StandingDays(from, through, standing.word(), words.isEmpty() ? null : words.getFirst(), words);
  }

  /** Every situation there is, one of each: hundreds of thousands of persons share a few dozen. */
  static final class Pool {
    private final ConcurrentMap<Key, Situation> known = new ConcurrentHashMap<>();

    private record Key(String edition, Standing standing, Set<Cause> causes) {}

    /**
     * The situation.
     *
     * @param law whose edition and readings decide, or null where the house does not have the edition
     */
    Situation of(@Nullable Law law, Standing standing, Set<Cause> causes) {
      String edition = law == null ? "" : law.edition().id();
      return known.computeIfAbsent(
          new Key(edition, standing, Set.copyOf(causes)), key -> new Situation(law, standing, causes));
    }
  }
}
