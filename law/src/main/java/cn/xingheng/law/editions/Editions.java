package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Near;
import cn.xingheng.law.yaml.Place;
import cn.xingheng.law.yaml.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The editions that are shipped, and any other from its file. */
public final class Editions {

  private static final String FOLDER = "/editions";
  private static final String CASES = "/cases/good/";
  private static final String ENDING = ".yaml";

  private Editions() {}

  /** The ids of the shipped editions, in alphabetical order: whichever files stand in the folder. */
  public static List<String> shipped() {
    return ShippedFiles.in(FOLDER, ShippedFiles::names).orElse(List.of()).stream()
        .filter(name -> name.endsWith(ENDING))
        .map(name -> name.substring(0, name.length() - ENDING.length()))
        .toList();
  }

  /**
   * Copies the cases that are shipped with an edition into a folder.
   *
   * @return how many files there are; 0 when the edition is shipped without cases, or not shipped
   */
  public static int copyCases(String id, Path into) {
    return shipped().contains(id)
        ? ShippedFiles.in(CASES + id, folder -> ShippedFiles.copy(folder, into)).orElse(0)
        : 0;
  }

  /**
   * The edition with a shipped id, or the one in a file.
   *
   * @param idOrPath an id; or a path, which ends in {@code .yaml} or holds a slash
   * @param base the folder from which a relative path goes
   * @throws LawFault when there is no such edition, or its file is faulty
   */
  public static Edition load(String idOrPath, Path base) {
    return EditionReader.read(source(idOrPath, base));
  }

  /** The text of the edition that {@link #load} reads. */
  public static Source source(String idOrPath, Path base) {
    if (isPath(idOrPath)) {
      return Source.read(base.resolve(idOrPath));
    }
    if (!shipped().contains(idOrPath)) {
      throw new LawFault(new Place(idOrPath, 1, 1), "没有 `" + idOrPath + "` 这个规则版本", Near.hint(idOrPath, shipped()));
    }
    String name = FOLDER + "/" + idOrPath + ENDING;
    try (InputStream stream = Editions.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("listed but not there: " + name);
      }
      return Source.of(name.substring(1), stream.readAllBytes());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Whether this names a file, and not a shipped edition. */
  public static boolean isPath(String idOrPath) {
    return idOrPath.endsWith(ENDING) || idOrPath.endsWith(".yml") || idOrPath.contains("/")
        || idOrPath.contains("\\");
  }
}
