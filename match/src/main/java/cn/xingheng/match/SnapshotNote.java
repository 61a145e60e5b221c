package cn.xingheng.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 「快照说明」 What a snapshot file says of itself: up to which day it speaks, and by which editions it was reckoned.
 *
 * <p>In the file it stands as lines such as {@code as-of: 2026-05-04} and {@code edition ID: HASH}.
 *
 * @param asOf the last day whose events are in it; null when whoever packed it did not say
 * @param editions content hash by edition id, in the order of the ids; empty when not said
 * @param issue what the house adds that issued it to an institution; null when nobody did
 */
public record SnapshotNote(
    @Nullable LocalDate asOf, Map<String, String> editions, @Nullable SnapshotIssue issue) {
  private static final String AS_OF = "as-of";
  private static final String EDITION = "edition ";

  /** Keeps the editions in order; ids and hashes are words without blanks, colons or line ends. */
  public SnapshotNote {
    editions = Collections.unmodifiableMap(new TreeMap<>(editions));
    editions.forEach((id, hash) -> {
      if (!isWord(id) || !isWord(hash)) {
        throw new IllegalArgumentException("edition " + id + ": " + hash);
      }
    });
  }

  /** A note of somebody who packed a file for himself. */
  public SnapshotNote(@Nullable LocalDate asOf, Map<String, String> editions) {
    this(asOf, editions, null);
  }

  static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == ':');
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (asOf != null) {
      lines.add(AS_OF + ": " + asOf);
    }
    editions.forEach((id, hash) -> lines.add(EDITION + id + ": " + hash));
    if (issue != null) {
      lines.addAll(issue.lines());
    }
    return lines;
  }

  /** Reads the lines again, from among others that are for somebody else. */
  static SnapshotNote of(String text) {
    Map<String, String> editions = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && line.startsWith(EDITION)) {
        editions.put(line.substring(EDITION.length(), colon), line.substring(colon + 2));
      } else if (colon > 0) {
        others.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    String asOf = others.get(AS_OF);
    try {
      return new SnapshotNote(
          asOf == null ? null : LocalDate.parse(asOf), editions, SnapshotIssue.of(others).orElse(null));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("as-of: " + asOf, wrong);
    }
  }
}
