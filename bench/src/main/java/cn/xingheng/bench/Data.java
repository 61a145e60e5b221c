package cn.xingheng.bench;

import cn.xingheng.bench.peers.ParquetFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * 「数据目录」 The files of the comparisons in one folder, made when they are missing.
 *
 * @param folder where all of it lies
 */
record Data(Path folder) {
  private static final long SEED = 1;
  /** What a line takes on the disk, as CSV, Parquet, and the verdicts of two programs. */
  private static final long BYTES_A_LINE = 75 + 35 + 2 * 25;

  Path standings(Scale scale) {
    return of(scale).resolve("standings.csv");
  }

  /** Where the programs write what they find. */
  Path out(String name) throws IOException {
    return Files.createDirectories(folder.resolve("out")).resolve(name);
  }

  /** The claims as CSV, with the standings beside them. */
  Path claims(Scale scale, int lines) throws IOException, InterruptedException {
    Path file = of(scale).resolve("claims-" + lines + ".csv");
    if (!Files.exists(file) || !Files.exists(standings(scale))) {
      Files.createDirectories(of(scale));
      mustHaveRoom(lines * BYTES_A_LINE);
      System.out.printf("writing %s%n", file);
      Measured.run(Programs.java(List.of("-Xmx2g"), ClaimFiles.class, of(scale).toString(), String.valueOf(lines),
          String.valueOf(scale.physicians()), String.valueOf(scale.institutions()), String.valueOf(scale.spans()),
          String.valueOf(SEED)), folder);
    }
    return file;
  }

  /** The same lines as Parquet. */
  Path parquet(Scale scale, int lines) throws IOException, InterruptedException {
    Path file = of(scale).resolve("claims-" + lines + ".parquet");
    if (!Files.exists(file)) {
      System.out.printf("writing %s%n", file);
      Measured.run(Programs.java(List.of("-Xmx512m"), ParquetFile.class, claims(scale, lines).toString(),
          file.toString()), folder);
    }
    return file;
  }

  /** A claims file of one line. */
  Path oneLine(Scale scale, int lines) throws IOException, InterruptedException {
    Path file = of(scale).resolve("claims-one-line.csv");
    try (BufferedReader reader = Files.newBufferedReader(claims(scale, lines))) {
      Files.write(file, reader.lines().limit(2).toList());
    }
    return file;
  }

  /** The standings as a snapshot, packed by the command that is shipped. */
  Path snapshot(Scale scale, int lines, Programs programs) throws IOException, InterruptedException {
    Path file = of(scale).resolve("standings.xhs");
    if (!Files.exists(file)) {
      claims(scale, lines);
      System.out.printf("writing %s%n", file);
      Measured.run(programs.shipped(scale, "standings", "pack", standings(scale).toString(), "--out",
          file.toString()),
          folder);
    }
    return file;
  }

  private Path of(Scale scale) {
    return folder.resolve(scale.name());
  }

  private void mustHaveRoom(long bytes) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    if (disk.getUsableSpace() < bytes) {
      throw new IOException("%s has room for %,d MB, %,d MB are needed".formatted(folder, disk.getUsableSpace() >> 20,
          bytes >> 20));
    }
  }
}
