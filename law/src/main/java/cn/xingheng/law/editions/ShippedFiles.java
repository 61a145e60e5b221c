package cn.xingheng.law.editions;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of files that travel with the program, in a jar or beside the classes. */
final class ShippedFiles {

  private ShippedFiles() {}

  /** What to do with a folder while it is open. */
  interface Use<T> {
    T with(Path folder) throws IOException;
  }

  /** Opens a shipped folder; empty when it is not there. */
  static <T> Optional<T> in(String folder, Use<T> use) {
    URL url = ShippedFiles.class.getResource(folder);
    if (url == null) {
      return Optional.empty();
    }
    try {
      if (!(url.openConnection() instanceof JarURLConnection inJar)) {
        return Optional.of(use.with(Path.of(url.toURI())));
      }
      // Opened by its path: a file system opened by its address can be open only once, and threads would collide.
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()), Map.of())) {
        return Optional.of(use.with(jar.getPath(folder)));
      }
    } catch (URISyntaxException | IOException cause) {
      throw new IllegalStateException("the shipped folder cannot be read: " + url, cause);
    }
  }

  /** The names of the files of a folder, sorted. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** Copies all files of a folder and its folders; returns how many. */
  static int copy(Path folder, Path into) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = into.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent() == null ? into : target.getParent());
      Files.copy(file, target);
    }
    return files.size();
  }
}
