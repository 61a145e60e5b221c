package cn.xingheng.cluster;

import cn.xingheng.formats.ParquetClaims;
import cn.xingheng.match.ClaimsHeader;
import cn.xingheng.match.UnusableInput;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of claims of a run in their order, and the splits that they are cut into. */
final class ClaimFiles {
  private final Storage storage;
  private final List<ClaimFile> files = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  private ClaimFiles(Storage storage) {
    this.storage = storage;
  }

  /**
   * Finds them: paths in the order in which they are named, the files of a folder by name, hidden ones passed over.
   *
   * @throws UnusableInput when one cannot be used, or when there is none
   */
  static ClaimFiles find(Storage storage, List<String> paths) throws IOException {
    ClaimFiles found = new ClaimFiles(storage);
    for (String path : paths) {
      found.add(path);
    }
    boolean parquet = found.isParquet();
    for (ClaimFile file : found.files) {
      if ((file.kind() == ClaimFile.Kind.PARQUET) != parquet) {
        throw new UnusableInput(file.name(), "CSV and Parquet in one run 同一次运行中既有 CSV 又有 Parquet",
            "match the files of each kind by themselves.");
      }
    }
    return found;
  }

  private void add(String named) throws IOException {
    Path path = new Path(named);
    FileSystem system = storage.of(path);
    FileStatus status;
    try {
      status = system.getFileStatus(path);
    } catch (FileNotFoundException missing) {
      throw new UnusableInput(named, "no such file 文件不存在", "the name is misspelt, or it is in another folder.");
    }
    if (status.isFile()) {
      add(named, status);
      return;
    }
    List<FileStatus> inside = Arrays.stream(system.listStatus(path))
        .filter(file -> file.isFile() && !isHidden(file.getPath().getName()))
        .sorted(Comparator.comparing((FileStatus file) -> file.getPath().getName())).toList();
    if (inside.isEmpty()) {
      throw new UnusableInput(named, "no file in this folder 文件夹里没有文件", "the files are in another folder.");
    }
    for (FileStatus file : inside) {
      add(named + "/" + file.getPath().getName(), file);
    }
  }

  /** As everywhere with Hadoop: what begins so is for programs. */
  private static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  private void add(String name, FileStatus status) throws IOException {
    if (!seen.add(status.getPath())) {
      throw new UnusableInput(name, "the same file is named twice 同一文件用了两次", "give each its own name.");
    }
    ClaimFile.Kind kind = ClaimFile.Kind.of(status.getPath().getName());
    if (kind == ClaimFile.Kind.PARQUET) {
      HadoopInput input = new HadoopInput(storage.of(status.getPath()), status.getPath());
      try (ParquetClaims claims = ParquetClaims.open(name, input)) {
        byte[] header = ParquetClaims.HEADER.getBytes(StandardCharsets.UTF_8);
        files.add(new ClaimFile(
            name, status, kind, ClaimsHeader.read(name, new ByteArrayInputStream(header)), claims.rowGroups()));
      }
      return;
    }
    InputStream bytes = storage.open(status.getPath());
    try (InputStream in = kind == ClaimFile.Kind.PLAIN ? bytes : Unpacked.of(name, bytes)) {
      files.add(new ClaimFile(name, status, kind, ClaimsHeader.read(name, in), List.of()));
    }
  }

  boolean isParquet() {
    return files.getFirst().kind() == ClaimFile.Kind.PARQUET;
  }

  List<ClaimFile> list() {
    return List.copyOf(files);
  }

  /** Whether this is a file of claims. */
  boolean contains(Path path) throws IOException {
    return seen.contains(storage.of(path).makeQualified(path));
  }

  /** The splits of all files, in order. */
  List<Split> splits(long splitBytes) {
    List<Split> all = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      List<Long> places = places(files.get(file), splitBytes);
      for (int i = 0; i + 1 < places.size(); i++) {
        all.add(split(file, i, places.get(i), places.get(i + 1)));
      }
    }
    return all;
  }

  private Split split(int number, int split, long from, long to) {
    ClaimFile file = files.get(number);
    boolean guessed = file.kind() == ClaimFile.Kind.PLAIN && split > 0;
    return new Split(number, split, file.status().getPath().toString(), file.name(), file.kind(), file.header(),
        from, to, guessed ? Split.UNKNOWN : from);
  }

  /** Where the splits of a file begin, and the end of the last. */
  private static List<Long> places(ClaimFile file, long splitBytes) {
    long length = file.status().getLen();
    List<Long> places = new ArrayList<>();
    switch (file.kind()) {
      case PLAIN -> {
        places.add((long) file.header().bytes());
        for (long place = splitBytes; place < length; place += splitBytes) {
          places.add(place);
        }
        places.add(length);
      }
      case PACKED -> places.addAll(List.of(0L, 1L));
      case PARQUET -> places.addAll(groups(file.rowGroups(), length, splitBytes));
    }
    return places;
  }

  /** Row groups together until they have, by their share of the rows, the bytes of a split. */
  static List<Long> groups(List<Long> rows, long length, long splitBytes) {
    long all = Math.max(1, rows.stream().mapToLong(Long::longValue).sum());
    long wanted = Math.max(1, (long) ((double) splitBytes / length * all));
    List<Long> places = new ArrayList<>(List.of(0L));
    long together = 0;
    for (int group = 0; group < rows.size() - 1; group++) {
      together += rows.get(group);
      if (together >= wanted) {
        places.add(group + 1L);
        together = 0;
      }
    }
    places.add((long) rows.size());
    return places;
  }

  /** Refuses files that are no longer what they were when the run began. */
  void checkUnchanged() throws IOException {
    for (ClaimFile file : files) {
      FileStatus before = file.status();
      FileStatus now = storage.of(before.getPath()).getFileStatus(before.getPath());
      if (now.getLen() != before.getLen() || now.getModificationTime() != before.getModificationTime()) {
        throw changed(file.name());
      }
    }
  }

  static UnusableInput changed(String name) {
    return new UnusableInput(name, "changed while it was read 读取期间文件被改动",
        "another program was still writing it: run again when it is done.");
  }
}
