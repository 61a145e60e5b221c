package cn.xingheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.xingheng.server.house.database.StartTrouble;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

@DisplayName("打不开数据库")
class StartTroubleTest {
  @TempDir Path temporary;

  private static @Nullable FailureAnalysis said(Throwable failure) {
    List<FailureAnalyzer> analyzers =
        SpringFactoriesLoader.forDefaultResourceLocation(StartTrouble.class.getClassLoader())
            .load(FailureAnalyzer.class, (type, name, fault) -> { });
    return analyzers.stream().filter(StartTrouble.class::isInstance).findFirst().orElseThrow().analyze(failure);
  }

  @Test
  @DisplayName("别的版本建的库：一句话说清，说怎么办，库里一行不动；对照：没动过的库照开，别的故障不归它说")
  void anotherVersionsSchema() throws Exception {
    Path data = temporary.resolve("data");
    try (OwnHouse house = OwnHouse.in(data)) {
      Ward.in(house::bean);
    }
    try (OwnHouse house = OwnHouse.in(data); Connection owner = owner(house); Statement sql = owner.createStatement()) {
      sql.execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
    }
    Throwable failure = catchThrowable(() -> OwnHouse.in(data).close());
    assertThat(failure).isNotNull();
    FailureAnalysis said = Objects.requireNonNull(said(failure));
    assertThat(said.getDescription()).contains("另一个版本").contains("another version");
    assertThat(said.getAction()).contains("--data");
    assertThat(said(new IllegalStateException("planted"))).isNull();
  }

  private static Connection owner(OwnHouse house) throws Exception {
    HikariDataSource source = (HikariDataSource) house.bean(DataSource.class);
    return DriverManager.getConnection(source.getJdbcUrl(), source.getUsername(), source.getPassword());
  }
}
