package cn.xingheng.server.house.database;

import cn.xingheng.server.house.postgres.OwnPostgresTrouble;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence, and not in a hundred lines, why the house cannot open its database, and what to do. */
public final class StartTrouble implements FailureAnalyzer {
  private static final String OTHER_SCHEMA =
      "数据库由另一个版本的程序建立，表结构与本程序的不同，没有改动任何内容。"
          + "\nThe database was made by another version of the program; its schema differs. Nothing was changed.";
  private static final String OTHER_SCHEMA_DO =
      "用原来的版本打开；或换一个空的数据目录或数据库（--data，xingheng.database.url）。演示数据可删除目录后重建。"
          + "\nOpen it with that version, or name an empty data folder or database."
          + " A demonstration's folder may be deleted.";
  private static final String OWN_DO = "按上面所说处理后再启动。\nSee to it and start again.";

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FlywayValidateException) {
        return new FailureAnalysis(OTHER_SCHEMA, OTHER_SCHEMA_DO, failure);
      }
      if (cause instanceof OwnPostgresTrouble trouble) {
        return new FailureAnalysis(trouble.getMessage(), OWN_DO, failure);
      }
    }
    return null;
  }
}
