package cn.xingheng.server.house.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a tool to its end, without a shell and without the caller's environment. */
final class Commands {
  private static final int NOT_RUN = 127;

  private Commands() {}

  /** How it ended and what it said; these tools say less than a pipe holds. */
  record Outcome(int code, String said) {
    boolean fine() {
      return code == 0;
    }
  }

  static Outcome run(List<String> command, Duration bound) {
    try {
      Process process = prepared(command).start();
      boolean ended = process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
        return new Outcome(NOT_RUN, command.getFirst() + ": " + bound + " passed");
      }
      return new Outcome(process.exitValue(),
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException notThere) {
      return new Outcome(NOT_RUN, String.valueOf(notThere.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Outcome(NOT_RUN, command.getFirst() + ": interrupted");
    }
  }

  /** Away from our terminal: Ctrl-C there is for us, and we stop the server when nobody needs it any more. */
  static List<String> inOwnSession(List<String> command) {
    boolean can = run(List.of("setsid", "true"), Duration.ofSeconds(10)).fine();
    return can ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
  }

  /** English messages, no variable that PostgreSQL or the loader would listen to. */
  static ProcessBuilder prepared(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .directory(new File("/"));
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    return builder;
  }
}
