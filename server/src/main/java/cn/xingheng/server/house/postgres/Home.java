package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Where things lie in a data folder: {@code postgres.log} in the folder itself, the rest in its room {@code postgres}.
 *
 * <p>The room may be passed through by other accounts (the server may run as one), but not listed; the cluster and the
 * password are closed to them.
 */
record Home(Path folder) {
  /** Files that are being made; what a killed process left of them is swept at the next start. */
  static final String UNFINISHED = "new-";

  /** The real path of the folder, made when it is missing. */
  static Home in(Path dataFolder) throws IOException {
    Files.createDirectories(dataFolder);
    Home home = new Home(dataFolder.toRealPath());
    makeFolder(home.room(), "rwx--x--x");
    return home;
  }

  Path room() {
    return folder.resolve("postgres");
  }

  Path cluster() {
    return room().resolve("cluster");
  }

  Path password() {
    return room().resolve("password");
  }

  Path port() {
    return room().resolve("port");
  }

  Path lock() {
    return room().resolve("lock");
  }

  Path binaries() {
    return room().resolve("binaries");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  static void makeFolder(Path path, String mode) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  /** Removes what was left unfinished; only for whoever holds the lock of the folder. */
  void sweep() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(room(), UNFINISHED + "*")) {
      for (Path path : found) {
        deleteIfPossible(path);
      }
    }
  }

  /** A tool of a killed process may still be writing in there; then the next start removes it. */
  static void deleteIfPossible(Path tree) {
    try {
      delete(tree);
    } catch (IOException | UncheckedIOException leftForNextTime) {
      LoggerFactory.getLogger(Home.class).debug("{} stays for now", tree, leftForNextTime);
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(tree)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  /** Makes a rename in this folder survive a power cut. */
  static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
