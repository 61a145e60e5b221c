package cn.xingheng.server.house.database;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether the house's own PostgreSQL runs, and starts it again when it does not. */
@Component
class Keeper {
  private final DatabaseSetup.Running postgres;

  Keeper(DatabaseSetup.Running postgres) {
    this.postgres = postgres;
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
  void keep() {
    postgres.keep();
  }
}
