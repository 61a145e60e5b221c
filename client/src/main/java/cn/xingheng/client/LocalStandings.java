package cn.xingheng.client;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.match.SnapshotIssue;
import cn.xingheng.match.SnapshotNote;
import cn.xingheng.match.StandingSnapshot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「本地资格」 The signed snapshot of an institution on the own disk, with the changes since beside it in {@code
 * NAME.changes}.
 *
 * <p>Nothing in either file is believed without the house's signature. Many threads may ask while one takes in news;
 * only one process may take in news of one file.
 */
public final class LocalStandings {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Duration NOTED = Duration.ofMinutes(1);
  private final Path file;
  private final PublicKey key;
  private final InstantSource clock;
  private final Journal journal;
  private volatile @Nullable State state;
  private Instant noted = Instant.EPOCH;

  private LocalStandings(Path file, PublicKey key, InstantSource clock, Path changes) {
    this.file = file;
    this.key = key;
    this.clock = clock;
    this.journal = new Journal(changes, key);
  }

  /**
   * 「所知」 What is at hand.
   *
   * @param change the last change it knows
   * @param confirmed when the house last said that this is all
   * @param issued when the snapshot was written
   * @param law the house's word for its editions and readings
   * @param editions content hash by id of the editions by which it was reckoned
   */
  public record Known(
      String institution, long change, Instant confirmed, Instant issued, String law, Map<String, String> editions) {
    /** Keeps the map. */
    public Known {
      editions = Map.copyOf(editions);
    }
  }

  private record State(StandingSnapshot snapshot, SnapshotIssue issue, Known known) {}

  /**
   * Opens the snapshot; without a file nothing is known yet, and {@link XinghengClient#sync} fetches it.
   *
   * @param key of the house, from the page of keys
   * @throws IOException when the snapshot is damaged, or not signed by that key
   */
  public static LocalStandings open(Path snapshot, PublicKey key) throws IOException {
    return open(snapshot, key, InstantSource.system());
  }

  /** The same by another clock. */
  public static LocalStandings open(Path snapshot, PublicKey key, InstantSource clock) throws IOException {
    return open(snapshot, snapshot.resolveSibling(snapshot.getFileName() + ".changes"), key, clock);
  }

  /** The same with the changes elsewhere. */
  public static LocalStandings open(Path snapshot, Path changes, PublicKey key, InstantSource clock)
      throws IOException {
    LocalStandings local = new LocalStandings(snapshot, key, clock, changes);
    if (Files.exists(snapshot)) {
      local.load();
    }
    return local;
  }

  private synchronized void load() throws IOException {
    StandingSnapshot snapshot = StandingSnapshot.open(file, key);
    SnapshotIssue issue = issue(snapshot.note());
    State next =
        new State(
            snapshot, issue,
            new Known(
                issue.institution(), issue.change(), issue.at(), issue.at(), issue.law(),
                snapshot.note().editions()));
    for (Page page : journal.read()) {
      next = with(next, page);
    }
    state = next;
  }

  private SnapshotIssue issue(SnapshotNote note) throws IOException {
    SnapshotIssue issue = note.issue();
    if (issue == null) {
      throw new IOException(file + ": no house issued this snapshot 不是由系统签发的快照");
    }
    return issue;
  }

  /** A page older than what is known, of another institution, or after a gap, says nothing. */
  private static State with(State before, Page page) {
    Known known = before.known();
    boolean joins = page.after() <= known.change() && page.next() >= known.change()
        && page.institution().equals(known.institution());
    if (!joins) {
      return before;
    }
    Instant confirmed = page.more() || page.at().isBefore(known.confirmed()) ? known.confirmed() : page.at();
    return new State(
        page.rows().isEmpty() ? before.snapshot() : before.snapshot().with(page.rows()), before.issue(),
        new Known(known.institution(), page.next(), confirmed, known.issued(), known.law(), known.editions()));
  }

  /** What is at hand; empty when nothing is. */
  public Optional<Known> known() {
    return Optional.ofNullable(state).map(State::known);
  }

  /**
   * Answers from what is at hand, without asking anybody.
   *
   * @param oldest older knowledge gives {@code unresolved}
   */
  public List<Answer> check(List<Line> lines, Duration oldest) {
    State now = state;
    Instant at = clock.instant();
    return lines.stream().map(line -> answer(now, line, at, oldest)).toList();
  }

  private static Answer answer(@Nullable State now, Line line, Instant at, Duration oldest) {
    if (now == null || !line.institution().equals(now.known().institution())) {
      return Answer.unresolved(line.id(), new Source.Silent());
    }
    Known known = now.known();
    Duration since = Duration.between(known.confirmed(), at);
    Duration age = since.isNegative() ? Duration.ZERO : since;
    LocalDate asOf = known.confirmed().atZone(BEIJING).toLocalDate();
    if (age.compareTo(oldest) > 0) {
      return Answer.unresolved(line.id(), new Source.TooOld(asOf, known.change(), age));
    }
    StandingSnapshot.Answer answer =
        now.snapshot().answer(
            line.physician(), line.institution(), line.day(), line.setting(), now.issue().atStoppedInstitution());
    Cause because = answer.because();
    return new Answer(
        line.id(), answer.verdict(), because, because == null ? List.of() : List.of(because.word()), List.of(),
        answer.until(), new Source.Local(asOf, known.change(), age));
  }

  /** A place beside the snapshot for one that is being fetched. */
  Path part() {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** Takes a fetched snapshot in the place of what is at hand, when it is the house's and of the same institution. */
  synchronized void replace(Path fetched) throws IOException {
    String institution = issue(StandingSnapshot.open(fetched, key).note()).institution();
    State before = state;
    if (before != null && !before.known().institution().equals(institution)) {
      throw new Refused(0, "a snapshot of " + institution + " where " + before.known().institution() + " stands");
    }
    try (FileChannel bytes = FileChannel.open(fetched, StandardOpenOption.WRITE)) {
      bytes.force(true);
    }
    Files.move(fetched, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    journal.clear();
    noted = Instant.EPOCH;
    load();
  }

  /** Takes in a page that follows on what is at hand; on the disk when this returns, unless it says only the time. */
  synchronized void take(Page page, byte[] signature, byte[] body) throws IOException {
    State before = state;
    if (before == null || page.after() != before.known().change()) {
      throw new IllegalStateException("changes after " + page.after());
    }
    boolean news = page.next() > page.after() || !page.rows().isEmpty();
    if (news || Duration.between(noted, page.at()).compareTo(NOTED) >= 0) {
      journal.append(signature, body);
      noted = page.at();
    }
    state = with(before, page);
  }

  /** The key by which the house is known. */
  PublicKey key() {
    return key;
  }

  InstantSource clock() {
    return clock;
  }

  /** Bytes of the changes. */
  synchronized long changesLength() {
    return journal.length();
  }
}
