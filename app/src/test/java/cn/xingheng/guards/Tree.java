package cn.xingheng.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The source tree: every text file from the root down, without what is built, fetched or private to a machine. */
final class Tree {
  private static final Set<String> SKIPPED = Set.of("target", "data", ".git", ".idea", ".vscode", ".settings");
  private static final Set<String> FOREIGN = Set.of("mvnw");
  private static final Set<String> TEXTS = Set.of(
      "java", "md", "xml", "yaml", "yml", "json", "jsonl", "csv", "properties", "config", "sh", "txt", "gitignore");
  private static final long LARGEST = 4 << 20;

  private Tree() {}

  /** One text file; the path is relative to the root, with slashes. */
  record Source(String path, String text) {
    List<String> lines() {
      return text.lines().toList();
    }

    boolean java() {
      return path.endsWith(".java");
    }

    /** Shipped Java of one of these modules. */
    boolean mainOf(String... modules) {
      for (String module : modules) {
        if (java() && path.startsWith(module + "/src/main/java/")) {
          return true;
        }
      }
      return false;
    }
  }

  /** The root of the repository: the build names it, an editor's run finds it. */
  static Path root() {
    String named = System.getProperty("xingheng.root");
    Path folder = Path.of(named == null ? "" : named).toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("no folder with mvnw above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }

  static List<Source> read(Path root) {
    List<Source> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          return SKIPPED.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          if (attributes.isRegularFile() && attributes.size() < LARGEST && text(name(file))) {
            String path = root.relativize(file).toString().replace('\\', '/');
            found.add(new Source(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    found.sort(Comparator.comparing(Source::path));
    return found;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static boolean text(String name) {
    int dot = name.lastIndexOf('.');
    return !FOREIGN.contains(name) && (dot < 0 || TEXTS.contains(name.substring(dot + 1)));
  }
}
