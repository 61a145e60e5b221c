package cn.xingheng.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** 「演示样本」 The shipped sample: facts, claims, names, and the day it looks at; unpacked while it is used. */
final class DemoSample implements AutoCloseable {
  private static final List<String> FILES =
      List.of("facts.yaml", "claims.csv", "roster.csv", "sample.properties", "next.txt");

  private final Path folder;
  private final Map<String, String> names = new HashMap<>();
  private final Properties properties = new Properties();

  private DemoSample(Path folder) {
    this.folder = folder;
  }

  /** Unpacks the sample into a folder of its own. */
  static DemoSample open() throws IOException {
    DemoSample sample = new DemoSample(Files.createTempDirectory("xingheng-demo"));
    for (String name : FILES) {
      try (InputStream in = DemoSample.class.getResourceAsStream("/demo/" + name)) {
        if (in == null) {
          throw new IllegalStateException("not shipped: demo/" + name);
        }
        Files.copy(in, sample.file(name));
      }
    }
    sample.read();
    return sample;
  }

  private void read() throws IOException {
    for (String line : Files.readAllLines(file("roster.csv"))) {
      int comma = line.indexOf(',');
      names.put(line.substring(0, comma), line.substring(comma + 1));
    }
    try (InputStream in = Files.newInputStream(file("sample.properties"))) {
      properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  /** A file of the sample, or one to be written beside it. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** The day that the sample looks at, whatever day it is. */
  LocalDate day() {
    return LocalDate.parse(properties.getProperty("day"));
  }

  /** The physician whose suspension is explained. */
  String explained() {
    return properties.getProperty("explain");
  }

  /** What people call the holder of a code; the code itself where nobody has said. */
  String name(String code) {
    return names.getOrDefault(code, code);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
