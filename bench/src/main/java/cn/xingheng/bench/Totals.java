package cn.xingheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 「合计对照」 The totals of one program: lines and fen by verdict, cause and institution.
 *
 * @param file where they come from
 * @param sums from {@code verdict payable} to {@code 18 lines, 2000 fen}
 */
record Totals(Path file, Map<String, String> sums) {
  private static final Pattern SECTION = Pattern.compile("\"by(Verdict|Cause|Institution)\": \\{(.*?)\\n  \\}",
      Pattern.DOTALL);
  private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\": \\{\"lines\": (\\d+), \"fen\": (-?\\d+)\\}");

  Totals {
    sums = new TreeMap<>(sums);
  }

  /** Reads the summary of ours, or the totals of a peer, as the name of the file says. */
  static Totals read(Path file) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    if (file.toString().endsWith(".json")) {
      Matcher section = SECTION.matcher(Files.readString(file));
      while (section.find()) {
        Matcher entry = ENTRY.matcher(section.group(2));
        while (entry.find()) {
          put(sums, section.group(1).toLowerCase(Locale.ROOT), entry.group(1), entry.group(2), entry.group(3));
        }
      }
    } else {
      for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
        String[] fields = line.split(",", -1);
        put(sums, fields[0], fields[1], fields[2], fields[3]);
      }
    }
    if (sums.isEmpty()) {
      throw new Disagreement(file + " holds no totals");
    }
    return new Totals(file, sums);
  }

  private static void put(Map<String, String> sums, String kind, String key, String lines, String fen) {
    sums.put(kind + " " + key, lines + " lines, " + fen + " fen");
  }

  /**
   * Holds the two against each other.
   *
   * @throws Disagreement when they differ in anything
   */
  void mustEqual(Totals other) {
    Map<String, String> all = new TreeMap<>(sums);
    all.putAll(other.sums);
    for (String key : all.keySet()) {
      String one = sums.getOrDefault(key, "nothing");
      String two = other.sums.getOrDefault(key, "nothing");
      if (!one.equals(two)) {
        throw new Disagreement("totals of " + key + ": " + file + " says " + one + ", " + other.file + " says " + two);
      }
    }
  }
}
