package cn.xingheng.server.claims.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Objects;

/** A line as it stands in a row of one of the stores. */
final class LineRow {
  private LineRow() {}

  /** Of the columns line, claim_id, issued_at, physician, institution, setting, fen, verdict, because. */
  static Line read(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("line"), row.getString("claim_id"),
        Objects.requireNonNull(row.getObject("issued_at", LocalDateTime.class)), row.getString("physician"),
        row.getString("institution"), row.getString("setting"), row.getLong("fen"), row.getString("verdict"),
        row.getString("because"));
  }
}
