package cn.xingheng.server.house.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** How the house itself gets in: to see whether the server answers, and to make the database when it is new. */
record Door(String password) {
  private static final String WRONG_PASSWORD = "28P01";
  private static final String SECONDS = "5";

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Whether it answers with our database there; a refused password is a trouble of its own. */
  boolean opens(int port) {
    try (Connection connection = connect(port); Statement statement = connection.createStatement()) {
      boolean there;
      try (ResultSet found = statement.executeQuery(
          "select 1 from pg_database where datname = '" + OwnPostgres.DATABASE + "'")) {
        there = found.next();
      }
      if (!there) {
        statement.execute("create database " + OwnPostgres.DATABASE);
      }
      return true;
    } catch (SQLException refused) {
      if (WRONG_PASSWORD.equals(refused.getSQLState())) {
        throw new OwnPostgresTrouble(
            "数据库不接受口令文件里的口令。请从备份恢复口令文件，或恢复被改动的口令。",
            "The database refuses the password of the password file. Restore that file, or the changed password.",
            refused);
      }
      return false;
    }
  }

  private Connection connect(int port) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", OwnPostgres.OWNER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("loginTimeout", SECONDS);
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("sslmode", "disable");
    return DriverManager.getConnection(url(port, "postgres"), properties);
  }

  @Override
  public String toString() {
    return "Door[]";
  }
}
