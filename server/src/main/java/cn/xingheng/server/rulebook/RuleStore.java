package cn.xingheng.server.rulebook;

import cn.xingheng.server.house.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What lies in files: a deployment's official texts, and the cases that travel with the program. */
@Component
class RuleStore {
  private static final long LONGEST = 4L << 20;
  private final Path texts;

  RuleStore(Settings settings) {
    this.texts = settings.data().resolve("law").resolve("texts");
  }

  /** The official text of an edition, where the deployment has put one. */
  Optional<String> text(String edition) {
    Path file = texts.resolve(edition + ".txt");
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Work in a folder that is gone afterwards. */
  interface Use<T> {
    T in(Path folder) throws IOException;
  }

  /** Does work in a folder of its own. */
  <T> T temporarily(Use<T> use) {
    try {
      Path folder = Files.createTempDirectory("xingheng-rules");
      try {
        return use.in(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Hands over the text of each file of a folder, by its name within it. */
  static void each(Path folder, List<Path> files, BiConsumer<String, String> taker) throws IOException {
    for (Path file : files) {
      taker.accept(folder.relativize(file).toString(), Files.readString(file));
    }
  }

  /** A file of this text. */
  static Path file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name.substring(name.lastIndexOf('/') + 1)), text);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
