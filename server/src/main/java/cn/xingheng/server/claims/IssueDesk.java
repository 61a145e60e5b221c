package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.match.SnapshotBuilder;
import cn.xingheng.match.SnapshotIssue;
import cn.xingheng.match.SnapshotNote;
import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes for an institution the signed file by which its system answers while the network is down: all days at this
 * institution of every physician who ever had something to do with it, from the snapshot in memory, and so as they were
 * after exactly one change. Written once for a change number; the files of older ones are taken away.
 */
@Component
public class IssueDesk {
  private static final String ENDING = ".xhs";
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");
  private final SnapshotDesk snapshots;
  private final SealDesk seals;
  private final Clock clock;
  private final Path folder;
  private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();

  IssueDesk(SnapshotDesk snapshots, SealDesk seals, Settings settings, Clock clock) {
    this.snapshots = snapshots;
    this.seals = seals;
    this.clock = clock;
    this.folder = settings.data().resolve("snapshots");
  }

  /**
   * A file that was written.
   *
   * @param no the change it stands at
   * @param tag another one when the file is another one
   */
  record Issued(Path file, long no, String tag) {}

  /**
   * The file as of now.
   *
   * @throws Problem 409 when the house does not have the institution's edition or it has a code no file can hold, 503
   *     when the knowledge at hand may be old or the days do not follow the calendar yet
   */
  Issued issue(InstitutionId institution) {
    Snapshot snapshot = snapshots.current();
    if (!snapshot.followed()) {
      throw Problem.of(503, "claims.problem.calendar");
    }
    Law law = snapshots.lawAt(snapshot, institution)
        .filter(known -> SnapshotBuilder.takes(institution.value()))
        .orElseThrow(() -> Problem.of(409, "claims.problem.no-snapshot"));
    String tag = snapshot.no() + "-" + LawWord.of(law) + "-" + SnapshotSeal.id(seals.key());
    Path file = folder.resolve(institution.value() + "_" + tag + ENDING);
    synchronized (locks.computeIfAbsent(institution.value(), key -> new Object())) {
      try {
        if (!Files.exists(file)) {
          write(snapshot, institution, law, file);
        }
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
    return new Issued(file, snapshot.no(), tag);
  }

  /** A file of the number before is still there for who was told of it just now. */
  private void write(Snapshot snapshot, InstitutionId institution, Law law, Path file) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN));
    SnapshotBuilder rows = new SnapshotBuilder();
    snapshot.codes().forEach(
        (code, timeline) -> {
          Stay stay = timeline.stays().get(institution.value());
          if (stay != null && SnapshotBuilder.takes(code)) {
            rows.add(code, stay.days().stream().map(days -> days.at(institution.value())).toList());
          }
        });
    SnapshotIssue issue =
        new SnapshotIssue(
            snapshot.no(), institution.value(), clock.instant().truncatedTo(ChronoUnit.SECONDS),
            LawWord.atStoppedInstitution(law), LawWord.of(law), SnapshotSeal.id(seals.key()));
    Path part = folder.resolve(institution.value() + ".new");
    rows.write(
        part, new SnapshotNote(LocalDate.now(clock), Map.of(law.edition().id(), law.edition().hash()), issue),
        seals.secret());
    sweep(institution);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Leaves the newest file of the institution: somebody may be about to open it. */
  private void sweep(InstitutionId institution) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path old : files
          .filter(path -> path.getFileName().toString().startsWith(institution.value() + "_"))
          .sorted(Comparator.comparingLong(IssueDesk::number).reversed()).skip(1).toList()) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(name.indexOf('_') + 1, name.indexOf('-', name.indexOf('_'))));
  }
}
