package cn.xingheng.server.claims.bulk;

/**
 * A settled line with the verdict it was settled by.
 *
 * @param ended why it counts no longer, or {@link Reason#TURNED} while it counts: then only its verdict can turn
 */
record Settled(Origin origin, Line line, Reason ended) {

  /** What its items are found by: the claim id of a loaded line, the number of an upload. */
  String key() {
    return switch (origin) {
      case LOADED -> line.claimId();
      case UPLOADED -> Long.toString(line.line());
    };
  }

  boolean counts() {
    return ended == Reason.TURNED;
  }
}
