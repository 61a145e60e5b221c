package cn.xingheng.server.house;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a standing is shown: word first, shape second, colour third. A cause stands in brackets unless it is points
 * alone.
 *
 * @param shape class of the mark: ok, off, wait, end, gone or unk
 * @param text the words
 */
public record Badge(String shape, String text) {
  private static final Set<Cause> WAITING =
      EnumSet.of(Cause.PENDING_REVIEW, Cause.NOT_APPLIED, Cause.RESUMPTION_REFUSED);
  private static final Set<Cause> GONE = EnumSet.of(Cause.LEFT, Cause.EXPIRED, Cause.NOT_SIGNED);

  /** The badge of a standing with everything that causes it, in any order. */
  public static Badge of(Words words, Standing standing, Collection<Cause> causes) {
    List<Cause> sorted = causes.stream().distinct().sorted().toList();
    return switch (standing) {
      case EFFECTIVE -> new Badge("ok", words.say("standing.effective"));
      case SUSPENDED -> suspended(words, sorted);
      case ENDED -> ended(words, sorted);
      case NONE -> none(words, sorted);
      case UNRESOLVED -> new Badge("unk", because(words, words.say("standing.unresolved"), sorted));
    };
  }

  private static Badge suspended(Words words, List<Cause> causes) {
    String said = words.say("standing.suspended");
    if (!causes.isEmpty() && WAITING.containsAll(causes)) {
      return new Badge("wait", words.say("badge.yet", said, listed(words, causes)));
    }
    return new Badge("off", causes.equals(List.of(Cause.POINTS)) ? said : because(words, said, causes));
  }

  private static Badge ended(Words words, List<Cause> causes) {
    if (causes.contains(Cause.BARRED)) {
      return new Badge("end", words.say("badge.barred"));
    }
    if (causes.contains(Cause.TERMINATED)) {
      return new Badge("end", words.say("badge.terminated"));
    }
    if (!causes.isEmpty() && GONE.containsAll(causes)) {
      return new Badge("gone", words.say(causes.contains(Cause.LEFT) ? "badge.left" : "badge.expired"));
    }
    return new Badge("end", because(words, words.say("standing.ended"), causes));
  }

  private static Badge none(Words words, List<Cause> causes) {
    List<Cause> further = causes.stream().filter(cause -> cause != Cause.NOT_SIGNED).toList();
    return new Badge("gone", because(words, words.say("standing.none"), further));
  }

  private static String because(Words words, String said, List<Cause> causes) {
    return causes.isEmpty() ? said : words.say("badge.with", said, listed(words, causes));
  }

  private static String listed(Words words, List<Cause> causes) {
    return causes.stream()
        .map(cause -> words.say("cause." + cause.word()))
        .reduce((left, right) -> words.say("badge.and", left, right))
        .orElse("");
  }
}
