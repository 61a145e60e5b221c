package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** 「案例文件」 The case files under a path. */
public final class CaseFiles {

  private CaseFiles() {}

  /**
   * The file itself, or the case files of the folder and its folders, in the order of their paths.
   *
   * @throws LawFault when nothing is there, or the folder holds no case file
   */
  public static List<Path> under(Path path) {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new LawFault(new Place(path.toString(), 1, 1), "没有这个文件或文件夹", "路径写错了");
      }
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> files = walk.filter(Files::isRegularFile).filter(CaseFiles::isCaseFile).sorted().toList();
      if (files.isEmpty()) {
        throw new LawFault(new Place(path.toString(), 1, 1), "文件夹里没有案例文件", "案例文件以 .yaml、.yml 或 .jsonl 结尾");
      }
      return files;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static boolean isCaseFile(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".jsonl");
  }
}
