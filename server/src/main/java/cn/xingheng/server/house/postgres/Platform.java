package cn.xingheng.server.house.postgres;

import java.util.Locale;

/** Which archive of programs this machine needs. */
final class Platform {
  private Platform() {}

  static String archive(String system, String processor) {
    return switch (system.toLowerCase(Locale.ROOT) + " " + processor.toLowerCase(Locale.ROOT)) {
      case "linux amd64", "linux x86_64" -> "postgres-linux-x86_64.txz";
      case "linux aarch64", "linux arm64" -> "postgres-linux-arm_64.txz";
      default -> throw new OwnPostgresTrouble(
          "自带的 PostgreSQL 只支持 Linux（amd64、arm64），本机是 %s %s。请填写外部 PostgreSQL 15 及以上版本的数据库地址。"
              .formatted(system, processor),
          "The own PostgreSQL runs on Linux (amd64, arm64) only, not on %s %s. Give the URL of a PostgreSQL 15+."
              .formatted(system, processor));
    };
  }
}
