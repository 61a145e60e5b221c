package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.JsonLine;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import cn.xingheng.law.yaml.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * 「案例阅读器」 Reads case files: YAML of one or many documents, or JSON lines ({@code .jsonl}), one case a line.
 *
 * <p>Strict: whatever is misspelt, missing, of another type, impossible or dangling is a {@link LawFault} with its
 * place. A YAML file is refused whole with all its faults; JSON lines are read one by one.
 */
public final class CaseReader {

  /** 「用途」 What the case is read for. */
  public enum Use {
    /** to be run: its name and its expectations are required */
    RUN,
    /** to be explained: its name and its expectations may be missing */
    EXPLAIN,
    /** for its facts: a name is not needed and {@code expect} is passed over */
    FACTS
  }

  private CaseReader() {}

  /**
   * The cases of a file, lazily for JSON lines; close the stream.
   *
   * @throws LawFault when the file is not there or is faulty; for JSON lines while the stream is read
   */
  public static Stream<Case> cases(Path file, Use use) {
    return unread(file, use).map(Supplier::get);
  }

  /**
   * The cases of a file, each still to be read, so that many hands can read them; close the stream.
   * Reading one throws {@link LawFault} when it is faulty.
   */
  public static Stream<Supplier<Case>> unread(Path file, Use use) {
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      throw new LawFault(new Place(name, 1, 1), "没有这个文件", "路径写错了，或者文件不在此处");
    }
    if (isJsonLines(file)) {
      return TextLines.of(file)
          .map(line -> () -> CaseShape.read(JsonLine.parse(name, line.number(), line.text()), use));
    }
    List<Case> cases = Faults.each(documents(file), document -> CaseShape.read(document, use));
    return cases.stream().map(one -> () -> one);
  }

  /** Whether the file is JSON lines. */
  static boolean isJsonLines(Path file) {
    return file.toString().endsWith(".jsonl");
  }

  private static List<Element> documents(Path file) {
    Place start = new Place(file.toString(), 1, 1);
    try {
      if (Files.size(file) > Limits.YAML_BYTES) {
        throw new LawFault(start, "文件超过 " + (Limits.YAML_BYTES >> 20) + " MiB", "改成 .jsonl，每行一个案例");
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    List<Element> documents = Source.read(file).documents();
    if (documents.isEmpty()) {
      throw new LawFault(start, "文件里没有案例", "文件是空的，或全是注释");
    }
    return documents;
  }
}
