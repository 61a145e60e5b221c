package cn.xingheng.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * 「一次测量」 What one whole process took, its children included, as GNU time says.
 *
 * @param wall seconds from start to end
 * @param user seconds of processor time in the program
 * @param system seconds of processor time in the kernel
 * @param peak kilobytes resident at most, of the largest single process
 * @param said the last line that it wrote, if any
 */
record Measured(double wall, double user, double system, long peak, String said) {
  private static final String TIME = "/usr/bin/time";

  double cpu() {
    return user + system;
  }

  double megabytes() {
    return peak / 1024.0;
  }

  /** Runs a command to its end; its output is shown only when it fails. */
  static Measured run(List<String> command, Path folder) throws IOException, InterruptedException {
    Path figures = folder.resolve("time");
    File said = folder.resolve("said").toFile();
    List<String> timed = new ArrayList<>(List.of(TIME, "-q", "-f", "%e %U %S %M", "-o", figures.toString()));
    timed.addAll(command);
    int code = new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(said).start().waitFor();
    if (code != 0) {
      throw new IOException("exit code " + code + " of " + String.join(" ", command) + System.lineSeparator()
          + Files.readString(said.toPath()));
    }
    String[] figure = Files.readString(figures).strip().split(" ", -1);
    return new Measured(Double.parseDouble(figure[0]), Double.parseDouble(figure[1]), Double.parseDouble(figure[2]),
        Long.parseLong(figure[3]), Files.readString(said.toPath()).lines().reduce("", (before, line) -> line));
  }
}
