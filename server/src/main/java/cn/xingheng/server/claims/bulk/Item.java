package cn.xingheng.server.claims.bulk;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * One turn of one line, from paid to refused or back.
 *
 * @param origin of the line
 * @param run where a loaded line stands; 0 of an upload, whose number is the line's
 * @param turn the how manieth of the line, from 1
 * @param step how many steps were taken with it
 * @param knownNo the change by which it was found, at least
 * @param reason why it came to be
 */
public record Item(
    long id, String agency, Kind kind, State state, int step, int turn, Line line, long run, YearMonth month,
    String verdictBefore, String becauseBefore, String verdictAfter, String becauseAfter, List<String> articles,
    long knownNo, Origin origin, Reason reason) {
  public Item {
    articles = List.copyOf(articles);
  }

  /** What its line is found by: {@link Settled#key()}. */
  String key() {
    return new Settled(origin, line, reason).key();
  }

  /** Where its line is shown. */
  public String address() {
    return switch (origin) {
      case LOADED -> "/settlement/" + run + "/lines/" + line.line();
      case UPLOADED -> "/settlement/uploaded/" + line.line();
    };
  }

  /** Which way the money goes. */
  public enum Kind {
    PAY,
    RECOVER;

    /** The word in addresses and files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is. */
  public enum State {
    LISTED,
    SENT,
    SETTLED,
    DISPUTED,
    /** Turned back before it was sent: as if it had never been listed. */
    WITHDRAWN;

    /** The word in addresses and files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person may take it from here to there; only a second look withdraws. */
    public boolean leadsTo(State next) {
      return switch (this) {
        case LISTED -> next == SENT;
        case SENT -> next == SETTLED || next == DISPUTED;
        case DISPUTED -> next == SETTLED;
        case SETTLED, WITHDRAWN -> false;
      };
    }
  }
}
