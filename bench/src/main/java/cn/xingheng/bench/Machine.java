package cn.xingheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** 「机器」 On what the figures were taken, in words for the results. */
public final class Machine {
  private Machine() {}

  /** Day, processor, cores, memory, Java. */
  static String describe() throws IOException {
    String processor = field(Path.of("/proc/cpuinfo"), "model name");
    long memory = Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", ""));
    return "%s; %s, %d cores, %d GiB; %s %s; Linux %s".formatted(
        LocalDate.now(ZoneId.of("Asia/Shanghai")), processor, Runtime.getRuntime().availableProcessors(),
        Math.round(memory / 1048576.0), System.getProperty("java.vendor.version", "Java"),
        Runtime.version(), System.getProperty("os.version").replaceFirst("^(\\d+[.]\\d+).*", "$1"));
  }

  /** How many programs wanted to run in the last minute, on average. */
  public static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  private static String field(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.startsWith(name)).findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
  }
}
