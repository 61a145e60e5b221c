package cn.xingheng.match;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 「汇总」 What a run read and decided, in lines and fen.
 *
 * <p>A key stands in a map only when at least one line has it. Rejected lines are in {@code read} and {@code
 * rejected} only.
 * {@code byCause} leaves out the lines that have none: the payable ones.
 *
 * @param read records of the claims file, the header not counted
 * @param decided those that got a verdict
 * @param rejected those that could not be decided
 * @param fen the sum over the decided lines, exact
 * @param byVerdict in the order of the verdicts
 * @param byCause in the order of the causes
 * @param byInstitution in the order of the codes
 */
public record Summary(
    long read,
    long decided,
    long rejected,
    BigInteger fen,
    Map<String, Entry> byVerdict,
    Map<String, Entry> byCause,
    Map<String, Entry> byInstitution) {
  /** Checks that all of it adds up. */
  public Summary {
    if (read != decided + rejected) {
      throw new IllegalArgumentException("read " + read + ", decided " + decided + ", rejected " + rejected);
    }
    byVerdict = Collections.unmodifiableMap(new LinkedHashMap<>(byVerdict));
    byCause = Collections.unmodifiableMap(new LinkedHashMap<>(byCause));
    byInstitution = Collections.unmodifiableMap(new LinkedHashMap<>(byInstitution));
    Entry whole = new Entry(decided, fen);
    if (!sum(byVerdict.values()).equals(whole) || !sum(byInstitution.values()).equals(whole)) {
      throw new IllegalArgumentException("verdicts or institutions do not add up to " + whole);
    }
  }

  /** 「小计」 Some of the decided lines, and their sum in fen. */
  public record Entry(long lines, BigInteger fen) {
    /** Both together. */
    Entry plus(Entry other) {
      return new Entry(lines + other.lines, fen.add(other.fen));
    }
  }

  private static Entry sum(Collection<Entry> entries) {
    return entries.stream().reduce(new Entry(0, BigInteger.ZERO), Entry::plus);
  }

  /** The summary file: JSON, always the same bytes for the same summary. */
  public String toJson() {
    StringBuilder json = new StringBuilder(256);
    json.append("{\n  \"read\": ").append(read);
    json.append(",\n  \"decided\": ").append(decided);
    json.append(",\n  \"rejected\": ").append(rejected);
    json.append(",\n  \"fen\": ").append(fen);
    append(json, "byVerdict", byVerdict);
    append(json, "byCause", byCause);
    append(json, "byInstitution", byInstitution);
    return json.append("\n}\n").toString();
  }

  private static void append(StringBuilder json, String name, Map<String, Entry> entries) {
    json.append(",\n  \"").append(name).append("\": {");
    Iterator<Map.Entry<String, Entry>> each = entries.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Entry> next = each.next();
      json.append("\n    ");
      quote(json, next.getKey());
      json.append(": {\"lines\": ").append(next.getValue().lines());
      json.append(", \"fen\": ").append(next.getValue().fen()).append('}');
      json.append(each.hasNext() ? "," : "\n  ");
    }
    json.append('}');
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
