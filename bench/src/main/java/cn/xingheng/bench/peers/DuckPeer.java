package cn.xingheng.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * 「DuckDB 对手」 The same matching as SQL: a hash join on the codes with the days as a residual.
 *
 * <p>{@code DuckPeer PLAN STANDINGS CLAIMS VERDICTS TOTALS}; the plan is {@code codes}, which joins on the codes as
 * they are, or {@code numbers}, which looks both codes up in dictionaries first and joins on one integer. Claims may be
 * CSV or Parquet. What it settles for: it reads every column by its type and stops at a fault, but does not limit how
 * long codes are, and lists no rejects.
 */
public final class DuckPeer {
  private DuckPeer() {}

  /** Runs one plan. */
  public static void main(String[] args) throws IOException, SQLException {
    String script = script("duckdb-tables.sql") + script("duckdb-" + args[0] + ".sql") + script("duckdb-answers.sql");
    run(script.replace("{standings}", args[1]).replace("{claims}", source(args[2]))
        .replace("{verdicts}", args[3]).replace("{totals}", args[4])
        .replace("{threads}", String.valueOf(Runtime.getRuntime().availableProcessors())));
  }

  /** Writes the lines of a CSV file as Parquet, typed, in the order of the lines. */
  static void toParquet(String csv, String parquet) throws SQLException {
    run("CREATE TYPE setting AS ENUM ('outpatient', 'inpatient', 'emergency', 'rescue');\nCOPY (SELECT * REPLACE "
        + "(setting::VARCHAR AS setting) FROM " + source(csv) + ") TO '" + parquet + "' (FORMAT parquet);\n");
  }

  private static String source(String claims) {
    return claims.endsWith(".parquet")
        ? "read_parquet('" + claims + "')"
        : """
            read_csv('%s', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
              columns = {'claim_id': 'VARCHAR', 'issued_at': 'TIMESTAMP', 'physician_code': 'VARCHAR',
                'institution_code': 'VARCHAR', 'setting': 'setting', 'amount_fen': 'BIGINT'})""".formatted(claims);
  }

  static String script(String name) throws IOException {
    try (InputStream in = DuckPeer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void run(String script) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:"); Statement statement =
        database.createStatement()) {
      for (String sql : script.split(";\\s*\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
