package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of claim lines whether they are paid. The snapshot is asked; what it does not tell is reckoned from the dossier.
 * The verdict itself always comes from the reckoning's own rule. Nothing is written.
 */
@Component
public class ClaimDesk {
  private final SnapshotDesk snapshots;
  private final FactDesk facts;
  private final RegisterDesk register;

  ClaimDesk(SnapshotDesk snapshots, FactDesk facts, RegisterDesk register) {
    this.snapshots = snapshots;
    this.facts = facts;
    this.register = register;
  }

  /**
   * The verdicts on the lines of one institution, in their order, all by the same knowledge.
   *
   * @throws Problem 403 when a line is another institution's; then none is answered. 503 when the knowledge at hand may
   *     be more than a second old
   */
  public List<ClaimVerdict> check(InstitutionId institution, List<ClaimLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).institution().equals(institution.value())) {
        throw Problem.of(403, "claims.problem.other-institution", Integer.toString(i + 1), lines.get(i).id());
      }
    }
    return judge(institution, lines).verdicts();
  }

  /**
   * Verdicts with the knowledge they come from.
   *
   * @param no the change up to which they know
   */
  public record Judged(long no, List<ClaimVerdict> verdicts) {
    public Judged {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * The verdicts on lines that are known to be this institution's, in their order, all by the same knowledge.
   *
   * @throws Problem 503 when the knowledge at hand may be more than a second old
   */
  public Judged judge(InstitutionId institution, List<ClaimLine> lines) {
    Snapshot snapshot = snapshots.current();
    return new Judged(snapshot.no(), new Batch(snapshot, institution).answer(lines));
  }

  /**
   * Whether anybody ever held this code.
   *
   * @throws Problem 503 when the knowledge at hand may be more than a second old
   */
  public boolean known(String code) {
    return snapshots.current().codes().find(code) != null;
  }

  /**
   * The change up to which lines are answered now; who is answered afterwards is answered by this knowledge at least.
   *
   * @throws Problem 503 when the knowledge at hand may be more than a second old
   */
  public long known() {
    return snapshots.current().no();
  }

  /** The law of a province, or empty when the house does not have the edition it works under. */
  Optional<Law> law(String province) {
    return Optional.ofNullable(snapshots.law(province));
  }

  /** The law of an institution's province. */
  Optional<Law> lawAt(InstitutionId institution) {
    return register.organisation(institution.value())
        .map(Organisation::path)
        .flatMap(path -> law(path.substring(0, path.indexOf('/'))));
  }

  /** The lines of one institution while they are answered. */
  private final class Batch {
    private final Snapshot snapshot;
    private final InstitutionId institution;
    private final List<Integer> left = new ArrayList<>();
    private @Nullable Law law;
    private boolean asked;

    Batch(Snapshot snapshot, InstitutionId institution) {
      this.snapshot = snapshot;
      this.institution = institution;
    }

    List<ClaimVerdict> answer(List<ClaimLine> lines) {
      List<ClaimVerdict> answers = new ArrayList<>(lines.size());
      for (int i = 0; i < lines.size(); i++) {
        ClaimVerdict answer = answer(lines.get(i));
        if (answer == null) {
          left.add(i);
        }
        answers.add(answer == null ? ClaimVerdict.withoutEdition(lines.get(i).id()) : answer);
      }
      if (!left.isEmpty()) {
        reckon(lines, answers);
      }
      return answers;
    }

    /** Null where the dossier has to be asked. */
    private @Nullable ClaimVerdict answer(ClaimLine line) {
      if (line.code().isEmpty()) {
        return nobody(line, Cause.NO_CODE);
      }
      Timeline timeline = snapshot.codes().find(line.code());
      if (timeline == null) {
        return nobody(line, Cause.UNKNOWN_CODE);
      }
      return snapshot.followed() || !timeline.known()
          ? timeline.answer(line.id(), line.institution(), line.day(), line.setting())
          : null;
    }

    private ClaimVerdict nobody(ClaimLine line, Cause cause) {
      if (!asked) {
        String province = snapshot.provinces().get(institution.value());
        law = province == null ? null : snapshots.law(province);
        asked = true;
      }
      return snapshots.pool().of(law, Standing.NONE, Set.of(cause)).answer(line.id(), line.setting(), null);
    }

    private void reckon(List<ClaimLine> lines, List<ClaimVerdict> answers) {
      Map<String, Set<PersonId>> persons = new TreeMap<>();
      for (int at : left) {
        Timeline timeline = timeline(lines.get(at));
        persons.computeIfAbsent(timeline.province(), key -> new TreeSet<>()).add(new PersonId(timeline.person()));
      }
      Map<String, Stay> stays = new HashMap<>();
      persons.forEach(
          (province, some) -> {
            for (Gathered one : facts.gatherAll(province, List.copyOf(some))) {
              stays.put(
                  one.person().value(),
                  Stay.reckon(one.history().knownAt(LocalDate.MAX), institution, snapshots.pool()));
            }
          });
      for (int at : left) {
        ClaimLine line = lines.get(at);
        Stay stay = Objects.requireNonNull(stays.get(timeline(line).person()));
        answers.set(at, stay.answer(line.id(), line.day(), line.setting()));
      }
    }

    private Timeline timeline(ClaimLine line) {
      return Objects.requireNonNull(snapshot.codes().find(line.code()));
    }
  }
}
