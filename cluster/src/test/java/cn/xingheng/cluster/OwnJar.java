package cn.xingheng.cluster;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The jar for spark-submit as the build makes it: the classes of our modules and nothing else, none of the tests. */
final class OwnJar {
  private OwnJar() {}

  static Path write(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path entry : LocalCluster.ours().filter(path -> !path.endsWith("test-classes")).toList()) {
        if (Files.isDirectory(entry)) {
          add(entry, out);
        } else {
          try (FileSystem inside = FileSystems.newFileSystem(entry)) {
            add(inside.getPath("/"), out);
          }
        }
      }
    }
    return jar;
  }

  private static void add(Path root, JarOutputStream out) throws IOException {
    List<Path> classes;
    try (Stream<Path> all = Files.walk(root)) {
      classes = all.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class")).toList();
    }
    for (Path file : classes) {
      out.putNextEntry(new JarEntry(root.relativize(file).toString()));
      Files.copy(file, out);
    }
  }
}
