package cn.xingheng.server.house.database;

import cn.xingheng.server.house.Settings;
import cn.xingheng.server.house.postgres.OwnPostgres;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Where PostgreSQL is. The schema is made as its owner; everything else works in the role of the application, which may
 * not change a fact.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

  private static final int CONNECTIONS = 10;
  private static final int WAIT_MILLIS = 3_000;

  /** Where and as whom to connect as the owner of the schema. */
  record Owner(String url, String user, String password) {

    @Override
    public String toString() {
      return "Owner[" + url + "]";
    }
  }

  /** The house's own PostgreSQL while there is no other; stopped when everything that uses it has gone. */
  static final class Running implements DisposableBean {
    private final Settings settings;
    private final java.util.Optional<OwnPostgres> own;

    Running(Settings settings) {
      this.settings = settings;
      this.own =
          settings.database().url() == null
              ? java.util.Optional.of(OwnPostgres.start(settings.data()))
              : java.util.Optional.empty();
    }

    Owner owner() {
      String url = settings.database().url();
      return own.map(postgres -> new Owner(postgres.url(), postgres.user(), postgres.password()))
          .orElseGet(
              () ->
                  new Owner(
                      java.util.Objects.requireNonNull(url), settings.database().user(),
                      settings.database().password()));
    }

    /** Starts it again when it has died. */
    void keep() {
      own.ifPresent(OwnPostgres::ensureRunning);
    }

    @Override
    public void destroy() {
      own.ifPresent(OwnPostgres::stop);
    }
  }

  @Bean
  Running postgres(Settings settings) {
    return new Running(settings);
  }

  @Bean
  @FlywayDataSource
  DataSource ownerSource(Running postgres) {
    HikariDataSource source = source(postgres.owner(), 2);
    source.setPoolName("owner");
    source.setMinimumIdle(0);
    return source;
  }

  @Bean
  @Primary
  DataSource source(Running postgres) {
    HikariDataSource source = source(postgres.owner(), CONNECTIONS);
    source.setPoolName("house");
    source.setConnectionInitSql("set role xingheng_app");
    return source;
  }

  private static HikariDataSource source(Owner owner, int connections) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(owner.url());
    source.setUsername(owner.user());
    source.setPassword(owner.password());
    source.setMaximumPoolSize(connections);
    source.setConnectionTimeout(WAIT_MILLIS);
    source.setInitializationFailTimeout(-1);
    return source;
  }
}
