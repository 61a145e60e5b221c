package cn.xingheng.server.house.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per content of the archive that this build carries.
 *
 * <p>Unpacked beside and renamed, with a list of names and sizes written last: a folder that a killed process or a
 * power cut left half-made is found out by the list and made anew.
 */
record Binaries(Path folder) {
  private static final String LIST = "files.list";
  private static final int NAME_LENGTH = 16;

  static Binaries unpacked(Path cache, String archive) throws IOException {
    Home.makeFolder(cache, "rwxr-xr-x");
    Binaries binaries = new Binaries(cache.resolve(fingerprint(archive)));
    if (binaries.whole()) {
      return binaries;
    }
    Path unfinished = Files.createTempDirectory(cache, Home.UNFINISHED);
    try {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(archive, unfinished);
      Home.delete(binaries.folder);
      Files.move(unfinished, binaries.folder, StandardCopyOption.ATOMIC_MOVE);
      Home.flush(cache);
    } catch (IOException failed) {
      if (!binaries.whole()) {
        throw failed;
      }
    } finally {
      Home.deleteIfPossible(unfinished);
    }
    return binaries;
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** Removes what earlier builds and killed processes left in a cache that nobody else uses. */
  void alone() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.resolve("..").normalize())) {
      for (Path other : all) {
        if (!other.equals(folder)) {
          Home.deleteIfPossible(other);
        }
      }
    }
  }

  /** Whether every file of the list is there in its size. */
  boolean whole() throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.exists(list)) {
      return false;
    }
    List<String> lines = Files.readAllLines(list);
    for (String line : lines) {
      int tab = line.indexOf('\t');
      Path file = folder.resolve(line.substring(tab + 1));
      if (tab < 0 || !Files.isRegularFile(file) || Files.size(file) != Long.parseLong(line.substring(0, tab))) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  private static void unpack(String archive, Path into) throws IOException {
    List<Path> files = new ArrayList<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(
        new BufferedInputStream(new XZInputStream(open(archive)), 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException(archive + " leads outside: " + entry.getName());
        }
        unpack(entry, tar, path);
        if (!entry.isDirectory()) {
          files.add(path);
        }
      }
    }
    List<String> list = new ArrayList<>();
    for (Path file : files) {
      list.add(Files.size(file) + "\t" + into.relativize(file));
    }
    Files.write(into.resolve(LIST), list);
  }

  private static void unpack(TarArchiveEntry entry, InputStream tar, Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    } else {
      try (OutputStream out = Files.newOutputStream(path)) {
        tar.transferTo(out);
      }
    }
    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
  }

  /** The nine bits of the archive; the order of the constants is that of the bits. */
  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((mode & (1 << (all.length - 1 - i))) != 0) {
        granted.add(all[i]);
      }
    }
    return granted;
  }

  private static String fingerprint(String archive) throws IOException {
    try (DigestInputStream in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static InputStream open(String archive) throws IOException {
    InputStream in = Binaries.class.getResourceAsStream("/" + archive);
    if (in == null) {
      throw new OwnPostgresTrouble(
          "本程序未附带 %s。请改用完整的发行包，或填写外部 PostgreSQL 15 及以上版本的数据库地址。".formatted(archive),
          "This build does not carry %s. Use the complete one, or give the URL of a PostgreSQL 15 or later."
              .formatted(archive));
    }
    return in;
  }
}
