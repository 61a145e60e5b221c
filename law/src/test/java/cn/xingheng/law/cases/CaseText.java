package cn.xingheng.law.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes case files for tests, and reads them. */
final class CaseText {

  static final String SIGNED = "{on: 2026-01-01, what: signed, person: zhang, at: h1}";
  static final String DEDUCTED =
      "{on: 2026-03-10, what: deducted, id: d1, person: zhang, at: h1, item: \"3.1\", act: 2026-02-20,"
          + " served: 2026-03-11}";
  static final String SUSPENDED =
      "{on: 2026-04-07, what: suspended, id: s1, person: zhang, months: 2, served: 2026-04-08}";
  static final String POINTS = "{on: 2026-03-10, person: zhang, points: 6}";

  private final Path folder;

  CaseText(Path folder) {
    this.folder = folder;
  }

  /** A document with these facts and expectations; the first fact stands on line 4. */
  static String document(String edition, List<String> facts, List<String> expectations) {
    StringBuilder text = new StringBuilder("case: 测试案例\nedition: " + edition + "\ngiven:\n");
    facts.forEach(fact -> text.append("  - ").append(fact).append('\n'));
    text.append("expect:\n");
    expectations.forEach(expectation -> text.append("  - ").append(expectation).append('\n'));
    return text.toString();
  }

  Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  List<Case> read(Path file) {
    try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN)) {
      return cases.toList();
    }
  }

  Case read(List<String> facts, String... expectations) {
    List<String> expected = expectations.length == 0 ? List.of(POINTS) : List.of(expectations);
    return read(file("case.yaml", document("anhui-2019", facts, expected))).getFirst();
  }
}
