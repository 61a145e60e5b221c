package cn.xingheng.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「输入输出文件」 The files of one run.
 *
 * @param standings who stood how, where and when: CSV, or a snapshot, see {@link SnapshotFile}
 * @param claims the lines to decide
 * @param verdicts to be written: one verdict a line
 * @param summary to be written: totals
 * @param rejects to be written: the lines that cannot be decided; null when nobody wants them
 */
public record MatchFiles(Path standings, Path claims, Path verdicts, Path summary, @Nullable Path rejects) {
  /** Refuses what a run could not read or write, before anything is read or written. */
  void check(MatchOptions options) throws UnusableInput {
    List<Path> seen = new ArrayList<>();
    for (Path input : List.of(standings, claims)) {
      checkInput(input);
      checkNew(seen, input);
    }
    if (options.resumable() && !(Files.isRegularFile(standings) && Files.isRegularFile(claims))) {
      throw new UnusableInput(claims.toString(), "a pipe cannot be gone on with 管道无法续读",
          "write it to a file first, or run without resuming.");
    }
    if (options.packing().isTable(summary)) {
      throw new UnusableInput(summary.toString(), "a summary is no table 汇总不是表格", "give it a name that ends in .json.");
    }
    for (Path output : outputs()) {
      checkOutput(output);
      checkNew(seen, output);
      if (options.resumable() && options.packing().packs(output)) {
        throw new UnusableInput(output.toString(), "a packed output cannot be gone on with 压缩的输出无法续写",
            "name it without the ending of the packing, and pack it afterwards.");
      }
    }
  }

  /** The same for one file that is made from another. */
  static void checkPair(Path input, Path output) throws UnusableInput {
    List<Path> seen = new ArrayList<>();
    checkInput(input);
    checkNew(seen, input);
    checkOutput(output);
    checkNew(seen, output);
  }

  List<Path> outputs() {
    return rejects == null ? List.of(verdicts, summary) : List.of(verdicts, summary, rejects);
  }

  private static void checkInput(Path input) throws UnusableInput {
    if (!Files.exists(input)) {
      throw new UnusableInput(input.toString(), "no such file 文件不存在",
          "the name is misspelt, or it is in another folder.");
    }
    if (Files.isDirectory(input) || !Files.isReadable(input)) {
      throw new UnusableInput(input.toString(), "cannot be read 无法读取",
          "it is a folder, or you lack the right to read it.");
    }
  }

  private static void checkOutput(Path output) throws UnusableInput {
    Path folder = folder(output);
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new UnusableInput(
          output.toString(),
          "its folder is missing or closed to you 输出文件夹不存在或不可写",
          "create the folder first: " + folder);
    }
    if (Files.exists(output) && !Files.isRegularFile(output)) {
      throw new UnusableInput(output.toString(), "is not a plain file 不是普通文件", "name a file that may be replaced.");
    }
  }

  private static void checkNew(List<Path> seen, Path path) throws UnusableInput {
    Path real = real(path);
    for (Path other : seen) {
      if (real.equals(other) || sameFile(real, other)) {
        throw new UnusableInput(path.toString(), "the same file is named twice 同一文件用了两次", "give each its own name.");
      }
    }
    seen.add(real);
  }

  /** Where a path leads: links followed, also those of the folder of a file that is not there yet. */
  static Path real(Path path) throws UnusableInput {
    try {
      return Files.exists(path)
          ? path.toRealPath()
          : folder(path).toRealPath().resolve(path.toAbsolutePath().normalize().getFileName());
    } catch (IOException lost) {
      throw new UnusableInput(path.toString(), "cannot be found 找不到: " + lost.getMessage(), "the folder is missing.");
    }
  }

  private static boolean sameFile(Path one, Path other) throws UnusableInput {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException lost) {
      throw new UnusableInput(one.toString(), "cannot be read 无法读取: " + lost.getMessage(), "it has just been removed.");
    }
  }

  /** Where a file lies. */
  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
