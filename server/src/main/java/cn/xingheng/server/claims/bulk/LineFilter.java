package cn.xingheng.server.claims.bulk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which lines of a run; null is all, and an empty physician or cause is none. */
public record LineFilter(
    @Nullable String institution, @Nullable String physician, @Nullable String verdict, @Nullable String because) {

  /** All of them. */
  static final LineFilter ALL = new LineFilter(null, null, null, null);

  /** As the query of an address says it: what is not there, or a star, is all. */
  static LineFilter of(
      @Nullable String institution, @Nullable String physician, @Nullable String verdict, @Nullable String because) {
    return new LineFilter(
        SettlementPages.filter(institution), SettlementPages.filter(physician), SettlementPages.filter(verdict),
        SettlementPages.filter(because));
  }

  /** The same lines, however they were decided. */
  public LineFilter undecided() {
    return new LineFilter(institution, physician, null, null);
  }

  /** As it stands in the query of an address; empty, or with an ampersand at the end. */
  public String query() {
    return part("institution", institution) + part("physician", physician) + part("verdict", verdict)
        + part("because", because);
  }

  private static String part(String name, @Nullable String value) {
    return value == null
        ? ""
        : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
  }
}
