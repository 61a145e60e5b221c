package cn.xingheng.server.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Plain SQL over a connection. */
final class Rows {

  private Rows() {}

  static <T> T first(Connection connection, String query, Class<T> type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row: " + query);
      }
      return rows.getObject(1, type);
    }
  }

  /** The first column of every row. */
  static List<String> all(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Tries a statement in the transaction under way and takes it back; how it was refused, or empty. */
  static Optional<PSQLException> refusal(Connection connection, String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("set constraints all immediate");
      return Optional.empty();
    } catch (PSQLException refused) {
      return Optional.of(refused);
    } finally {
      connection.rollback(before);
    }
  }
}
