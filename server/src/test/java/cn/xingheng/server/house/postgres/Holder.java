package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A Java process of its own that starts the server, says where, and then waits to be killed. */
record Holder(Process process, Path answer) {
  private static final Patience LONG_ENOUGH = new Patience(Duration.ofSeconds(60));

  /** {@code dataFolder programs answer}: the answer file gets the URL, or the trouble. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path answer = Path.of(args[2]);
    Path unfinished = answer.resolveSibling(answer.getFileName() + ".part");
    Files.writeString(unfinished, outcome(Path.of(args[0]), Path.of(args[1])));
    Files.move(unfinished, answer, StandardCopyOption.ATOMIC_MOVE);
    new CountDownLatch(1).await();
  }

  private static String outcome(Path dataFolder, Path programs) {
    long begin = System.nanoTime();
    try {
      String url = OwnPostgres.start(dataFolder, programs).url();
      return url + " " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms";
    } catch (OwnPostgresTrouble trouble) {
      return String.valueOf(trouble.getMessage());
    }
  }

  static Holder of(Path dataFolder, Path programs, Path answers) throws IOException {
    Path answer = Files.createTempDirectory(answers, "answer").resolve("answer");
    List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx200m", "-Dfile.encoding=UTF-8",
        "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Holder.class.getName(), dataFolder.toString(), programs.toString(), answer.toString());
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true).redirectOutput(answer.resolveSibling("output").toFile()).start();
    return new Holder(process, answer);
  }

  String says() throws IOException {
    if (!LONG_ENOUGH.until(() -> Files.exists(answer) || !process.isAlive()) || !Files.exists(answer)) {
      throw new AssertionError("no answer: " + Files.readString(answer.resolveSibling("output")));
    }
    return Files.readString(answer);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
