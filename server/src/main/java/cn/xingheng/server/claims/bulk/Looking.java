package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.server.claims.ClaimDesk;
import cn.xingheng.server.claims.ClaimLine;
import cn.xingheng.server.claims.ClaimVerdict;
import cn.xingheng.server.house.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One second look while it goes on: every line is held against what its items come to. A line that counts is judged by
 * what is known now; what was listed for one that counts no longer goes back to the verdict it was settled by.
 */
final class Looking {
  private static final int LINES = 2_000;
  private final ItemStore store;
  private final ClaimDesk claims;
  private final SecondLookDesk.Ask ask;
  private final Job job;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Back> backs = new ArrayList<>();
  private long judged;
  private long resolved;

  Looking(ItemStore store, ClaimDesk claims, SecondLookDesk.Ask ask, Job job) {
    this.store = store;
    this.claims = claims;
    this.ask = ask;
    this.job = job;
  }

  /** A verdict that a line comes to, with what tells it. */
  record Told(String verdict, String because, List<String> articles) {
    Told {
      articles = List.copyOf(articles);
    }
  }

  /** An item that is to be listed. */
  record Turn(Settled settled, int turn, Told before, Told after) {}

  /** An item that is to be withdrawn, and why. */
  record Back(Item item, Reason reason) {}

  List<Turn> turns() {
    return List.copyOf(turns);
  }

  List<Back> backs() {
    return List.copyOf(backs);
  }

  long judged() {
    return judged;
  }

  long resolved() {
    return resolved;
  }

  /** Looks at the lines of a source, those of these codes, or all when the codes are null. */
  void look(LineSource source, @Nullable Set<String> codes) {
    List<Settled> next = source.next(ask, codes, null, LINES);
    while (!next.isEmpty()) {
      job.at(BulkPhase.LOOK, judged, 0);
      Map<String, ItemStore.Standing> items = store.standing(ask.agency(), source.origin(), next);
      Map<String, List<Settled>> sites = new TreeMap<>();
      for (Settled one : next) {
        if (!one.counts()) {
          compare(one, items.get(one.key()), settledBy(one));
        } else if (!one.line().institution().isBlank()) {
          sites.computeIfAbsent(one.line().institution(), key -> new ArrayList<>()).add(one);
        }
      }
      sites.forEach((site, some) -> judge(site, some, items));
      judged += next.size();
      next = source.next(ask, codes, next.getLast().line(), LINES);
    }
  }

  private void judge(String site, List<Settled> some, Map<String, ItemStore.Standing> items) {
    List<ClaimVerdict> verdicts =
        claims.check(new InstitutionId(site), some.stream().map(one -> asked(one.line())).toList());
    for (int i = 0; i < some.size(); i++) {
      ClaimVerdict verdict = verdicts.get(i);
      String because = verdict.because();
      compare(
          some.get(i), items.get(some.get(i).key()),
          new Told(verdict.verdict(), because == null ? "" : because, verdict.articles()));
    }
  }

  private static ClaimLine asked(Line line) {
    return new ClaimLine(
        line.claimId(), line.physician(), line.institution(), line.day(),
        Setting.find(line.setting()).orElseThrow(), line.fen());
  }

  private static Told settledBy(Settled one) {
    return new Told(one.line().verdict(), one.line().because(), List.of());
  }

  private void compare(Settled one, ItemStore.@Nullable Standing standing, Told now) {
    Item item = standing == null ? null : standing.item();
    Told before =
        item == null ? settledBy(one) : new Told(item.verdictAfter(), item.becauseAfter(), item.articles());
    if (now.verdict().equals(Verdict.UNRESOLVED.word())) {
      return;
    }
    if (before.verdict().equals(Verdict.UNRESOLVED.word())) {
      resolved++;
    } else if (paid(before.verdict()) != paid(now.verdict())) {
      if (item != null && item.state() == Item.State.LISTED) {
        backs.add(new Back(item, one.ended()));
      } else {
        turns.add(new Turn(one, standing == null ? 1 : standing.turns() + 1, before, now));
      }
    }
  }

  /** Whether money goes out on this verdict. */
  static boolean paid(String verdict) {
    return verdict.equals(Verdict.PAYABLE.word()) || verdict.equals(Verdict.EXCEPTED.word());
  }
}
