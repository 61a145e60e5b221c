package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 「快照签发」 What a house adds to a snapshot that it issues to an institution.
 *
 * <p>In the file it stands as lines such as {@code change: 815}, see docs/FORMATS.md.
 *
 * @param change the number of the last change that the standings know
 * @param institution whose standings they are: of others the file says nothing
 * @param at when it was written
 * @param atStoppedInstitution what an urgent line gets whose only cause is the institution's own stop
 * @param law a word that is another one when editions or readings are others
 * @param key the id of the key that signed it, see {@link SnapshotSeal#id}
 */
public record SnapshotIssue(
    long change, String institution, Instant at, Verdict atStoppedInstitution, String law, String key) {
  private static final String CHANGE = "change";
  private static final String INSTITUTION = "institution";
  private static final String AT = "issued-at";
  private static final String READING = "emergency-at-stopped-institution";
  private static final String LAW = "law";
  private static final String KEY = "key";

  /** Keeps words that stand on a line each. */
  public SnapshotIssue {
    if (change < 0 || !SnapshotNote.isWord(institution) || !SnapshotNote.isWord(law) || !SnapshotNote.isWord(key)) {
      throw new IllegalArgumentException("issue " + change + " " + institution + " " + law + " " + key);
    }
    if (atStoppedInstitution != Verdict.EXCEPTED && atStoppedInstitution != Verdict.REFUSED) {
      throw new IllegalArgumentException(READING + ": " + atStoppedInstitution);
    }
  }

  List<String> lines() {
    return List.of(
        CHANGE + ": " + change, INSTITUTION + ": " + institution, AT + ": " + at,
        READING + ": " + atStoppedInstitution.word(), LAW + ": " + law, KEY + ": " + key);
  }

  /** Reads the lines again; empty when nobody issued the file. */
  static Optional<SnapshotIssue> of(Map<String, String> lines) {
    String change = lines.get(CHANGE);
    if (change == null) {
      return Optional.empty();
    }
    Verdict reading = said(lines, READING).equals(Verdict.REFUSED.word()) ? Verdict.REFUSED : Verdict.EXCEPTED;
    try {
      return Optional.of(
          new SnapshotIssue(
              Long.parseLong(change), said(lines, INSTITUTION), Instant.parse(said(lines, AT)), reading,
              said(lines, LAW), said(lines, KEY)));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("a snapshot whose " + AT + " is no time", wrong);
    }
  }

  private static String said(Map<String, String> lines, String name) {
    String text = lines.get(name);
    if (text == null) {
      throw new IllegalArgumentException("a snapshot with a change number and without " + name);
    }
    return text;
  }
}
